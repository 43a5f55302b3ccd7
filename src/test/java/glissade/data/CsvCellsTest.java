package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvCellsTest {
    private static List<String> cells(char delimiter, String text) {
        byte[] line = Utf8.bytes("##" + text + "##");
        CsvCells cells = new CsvCells(delimiter);
        cells.split(line, 2, line.length - 2);
        List<String> found = new ArrayList<>();
        for (int cell = 0; cell < cells.count(); cell++) {
            found.add(cells.text(line, cell));
        }
        return found;
    }

    private static void refused(String message, String text) {
        assertEquals(
                message, assertThrows(BadLine.class, () -> cells(',', text)).getMessage());
    }

    @Test
    void aDelimiterStandsBetweenTwoCells() {
        assertEquals(List.of("a", "b", "c"), cells(',', "a,b,c"));
        assertEquals(List.of("a", "", ""), cells(',', "a,,"));
        assertEquals(List.of("", ""), cells(',', ","));
        assertEquals(List.of(""), cells(',', ""));
        assertEquals(List.of("a,b", "c"), cells(';', "a,b;c"));
        assertEquals(List.of("a", "", "b"), cells('\t', "a\t\tb"));
    }

    @Test
    void blanksAroundCellsDoNotCount() {
        assertEquals(List.of("a", "b c", ""), cells(',', " a ,\tb c\t, "));
        assertEquals(List.of("a", ""), cells('\t', " a \t "));
    }

    @Test
    void severalBlanksAreOneDelimiter() {
        assertEquals(List.of("a", "b", "c"), cells(' ', "  a b   c "));
        assertEquals(List.of("a b", "c", "d"), cells(' ', "\"a b\"  c \"d\""));
    }

    @Test
    void quotedCellsHoldDelimitersBlanksAndDoubledQuotes() {
        assertEquals(List.of("a,b", "c"), cells(',', "\"a,b\",c"));
        assertEquals(List.of("say \"hi\"", "", " x "), cells(',', "\"say \"\"hi\"\"\" , \"\" ,\" x \""));
        assertEquals(List.of("\"", "\"\""), cells(',', "\"\"\"\",\"\"\"\"\"\""));
    }

    @Test
    void aQuoteWithinACellIsLikeAnyCharacter() {
        assertEquals(List.of("5\" pipe", "6\""), cells(',', "5\" pipe,6\""));
    }

    @Test
    void brokenQuotesAreRefused() {
        refused("cell 2 has a quote that does not end on its line (line breaks within quotes are not read)", "a,\"b,c");
        refused("cell 1 has a quote that does not end on its line (line breaks within quotes are not read)", "\"");
        refused("cell 1 has text behind its closing quote", "\"a\"b,c");
    }
}
