package glissade.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A number that says how good predictions are; NaN where it means nothing, never a flattering 0 or 1.
 *
 * <ul>
 *   <li>{@code loss}; of classes {@code accuracy}, of two classes {@code auc}: the chance that a row of the second class has a
 *       higher probability of it than one of the first, ties counting half (the Mann-Whitney statistic, exact)
 *   <li>for each class {@code support}, its rows; {@code precision}, the right ones among those predicted as it, NaN if none
 *       are; {@code recall}, the right ones among its rows; {@code f1 = 2 right / (predicted + rows)}
 *   <li>{@code macro_precision}, {@code macro_recall}, {@code macro_f1}: their means over the classes that rows have or are
 *       predicted to have
 *   <li>of values {@code r2}, the share of the variance that is predicted; {@code mae}, {@code rmse}
 * </ul>
 *
 * @param name of the number
 * @param ofClass the class that it is of, {@link #OVERALL} of all rows
 * @param value the number
 */
public record Metric(String name, int ofClass, double value) {
    public static final int OVERALL = -1;

    /** All numbers that a card gives, those of all rows first. */
    public static List<Metric> of(Scorecard card) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("loss", OVERALL, card.meanLoss()));
        if (card.rows() == 0) {
            return metrics;
        }
        if (card.classes() > 0) {
            metrics.add(new Metric("accuracy", OVERALL, card.accuracy()));
            metrics.addAll(ofClasses(card));
        } else {
            metrics.add(new Metric("r2", OVERALL, card.determination()));
            metrics.add(new Metric("mae", OVERALL, card.meanAbsoluteError()));
            metrics.add(new Metric("rmse", OVERALL, Math.sqrt(card.meanSquaredError())));
        }
        return metrics;
    }

    private static List<Metric> ofClasses(Scorecard card) {
        int classes = card.classes();
        long[] right = new long[classes];
        long[] actual = new long[classes];
        long[] predicted = new long[classes];
        for (Scorecard.Cell cell : card.confusion()) {
            actual[cell.actual()] += cell.count();
            if (cell.predicted() >= 0) {
                predicted[cell.predicted()] += cell.count();
            }
            right[cell.actual()] += cell.actual() == cell.predicted() ? cell.count() : 0;
        }
        double[] precision = new double[classes];
        double[] recall = new double[classes];
        double[] f1 = new double[classes];
        boolean[] counts = new boolean[classes];
        List<Metric> each = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            precision[c] = share(right[c], predicted[c]);
            recall[c] = share(right[c], actual[c]);
            f1[c] = share(2 * right[c], predicted[c] + actual[c]);
            counts[c] = predicted[c] + actual[c] > 0;
            each.add(new Metric("precision", c, precision[c]));
            each.add(new Metric("recall", c, recall[c]));
            each.add(new Metric("f1", c, f1[c]));
            each.add(new Metric("support", c, actual[c]));
        }
        List<Metric> metrics = new ArrayList<>();
        if (classes == 2) {
            metrics.add(new Metric("auc", OVERALL, auc(card.sortedScores(0), card.sortedScores(1))));
        }
        metrics.add(new Metric("macro_precision", OVERALL, mean(precision, counts)));
        metrics.add(new Metric("macro_recall", OVERALL, mean(recall, counts)));
        metrics.add(new Metric("macro_f1", OVERALL, mean(f1, counts)));
        metrics.addAll(each);
        return metrics;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    private static double mean(double[] values, boolean[] counts) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            sum += counts[i] ? values[i] : 0;
            count += counts[i] ? 1 : 0;
        }
        return sum / count;
    }

    /** Of ascending scores: pairs in which the second class leads, and half of those that are even, as a share of all. */
    static double auc(float[] first, float[] second) {
        if (first.length == 0 || second.length == 0 || hasNaN(first) || hasNaN(second)) {
            return Double.NaN;
        }
        long halves = 0;
        int below = 0;
        int notAbove = 0;
        for (float score : second) {
            while (below < first.length && first[below] < score) {
                below++;
            }
            while (notAbove < first.length && first[notAbove] <= score) {
                notAbove++;
            }
            halves += below + notAbove;
        }
        return halves / (2.0 * first.length * second.length);
    }

    /** NaN comes last in ascending order. */
    private static boolean hasNaN(float[] ascending) {
        return Float.isNaN(ascending[ascending.length - 1]);
    }
}
