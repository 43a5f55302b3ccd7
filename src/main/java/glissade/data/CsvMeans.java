package glissade.data;

import glissade.data.CsvColumns.Kind;
import glissade.data.TableSpec.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The means of columns of numbers, where they stand for missing cells (of these rows, or of rows to come), over all rows where they are known: a double sum for each 4,096-row
 * block of canonical order, then the sums in their order. So the bits do not depend on who read which block.
 */
final class CsvMeans {
    private static final int BLOCK_ROWS = 4096;
    /** So many blocks are read in one go. */
    private static final int BLOCKS_A_TASK = 64;

    private final CsvColumns columns;
    private final List<TextFile> files;
    private final long rows;
    private final int[] wanted;

    private CsvMeans(CsvColumns columns, TextSurvey.Result<CsvFormat.Learnt> survey) {
        this.columns = columns;
        files = survey.files();
        rows = survey.rows();
        wanted = Arrays.stream(columns.used())
                .filter(column ->
                        columns.kind(column) == Kind.NUMBER && columns.spec().missing() == Missing.MEAN)
                .toArray();
    }

    /** Tells the coding what stands for missing numbers; reads the files once more if there are any. */
    static void put(
            CsvColumns columns,
            TextSurvey.Result<CsvFormat.Learnt> survey,
            Supplier<JavaSparkContext> spark,
            CsvCoding coding) {
        CsvMeans means = new CsvMeans(columns, survey);
        if (means.wanted.length == 0) {
            return;
        }
        double[] sums = new double[means.wanted.length];
        for (List<double[]> blocks : means.sums(spark)) {
            for (double[] block : blocks) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += block[i];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            long known = survey.rows() - survey.tally().missing(means.wanted[i]);
            if (known > 0) {
                coding.substitute(means.wanted[i], sums[i] / known);
            }
        }
    }

    private List<List<double[]>> sums(Supplier<JavaSparkContext> spark) {
        long most = (long) BLOCK_ROWS * BLOCKS_A_TASK;
        int tasks = Math.toIntExact((rows + most - 1) / most);
        CsvColumns of = columns;
        List<TextFile> in = files;
        int[] what = wanted;
        long end = rows;
        if (spark == null) {
            return IntStream.range(0, tasks)
                    .mapToObj(task -> sums(of, in, what, task * most, Math.min(end, (task + 1) * most)))
                    .toList();
        }
        return DataScan.onSpark(
                spark.get(), tasks, task -> sums(of, in, what, task * most, Math.min(end, (task + 1) * most)));
    }

    private static List<double[]> sums(CsvColumns columns, List<TextFile> files, int[] wanted, long from, long to) {
        List<double[]> sums = new ArrayList<>();
        CsvCells cells = columns.cells();
        long[] rows = {0};
        TextRows.readLines(
                files,
                from,
                to,
                (text, start, end) -> columns.splitRow(cells, text, start, end),
                (text, start, end) -> {
                    if (!columns.splitRow(cells, text, start, end)) {
                        return false;
                    }
                    if (rows[0]++ % BLOCK_ROWS == 0) {
                        sums.add(new double[wanted.length]);
                    }
                    double[] block = sums.get(sums.size() - 1);
                    for (int i = 0; i < wanted.length; i++) {
                        int first = cells.start(wanted[i]);
                        int last = cells.end(wanted[i]);
                        if (!CsvMissing.isMissing(text, first, last)) {
                            block[i] += columns.number(text, first, last, wanted[i]);
                        }
                    }
                    return true;
                });
        return sums;
    }
}
