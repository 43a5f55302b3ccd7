package glissade.report;

import glissade.store.Column;
import glissade.store.Csv;
import glissade.store.Schemas;
import glissade.store.Table;

/** Tables that a page holds whole, as the text of their CSV files: shown, sorted, and handed out again byte for byte. */
final class TrialsPart {
    private TrialsPart() {}

    /** The table {@code trials}, what was swept in it, and its ranking. */
    static void write(RunTables run, JsonText json) {
        json.name("trials").beginObject();
        writeTable(run.trials(), json);
        json.name("swept").beginArray();
        for (Column column : Schemas.swept(run.trials())) {
            json.beginArray()
                    .value(column.name())
                    .value(run.names().label(column.name()))
                    .endArray();
        }
        json.endArray().name("ranked").beginArray();
        run.order().forEach(json::value);
        json.endArray()
                .name("leaders")
                .value(run.leaders(Integer.MAX_VALUE).size())
                .endObject();
    }

    /** Another table, as far as a page needs nothing but its cells. */
    static void write(Table table, JsonText json) {
        json.name(table.name()).beginObject();
        writeTable(table, json);
        json.endObject();
    }

    private static void writeTable(Table table, JsonText json) {
        json.name("columns").beginArray();
        for (Column column : table.columns()) {
            json.beginArray().value(column.name()).value(type(column)).endArray();
        }
        json.endArray().name("csv").value(Csv.text(table));
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case STRING -> "text";
            case LONG -> "whole";
            case DOUBLE -> "real";
        };
    }
}
