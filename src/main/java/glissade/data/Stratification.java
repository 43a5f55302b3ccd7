package glissade.data;

import glissade.data.Source.Part;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds a {@link StratifiedSplit} in two passes over the training rows. The first counts the classes. Then it is known near
 * which key the last held row of each class must lie: of n keys those below x are binomial, within 16 standard deviations of
 * n x. So the second pass counts the rows surely held and keeps only the few about that key, which are put in order.
 */
final class Stratification {
    /** A standard deviation is at most sqrt(n) / 2. */
    private static final double MARGIN = 8;

    private final Source source;
    private final RowKeys keys;
    private final double validation;

    Stratification(Source source, RowKeys keys, double validation) {
        this.source = source;
        this.keys = keys;
        this.validation = validation;
        if (source.shape().classes() == 0) {
            throw new BadData(
                    "data.split = stratified needs classes, and the target is a value; expected hash or time");
        }
    }

    /** A row whose key is near the last one held of its class. */
    private record Candidate(long row, double key) implements Serializable {
        static final Comparator<Candidate> ORDER =
                Comparator.comparingDouble(Candidate::key).thenComparingLong(Candidate::row);
    }

    /** What the second pass finds: rows surely held, by class and by block, and candidates by class. */
    private static final class Found implements Serializable {
        private static final long serialVersionUID = 1;

        private final SplitCounts counts;
        private final long[] held;
        private final ArrayList<ArrayList<Candidate>> candidates = new ArrayList<>();

        Found(int blocks, int classes) {
            this.counts = new SplitCounts(blocks);
            this.held = new long[classes];
            IntStream.range(0, classes).forEach(c -> candidates.add(new ArrayList<>()));
        }
    }

    SplitIndex index(ScanPlace place) {
        long rows = source.shape().trainingRows();
        long blocks = SplitIndex.blocks(rows);
        long[] classRows = new long[source.shape().classes()];
        for (long[] counts : place.over(blocks, classCounts(source))) {
            for (int c = 0; c < classRows.length; c++) {
                classRows[c] += counts[c];
            }
        }
        double[] low = new double[classRows.length];
        double[] high = new double[classRows.length];
        for (int c = 0; c < classRows.length; c++) {
            double share = (double) StratifiedSplit.held(validation, classRows[c]) / Math.max(1, classRows[c]);
            double margin = MARGIN / Math.sqrt((double) Math.max(1, classRows[c]));
            low[c] = share - margin;
            high[c] = share + margin;
        }
        return index(place.over(blocks, search(source, keys, low, high)), classRows, low);
    }

    private static ScanPlace.Stretch<long[]> classCounts(Source source) {
        int classes = source.shape().classes();
        long rows = source.shape().trainingRows();
        return (from, to) -> {
            long[] counts = new long[classes];
            RowCheck check = new RowCheck(classes);
            long first = SplitIndex.firstRow(from, rows);
            long[] next = {first};
            source.read(Part.TRAINING, first, SplitIndex.firstRow(to, rows), block -> {
                for (int i = 0; i < block.rows(); i++) {
                    check.checkTarget(Split.TRAIN, next[0]++, block.targets()[i]);
                    counts[(int) block.targets()[i]]++;
                }
            });
            return counts;
        };
    }

    private static ScanPlace.Stretch<Found> search(Source source, RowKeys keys, double[] low, double[] high) {
        long rows = source.shape().trainingRows();
        return (from, to) -> {
            Found found = new Found((int) (to - from), low.length);
            long first = SplitIndex.firstRow(from, rows);
            long[] next = {first};
            source.read(Part.TRAINING, first, SplitIndex.firstRow(to, rows), block -> {
                for (int i = 0; i < block.rows(); i++) {
                    long row = next[0]++;
                    int label = (int) block.targets()[i];
                    double key = keys.of(row);
                    boolean held = key < low[label];
                    found.counts.add(held ? Split.VALIDATION : Split.TRAIN, (int) (row / SplitIndex.BLOCK - from), 1);
                    found.held[label] += held ? 1 : 0;
                    if (!held && key < high[label]) {
                        found.candidates.get(label).add(new Candidate(row, key));
                    }
                }
            });
            return found;
        };
    }

    private SplitIndex index(List<Found> stretches, long[] classRows, double[] low) {
        SplitCounts counts =
                SplitCounts.join(stretches.stream().map(found -> found.counts).toList());
        double[] lastKeys = low.clone();
        long[] lastRows = new long[low.length];
        for (int c = 0; c < low.length; c++) {
            int label = c;
            long sure = stretches.stream().mapToLong(found -> found.held[label]).sum();
            int chosen = Math.toIntExact(StratifiedSplit.held(validation, classRows[c]) - sure);
            List<Candidate> candidates = stretches.stream()
                    .flatMap(found -> found.candidates.get(label).stream())
                    .sorted(Candidate.ORDER)
                    .toList();
            lastRows[c] = -1;
            for (Candidate candidate : candidates.subList(0, chosen)) {
                int block = (int) (candidate.row() / SplitIndex.BLOCK);
                counts.add(Split.VALIDATION, block, 1);
                counts.add(Split.TRAIN, block, -1);
                lastKeys[c] = candidate.key();
                lastRows[c] = candidate.row();
            }
        }
        return SplitIndex.of(
                new StratifiedSplit(keys, lastKeys, lastRows), source.shape().trainingRows(), counts);
    }
}
