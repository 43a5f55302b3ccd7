package glissade.data;

import glissade.numeric.Block;

/** What must hold of every row, wherever it comes from: finite features, a target that is one of the classes or finite. */
final class RowCheck {
    private final int classes;

    RowCheck(int classes) {
        this.classes = classes;
    }

    /** Throws at the first bad row of a sparse block that begins at the given row of the split. */
    void check(Split split, long firstRow, Block block) {
        for (int row = 0; row < block.rows(); row++) {
            for (int entry = block.starts()[row]; entry < block.starts()[row + 1]; entry++) {
                checkFeature(split, firstRow + row, block.columns()[entry], block.values()[entry]);
            }
            checkTarget(split, firstRow + row, block.targets()[row]);
        }
    }

    /** Throws if a feature of a row is not finite. */
    static void checkFeature(Split split, long row, int feature, float value) {
        if (!Float.isFinite(value)) {
            throw new BadData(
                    place(split, row) + ": feature " + feature + " is " + value + ", expected a finite number");
        }
    }

    /** Throws if the target of a row is not one of the classes, or not finite. */
    void checkTarget(Split split, long row, float target) {
        if (classes > 0 && !(target >= 0 && target < classes && target == (int) target)) {
            throw new BadData(
                    place(split, row) + ": the target is " + target + ", expected a class from 0 to " + (classes - 1));
        }
        if (!Float.isFinite(target)) {
            throw new BadData(place(split, row) + ": the target is " + target + ", expected a finite number");
        }
    }

    private static String place(Split split, long row) {
        String name =
                switch (split) {
                    case TRAIN -> "training";
                    case VALIDATION -> "validation";
                    case TEST -> "test";
                };
        return name + " row " + row + " (counted from 0)";
    }
}
