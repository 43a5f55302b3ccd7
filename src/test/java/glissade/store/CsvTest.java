package glissade.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void looksLikeThis() throws IOException {
        Table table = new Table("t", List.of(Column.text("name"), Column.whole("n"), Column.real("x,y")));
        table.add(List.of("plain", 1, 0.005));
        table.add(List.of("a \"b\"", -2L, Double.NEGATIVE_INFINITY));
        table.add(Arrays.asList("", null, Double.NaN));
        table.add(Arrays.asList(null, 3, 2e-3));
        assertEquals("""
                name,n,"x,y"
                plain,1,0.005
                "a ""b\""",-2,-Infinity
                "",,
                ,3,0.002
                """, text(table));
    }

    @Test
    void everyCellComesBackExactly() throws IOException {
        for (Table table : List.of(Examples.trials(), Examples.curves(500))) {
            List<List<String>> lines = parse(text(table));
            assertEquals(table.columns().stream().map(Column::name).toList(), lines.get(0));
            assertEquals(table.rows() + 1, lines.size());
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns().size(); column++) {
                    String field = lines.get(row + 1).get(column);
                    assertEquals(
                            cell(table, row, column),
                            read(field, table.columns().get(column)));
                }
            }
        }
    }

    private static Object cell(Table table, int row, int column) {
        if (table.isEmpty(row, column)) {
            return null;
        }
        return switch (table.columns().get(column).type()) {
            case STRING -> table.text(row, column);
            case LONG -> (Object) table.whole(row, column);
            case DOUBLE -> (Object) table.real(row, column);
        };
    }

    private static Object read(String field, Column column) {
        if (field == null) {
            return null;
        }
        return switch (column.type()) {
            case STRING -> field;
            case LONG -> (Object) Long.parseLong(field);
            case DOUBLE -> (Object) Double.parseDouble(field);
        };
    }

    /** RFC 4180, with null for a field of no characters at all. */
    private static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = null;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                field = field == null ? new StringBuilder() : field;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(field == null ? null : field.toString());
                field = null;
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                field = field == null ? new StringBuilder() : field;
                field.append(c);
            }
        }
        return lines;
    }

    private static String text(Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Csv.write(table, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
