package glissade.config;

import java.util.stream.Collectors;

/** What {@code glissade keys} prints. */
public final class KeyTable {
    private static final int[] WIDEST_CELLS = {40, 20, 22, 45};

    private KeyTable() {}

    /** Every key, its type, its default, its meaning, section by section. */
    public static String render() {
        TextTable table = new TextTable("key", "type", "default", "meaning").wrapAt(WIDEST_CELLS);
        String section = null;
        for (Key<?> key : Keys.ALL) {
            String next = key.path().substring(0, Math.max(0, key.path().indexOf('.')));
            if (!next.equals(section)) {
                table.row("", "", "", "");
                section = next;
            }
            table.row(key.path(), key.type().name(), key.standard().words(), meaning(key));
        }
        addAxes(table);
        return table.render();
    }

    private static void addAxes(TextTable table) {
        table.row("", "", "", "");
        table.row(
                Keys.GRID + ".\"KEY\"",
                "list of values",
                "(none)",
                "values to try, a trial for every combination; KEY: seed or a key of data, model, training, evaluate");
    }

    private static String meaning(Key<?> key) {
        String conditions = key.conditions().stream().map(Condition::words).collect(Collectors.joining(" and "));
        return conditions.isEmpty() ? key.meaning() : key.meaning() + " (only if " + conditions + ")";
    }
}
