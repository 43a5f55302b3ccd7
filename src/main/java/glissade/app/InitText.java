package glissade.app;

import glissade.data.TableGuess;
import glissade.data.TableGuess.Column;
import glissade.data.TableGuess.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The experiment that {@code glissade init} prints: it runs as it is, and says of every guess why it was made.
 *
 * @param path as the user gave it
 * @param table what was found there
 */
record InitText(String path, TableGuess table) {
    /** With fewer rows none are held out. */
    private static final long FEW_ROWS = 50;

    private static final int MOST_SHOWN = 8;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_ALIGNED = 24;

    /** A line of the section {@code data}. */
    private record Setting(String key, String value, String comment) {}

    String render() {
        return head() + "\n" + data() + "\n" + columns() + "\n" + training();
    }

    private String head() {
        return """
                # A start for your own data, by `glissade init`: each guess says why. Put right what is wrong, then
                #
                #   submit/glissade plan THIS-FILE    how the table is understood; nothing is trained
                #   submit/glissade run  THIS-FILE

                """ + "# " + Wording.number(table.rows(), "row") + " of "
                + Wording.number(table.columns().size(), "column")
                + (table.whole() ? "." : ", as far as was looked; there are more.") + "\n";
    }

    private String data() {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting("source", "csv", ""));
        settings.add(new Setting("path", quoted(path), ""));
        if (table.delimiter() != ',') {
            String delimiter = table.delimiter() == '\t' ? "\"\\t\"" : "\"" + table.delimiter() + "\"";
            settings.add(new Setting("delimiter", delimiter, "stands equally often in each line"));
        }
        settings.add(new Setting("header", Boolean.toString(table.header()), table.headerReason()));
        settings.add(new Setting("target", name(table.target()), table.target().reason()));
        settings.add(task());
        table.id().ifPresent(id -> settings.add(new Setting("id", name(id), id.reason() + ", so not learnt from")));
        addNames(settings, "drop", Use.DROP);
        addNames(settings, "categorical", Use.CATEGORICAL);
        addMissing(settings);
        if (!table.with(Use.NUMBER).isEmpty()) {
            settings.add(new Setting("scaling", "standardize", "so that numbers of any size count alike"));
        }
        boolean few = table.rows() < FEW_ROWS;
        settings.add(
                new Setting("test", few ? "0" : "0.2", few ? "too few rows to hold any out" : "held out for the test"));
        settings.add(new Setting("validation", few ? "0" : "0.2", few ? "" : "held out of the rest, to choose by"));
        return section(settings);
    }

    private Setting task() {
        if (table.classes().isEmpty()) {
            return new Setting(
                    "task", "value", "many or fractional numbers; classes would be few whole numbers, or text");
        }
        int count = table.classes().size();
        String shown = table.classes().stream()
                .limit(MOST_SHOWN)
                .map(InitText::shortened)
                .collect(Collectors.joining(", "));
        return new Setting("task", "classes", count + " of them: " + shown + (count > MOST_SHOWN ? ", ..." : ""));
    }

    private void addNames(List<Setting> settings, String key, Use use) {
        List<Column> columns = table.with(use);
        if (!columns.isEmpty()) {
            String names = columns.stream().map(InitText::name).collect(Collectors.joining(", ", "[", "]"));
            settings.add(new Setting(key, names, "see below"));
        }
    }

    private void addMissing(List<Setting> settings) {
        long missing = table.missing();
        if (table.target().missing() > 0) {
            settings.add(new Setting(
                    "missing",
                    "drop",
                    "the target lacks in " + Wording.number(table.target().missing(), "row")));
        } else if (missing > 0) {
            settings.add(new Setting("missing", "mean", Wording.number(missing, "cell") + " of features say nothing"));
        } else if (!table.whole()) {
            settings.add(new Setting("missing", "mean", "in case cells lack in rows that were not looked at"));
        }
    }

    private static String section(List<Setting> settings) {
        int keys = settings.stream()
                .mapToInt(setting -> setting.key().length())
                .max()
                .orElse(0);
        int values = settings.stream()
                .mapToInt(setting -> setting.value().length())
                .filter(length -> length <= LONGEST_ALIGNED)
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder("data {\n");
        for (Setting setting : settings) {
            text.append("  ")
                    .append(setting.key())
                    .append(" ".repeat(keys - setting.key().length()));
            text.append(" = ").append(setting.value());
            if (!setting.comment().isEmpty()) {
                text.append(" ".repeat(Math.max(0, values - setting.value().length())));
                text.append("  # ").append(comment(setting.comment()));
            }
            text.append('\n');
        }
        return text.append("}\n").toString();
    }

    /** What each column is used for. */
    private String columns() {
        StringBuilder text = new StringBuilder("# The columns:\n");
        for (Column column : table.columns()) {
            String use =
                    switch (column.use()) {
                        case NUMBER -> "a number";
                        case CATEGORY, CATEGORICAL -> "categories, one feature for each";
                        case TARGET -> "the target";
                        case ID -> "names rows";
                        case DROP -> "left out";
                    };
            String missing = column.missing() == 0 ? "" : "; " + Wording.number(column.missing(), "cell") + " missing";
            text.append(comment("#   " + label(column) + ": " + use + " (" + column.reason() + missing + ")"))
                    .append('\n');
        }
        return text.toString();
    }

    private String training() {
        boolean classes = !table.classes().isEmpty();
        return "# "
                + (classes
                        ? "Classes: softmax; mlp with hidden = [16] finds bent borders too.\n"
                        : "A value: linear; mlp with hidden = [16] and head = mse finds curves too.\n")
                + "model.type = " + (classes ? "softmax" : "linear") + "\n" + """

                # Every combination of these is trained, and the best is named.
                training {
                  epochs = 50
                  optimizer.type = adam
                }

                sweep.grid {
                  training.batch-size    = [10, 50]
                  training.learning-rate = [0.003, 0.01, 0.03, 0.1]
                }
                """;
    }

    private static String name(Column column) {
        return column.name() == null ? Integer.toString(column.number()) : quoted(column.name());
    }

    private static String label(Column column) {
        return column.name() == null ? "column " + column.number() : shortened(column.name());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "...";
    }

    private static String quoted(String text) {
        return DataText.quoted(text);
    }

    /** A comment ends with its line. */
    private static String comment(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
