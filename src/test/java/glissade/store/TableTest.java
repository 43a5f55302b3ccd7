package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void nanIsAnEmptyCell() {
        Table table = new Table("t", List.of(Column.real("x"), Column.whole("n")));
        table.add(Arrays.asList(Double.NaN, null));
        assertTrue(table.isEmpty(0, 0));
        assertTrue(table.isEmpty(0, 1));
        assertEquals(Double.NaN, table.real(0, 0));
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Schemas.trials(List.of(Column.text("status"))));
    }

    @Test
    void rowOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Schemas.timings().add(List.of(1)));
    }

    @Test
    void sweptColumnsStandBetweenIdAndStatus() {
        List<Column> swept = List.of(Column.real("training.learning-rate"), Column.text("model.type"));
        assertEquals(swept, Schemas.swept(Schemas.trials(swept)));
    }
}
