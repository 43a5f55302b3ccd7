package glissade.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoveringArrayTest {
    @Test
    void anyTwoChoicesMeet() {
        int[] sizes = {7, 1, 5, 2, 3, 5};
        List<int[]> rows = CoveringArray.of(sizes);
        int pairs = 0;
        Set<List<Integer>> met = new HashSet<>();
        for (int a = 0; a < sizes.length; a++) {
            for (int b = a + 1; b < sizes.length; b++) {
                pairs += sizes[a] * sizes[b];
                for (int[] row : rows) {
                    assertTrue(row[a] >= 0 && row[a] < sizes[a]);
                    met.add(List.of(a, row[a], b, row[b]));
                }
            }
        }
        assertEquals(pairs, met.size());
    }

    @Test
    void rowsAreFew() {
        int rows = CoveringArray.of(7, 1, 5, 2, 3, 5).size();
        assertTrue(rows >= 35 && rows <= 42, rows + " rows; 7 x 5 pairs need 35");
    }
}
