package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.model.Surface;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LandscapeTableTest {
    private static final int POINTS = LandscapeTable.SIDE * LandscapeTable.SIDE;

    /** A trial that walks straight from (-1.2, 1) to a place. */
    private static void walk(Table trajectory, String trial, double x, double y) {
        for (long step = 0; step <= 10; step++) {
            double share = step / 10.0;
            trajectory.add(List.of(trial, step, -1.2 + share * (x + 1.2), 1 + share * (y - 1), 0.0));
        }
    }

    private static Surface surface(String name) {
        return Surface.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Test
    void eachSurfaceIsSampledOnceInTheOrderOfNames() {
        Table trajectory = Schemas.trajectory();
        walk(trajectory, "a", 0, 0);
        walk(trajectory, "b", 0.5, 0);
        walk(trajectory, "c", 1, 0);
        Table table = LandscapeTable.of(
                trajectory, Map.of("a", Surface.TWO_WELLS, "b", Surface.BOWL, "c", Surface.TWO_WELLS));
        assertEquals(2 * POINTS, table.rows());
        assertEquals("bowl", table.text(POINTS - 1, 0));
        assertEquals("two-wells", table.text(POINTS, 0));
        for (int row = 0; row < table.rows(); row++) {
            double x = table.real(row, 1);
            double y = table.real(row, 2);
            assertEquals(surface(table.text(row, 0)).value(x, y), table.real(row, 3));
            boolean lineEnds = row % LandscapeTable.SIDE == 0;
            assertTrue(row % POINTS == 0 || (lineEnds ? table.real(row - 1, 2) < y : table.real(row - 1, 1) < x));
        }
    }

    @Test
    void theGridHoldsTheWaysAndTheBottomButNoFlight() {
        Table trajectory = Schemas.trajectory();
        walk(trajectory, "calm", -1.25, 1.5);
        walk(trajectory, "wild", 1e30, -1e30);
        Table table = LandscapeTable.of(trajectory, Map.of("calm", Surface.ROSENBROCK, "wild", Surface.ROSENBROCK));
        double left = table.real(0, 1);
        double right = table.real(POINTS - 1, 1);
        double bottom = table.real(0, 2);
        double top = table.real(POINTS - 1, 2);
        assertTrue(left < -1.25 && left > -2, "left " + left);
        assertTrue(right > 1 && right < 2, "right " + right);
        assertTrue(bottom < 1 && bottom > 0, "bottom " + bottom);
        assertTrue(top > 1.5 && top < 2, "top " + top);
    }

    @Test
    void aTrialThatNeverMovesHasAPlainAroundIt() {
        Table trajectory = Schemas.trajectory();
        trajectory.add(List.of("still", 0L, 0.0, 0.0, 0.0));
        Table table = LandscapeTable.of(trajectory, Map.of("still", Surface.BOWL));
        assertEquals(POINTS, table.rows());
        assertTrue(table.real(0, 1) < table.real(1, 1) && table.real(0, 2) < table.real(POINTS - 1, 2));
        assertEquals(0, LandscapeTable.of(Schemas.trajectory(), Map.of()).rows());
    }
}
