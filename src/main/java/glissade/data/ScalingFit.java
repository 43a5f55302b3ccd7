package glissade.data;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Finds the constants of a {@link Scaling} in the training rows: in one pass, or in two where deviations from the mean are
 * needed. Stretches of rows are scanned anywhere; what is found does not depend on how they were cut.
 */
final class ScalingFit {
    private final CanonicalRows rows;
    private final ScanPlace place;
    private final long memoryBytes;
    private final int width;

    /** Of rows that are not scaled yet, and are to be held in so much memory. */
    ScalingFit(CanonicalRows rows, ScanPlace place, long memoryBytes) {
        this.rows = rows;
        this.place = place;
        this.memoryBytes = memoryBytes;
        this.width = rows.shape().features();
    }

    /** What the first pass finds. */
    private static final class Facts implements Serializable {
        private static final long serialVersionUID = 1;

        private final FeatureRanges ranges;
        /** Null where no mean is needed. */
        private final FeatureSums sums;

        Facts(FeatureRanges ranges, FeatureSums sums) {
            this.ranges = ranges;
            this.sums = sums;
        }

        void add(Facts following) {
            ranges.add(following.ranges);
            if (sums != null) {
                sums.add(following.sums);
            }
        }
    }

    Scaling fit(ScalingKind kind) {
        Facts facts = facts(kind == ScalingKind.STANDARDIZE);
        FeatureRanges ranges = facts.ranges;
        double[] shifts = new double[width];
        double[] divisors = new double[width];
        switch (kind) {
            case STANDARDIZE -> {
                double[] sums = facts.sums.total();
                for (int f = 0; f < width; f++) {
                    shifts[f] = ranges.isConstant(f) ? ranges.least(f) : sums[f] / ranges.rows();
                }
                requireRoom(kind, ranges, shifts);
                deviations(ranges, shifts, divisors);
            }
            case MIN_MAX -> {
                for (int f = 0; f < width; f++) {
                    shifts[f] = ranges.least(f);
                    divisors[f] = ranges.largest(f) - ranges.least(f);
                }
                requireRoom(kind, ranges, shifts);
            }
            case MAX_ABS -> {
                for (int f = 0; f < width; f++) {
                    divisors[f] = Math.max(Math.abs(ranges.least(f)), Math.abs(ranges.largest(f)));
                }
            }
            case NONE, CONSTANT -> throw new IllegalArgumentException(kind + " has nothing to find");
        }
        return Scaling.fitted(kind, shifts, divisors);
    }

    private Facts facts(boolean sums) {
        CanonicalRows all = rows;
        int features = width;
        List<Facts> stretches = place.over(DataScan.blockCount(rows.rows(Split.TRAIN)), (from, to) -> {
            RowRange range = DataScan.rowsOf(from, to, all.rows(Split.TRAIN));
            Facts facts = new Facts(new FeatureRanges(features), sums ? new FeatureSums(features, null, from) : null);
            long[] next = {range.from()};
            all.readTraining(range, (block, row) -> {
                facts.ranges.add(block, row, next[0]++);
                if (sums) {
                    facts.sums.add(block, row);
                }
            });
            if (sums) {
                facts.sums.finish();
            }
            return facts;
        });
        stretches.subList(1, stretches.size()).forEach(stretches.get(0)::add);
        return stretches.get(0);
    }

    /** The root of the mean squared deviation; a sum over equal values might miss their mean by a rounding. */
    private void deviations(FeatureRanges ranges, double[] means, double[] divisors) {
        CanonicalRows all = rows;
        int features = width;
        List<FeatureSums> stretches = place.over(DataScan.blockCount(rows.rows(Split.TRAIN)), (from, to) -> {
            FeatureSums squares = new FeatureSums(features, means, from);
            all.readTraining(DataScan.rowsOf(from, to, all.rows(Split.TRAIN)), squares::add);
            return squares.finish();
        });
        stretches.subList(1, stretches.size()).forEach(stretches.get(0)::add);
        double[] squares = stretches.get(0).total();
        for (int f = 0; f < features; f++) {
            divisors[f] = ranges.isConstant(f) ? 0 : Math.sqrt(squares[f] / ranges.rows());
        }
    }

    /** Sparse rows whose zeros become something else may be too large for any memory. */
    private void requireRoom(ScalingKind kind, FeatureRanges ranges, double[] shifts) {
        double values = 0;
        for (int f = 0; f < width; f++) {
            values += shifts[f] == 0 || ranges.isConstant(f) ? ranges.nonZeros(f) : ranges.rows();
        }
        double cells = (double) ranges.rows() * width;
        double allRows = (double) rows.shape().trainingRows() + rows.shape().testRows();
        double bytes = Math.min(2 * values, cells) * Float.BYTES / ranges.rows() * allRows;
        if (values > ranges.nonZeros() && bytes > memoryBytes) {
            throw new BadData(String.format(
                    Locale.ROOT,
                    "data.scaling = %s turns zeros into other values: %,.0f instead of %,d are not zero, about %,.0f MB,"
                            + " and there are %,d MB of memory; expected max-abs, which keeps zeros, or more memory",
                    kind.text(),
                    values,
                    ranges.nonZeros(),
                    bytes / (1 << 20),
                    memoryBytes >> 20));
        }
    }
}
