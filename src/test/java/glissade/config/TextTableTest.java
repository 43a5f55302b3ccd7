package glissade.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsAreAlignedAndNumbersToTheRight() {
        assertEquals(
                """
                name  count  note
                a         1  x
                long     10
                """,
                new TextTable("name", " count", "note")
                        .row("a", 1, "x")
                        .row("long", 10, "")
                        .render());
    }

    @Test
    void longCellsContinueBelow() {
        assertEquals(
                """
                a      b
                one    1
                two    2
                three
                """,
                new TextTable("a", "b").wrapAt(5, 1).row("one two three", "1 2").render());
    }
}
