package glissade.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The labels of classes that have been met. A whole number is one label however it is written: 1, +1 and 1.0. */
final class ClassLabels implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int SURELY_WHOLE = 15;
    private static final double MOST_EXACT = 1L << 53;

    private final ByteTexts labels;

    ClassLabels() {
        this(new ByteTexts());
    }

    private ClassLabels(ByteTexts labels) {
        this.labels = labels;
    }

    /** Of classes in their order. */
    static ClassLabels of(List<String> names) {
        ByteTexts texts = new ByteTexts();
        for (String name : names) {
            byte[] bytes = Utf8.bytes(name);
            texts.add(bytes, 0, bytes.length);
        }
        return new ClassLabels(texts);
    }

    int size() {
        return labels.size();
    }

    /** Adds a label once more; its number. */
    int add(byte[] text, int from, int to) {
        if (isPlainWhole(text, from, to)) {
            return labels.add(text, from, to);
        }
        byte[] label = label(text, from, to);
        return labels.add(label, 0, label.length);
    }

    /** Adds those of another. */
    void add(ClassLabels other) {
        labels.add(other.labels);
    }

    /** The number of a label, or -1. */
    int find(byte[] text, int from, int to) {
        if (isPlainWhole(text, from, to)) {
            return labels.find(text, from, to);
        }
        byte[] label = label(text, from, to);
        return labels.find(label, 0, label.length);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            names.add(labels.text(i));
        }
        return names;
    }

    /** The same labels in the order of classes: numbers by their size, texts by their bytes. */
    ClassLabels sorted() {
        Comparator<byte[]> bytes = Arrays::compareUnsigned;
        boolean numbers = labels.all(label -> FloatText.isNumber(label, 0, label.length));
        Comparator<byte[]> size =
                Comparator.comparingDouble(label -> Double.parseDouble(FloatText.string(label, 0, label.length)));
        return new ClassLabels(labels.sorted(numbers ? size.thenComparing(bytes) : bytes));
    }

    static boolean isWhole(byte[] text, int from, int to) {
        if (isPlainWhole(text, from, to)) {
            return true;
        }
        byte[] label = label(text, from, to);
        return isPlainWhole(label, 0, label.length);
    }

    /** Whole numbers in their plain form, other labels as they are. */
    private static byte[] label(byte[] text, int from, int to) {
        if (FloatText.isNumber(text, from, to)) {
            double value = Double.parseDouble(FloatText.string(text, from, to));
            if (Math.abs(value) < MOST_EXACT && value == (long) value) {
                return Utf8.bytes(Long.toString((long) value));
            }
        }
        return Arrays.copyOfRange(text, from, to);
    }

    /** Digits without a leading zero, perhaps after a minus. */
    private static boolean isPlainWhole(byte[] text, int from, int to) {
        int begin = from < to && text[from] == '-' ? from + 1 : from;
        boolean plain = begin < to && to - begin <= SURELY_WHOLE && (text[begin] != '0' || to - from == 1);
        for (int at = begin; plain && at < to; at++) {
            plain = text[at] >= '0' && text[at] <= '9';
        }
        return plain;
    }
}
