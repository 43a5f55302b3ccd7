package glissade.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Few rows in which any two choices of two different factors meet in at least one: most faults need no more than two things
 * to meet. Greedy: each row starts at the first pair still to come and takes, factor by factor, what adds the most pairs.
 */
final class CoveringArray {
    private final int[] sizes;
    private final boolean[][] met;
    private final int[] starts;
    private final List<int[]> rows = new ArrayList<>();

    private CoveringArray(int... sizes) {
        this.sizes = sizes;
        this.starts = new int[sizes.length];
        for (int factor = 1; factor < sizes.length; factor++) {
            starts[factor] = starts[factor - 1] + sizes[factor - 1];
        }
        int choices = Arrays.stream(sizes).sum();
        this.met = new boolean[choices][choices];
    }

    /** Rows of one choice for each factor, given how many choices each has. */
    static List<int[]> of(int... sizes) {
        CoveringArray array = new CoveringArray(sizes);
        for (int[] row = array.begun(); row != null; row = array.begun()) {
            array.complete(row);
        }
        return array.rows;
    }

    /** A row with the first pair that has not met, -1 elsewhere; null if all have. */
    private int[] begun() {
        for (int a = 0; a < sizes.length; a++) {
            for (int b = a + 1; b < sizes.length; b++) {
                for (int i = 0; i < sizes[a] * sizes[b]; i++) {
                    if (!met[starts[a] + i / sizes[b]][starts[b] + i % sizes[b]]) {
                        int[] row = new int[sizes.length];
                        Arrays.fill(row, -1);
                        row[a] = i / sizes[b];
                        row[b] = i % sizes[b];
                        return row;
                    }
                }
            }
        }
        return null;
    }

    private void complete(int[] row) {
        for (int factor = 0; factor < row.length; factor++) {
            if (row[factor] < 0) {
                row[factor] = best(row, factor);
            }
        }
        for (int a = 0; a < row.length; a++) {
            for (int b = 0; b < row.length; b++) {
                met[starts[a] + row[a]][starts[b] + row[b]] = true;
            }
        }
        rows.add(row);
    }

    /** The choice that meets the most others of the row for the first time; where equal, they take turns. */
    private int best(int[] row, int factor) {
        int best = -1;
        int most = -1;
        for (int i = 0; i < sizes[factor]; i++) {
            int choice = (rows.size() + i) % sizes[factor];
            int gain = gain(row, starts[factor] + choice);
            if (gain > most) {
                best = choice;
                most = gain;
            }
        }
        return best;
    }

    private int gain(int[] row, int choice) {
        int gain = 0;
        for (int other = 0; other < row.length; other++) {
            gain += row[other] >= 0 && !met[choice][starts[other] + row[other]] ? 1 : 0;
        }
        return gain;
    }
}
