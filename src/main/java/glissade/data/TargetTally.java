package glissade.data;

import glissade.data.TableSpec.Task;

/**
 * What a first pass learns of the target: its classes, or that it is a value. Left to itself ({@code data.task = auto}) a
 * target is a class if it is text, or if all rows have whole numbers of which at most 20 are different.
 */
final class TargetTally implements TextFormat.Tally<TargetTally> {
    private static final long serialVersionUID = 1;
    private static final int MOST_NUMBERS = 20;

    private final String name;
    private final Task task;
    private final boolean numbers;
    private final ClassLabels labels = new ClassLabels();
    private boolean value;

    /** Of a target that begins with a number or with text; messages call it by the name. */
    TargetTally(String name, Task task, boolean numbers) {
        this.name = name;
        this.task = task;
        this.numbers = numbers;
        value = task == Task.VALUE;
    }

    @Override
    public boolean add(byte[] text, int from, int to) {
        if (task == Task.VALUE || decidesByNumbers()) {
            FloatText.parseFinite(text, from, to, name, hint());
        }
        value |= decidesByNumbers() && !value && !ClassLabels.isWhole(text, from, to);
        if (!value) {
            labels.add(text, from, to);
            limit();
        }
        return true;
    }

    @Override
    public void add(TargetTally next) {
        value |= next.value;
        labels.add(next.labels);
        limit();
    }

    private String hint() {
        return task == Task.AUTO ? " as in the rows before (data.task = classes takes any text)" : "";
    }

    private boolean decidesByNumbers() {
        return task == Task.AUTO && numbers;
    }

    private void limit() {
        if (decidesByNumbers()) {
            value |= labels.size() > MOST_NUMBERS;
        } else if (labels.size() > GeneratorSpec.MOST_CLASSES) {
            throw new BadLine(name + " has more than " + GeneratorSpec.MOST_CLASSES + " different classes");
        }
    }

    TargetCode code() {
        return value ? TargetCode.value(name) : TargetCode.classes(name, labels.sorted());
    }

    /** What it was taken for, and why. */
    String remark() {
        if (task != Task.AUTO) {
            return name + (value ? " a value" : " classes");
        }
        return name
                + (value
                        ? " a value, as it is a number (data.task = classes if not)"
                        : numbers
                                ? " classes, as there are at most " + MOST_NUMBERS
                                        + " different whole numbers (data.task = value if not)"
                                : " classes, as it is text");
    }
}
