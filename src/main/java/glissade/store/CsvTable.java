package glissade.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads back what {@link Csv} wrote. A column of {@link Schemas} has the type that it has there; of others, which were swept, the
 * cells tell: a whole number has no point, any other number has one.
 */
final class CsvTable {
    private static final Pattern REAL = Pattern.compile("-?(\\d+\\.\\d+(E-?\\d+)?|Infinity)");
    private static final Map<String, Column.Type> KNOWN = known();

    private final String text;
    private int position;

    private CsvTable(String text) {
        this.text = text;
    }

    static Table parse(String name, String text) {
        CsvTable file = new CsvTable(text);
        List<String> header = file.line();
        List<List<String>> lines = new ArrayList<>();
        while (file.position < text.length()) {
            lines.add(file.line());
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(new Column(header.get(i), type(header.get(i), i, lines)));
        }
        Table table = new Table(name, columns);
        for (List<String> line : lines) {
            List<Object> row = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                row.add(value(line.get(i), columns.get(i).type()));
            }
            table.add(row);
        }
        return table;
    }

    private static Map<String, Column.Type> known() {
        Map<String, Column.Type> known = new TreeMap<>();
        for (Table table : List.of(
                Schemas.trials(List.of(), true),
                Schemas.configurations(List.of()),
                Schemas.curves(),
                Schemas.steps(true),
                Schemas.trajectory())) {
            table.columns().forEach(column -> known.put(column.name(), column.type()));
        }
        return Collections.unmodifiableMap(known);
    }

    private static Column.Type type(String name, int column, List<List<String>> lines) {
        if (KNOWN.containsKey(name)) {
            return KNOWN.get(name);
        }
        List<String> cells = lines.stream()
                .map(line -> line.get(column))
                .filter(cell -> cell != null)
                .toList();
        if (cells.stream().allMatch(CsvTable::isWhole)) {
            return Column.Type.LONG;
        }
        boolean real = cells.stream().allMatch(cell -> REAL.matcher(cell).matches());
        return real ? Column.Type.DOUBLE : Column.Type.STRING;
    }

    private static boolean isWhole(String cell) {
        try {
            return Long.toString(Long.parseLong(cell)).equals(cell);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Object value(String cell, Column.Type type) {
        if (cell == null) {
            return null;
        }
        return switch (type) {
            case STRING -> cell;
            case LONG -> (Object) Long.parseLong(cell);
            case DOUBLE -> (Object) Double.parseDouble(cell);
        };
    }

    /** The fields up to the end of a line; null for an empty one without quotes. */
    private List<String> line() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (position < text.length() && text.charAt(position++) == ',');
        return fields;
    }

    private String field() {
        if (position < text.length() && text.charAt(position) == '"') {
            return quoted();
        }
        int start = position;
        while (position < text.length() && text.charAt(position) != ',' && text.charAt(position) != '\n') {
            position++;
        }
        return position == start ? null : text.substring(start, position);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        for (position++; position < text.length(); position++) {
            boolean quote = text.charAt(position) == '"';
            boolean twice = quote && position + 1 < text.length() && text.charAt(position + 1) == '"';
            if (quote && !twice) {
                position++;
                break;
            }
            field.append(text.charAt(position));
            position += twice ? 1 : 0;
        }
        return field.toString();
    }
}
