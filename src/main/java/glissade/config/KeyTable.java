package glissade.config;

import java.util.Arrays;
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
            boolean sweepBegins = next.equals("sweep") && !next.equals(section);
            if (!next.equals(section)) {
                table.row("", "", "", "");
                section = next;
            }
            if (sweepBegins) {
                Arrays.stream(SweepSection.values())
                        .forEach(each -> table.row(each.documentation().toArray()));
            }
            table.row(key.path(), key.type().name(), key.standard().words(), meaning(key));
        }
        return table.render();
    }

    private static String meaning(Key<?> key) {
        String conditions = key.conditions().stream().map(Condition::words).collect(Collectors.joining(" and "));
        return conditions.isEmpty() ? key.meaning() : key.meaning() + " (only if " + conditions + ")";
    }
}
