package glissade.app;

import glissade.data.DataSpec;
import glissade.data.SourceRows;
import glissade.numeric.DecimalText;
import glissade.store.RowFormat;
import glissade.store.RowShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code glissade data} prints, and how it calls its files.
 *
 * @param spec what was generated
 * @param rows of it
 * @param format of the files
 * @param folder where they lie, as the user put it
 */
record DataText(DataSpec spec, SourceRows rows, RowFormat format, String folder) {
    String training() {
        return "train." + format.text();
    }

    String test() {
        return "test." + format.text();
    }

    String path(String file) {
        return folder.endsWith("/") ? folder + file : folder + "/" + file;
    }

    String wrote(String file, long count, long bytes) {
        return "wrote " + path(file) + ": " + Wording.number(count, "row") + ", " + Wording.bytes(bytes);
    }

    /** What is in a row. */
    String columns() {
        String features = Wording.number(rows.features(), "feature")
                + switch (format) {
                    case CSV -> named();
                    case PARQUET -> RowShape.isWide(rows.features()) ? ", a list in " + RowShape.FEATURES : named();
                    case LIBSVM -> ", counted from 1";
                };
        String target = rows.classes() == 0 ? "a number" : "a class from 0 to " + (rows.classes() - 1);
        return features + "; the target is " + target;
    }

    private String named() {
        String first = RowShape.feature(0);
        return rows.features() == 1 ? ", " + first : ", " + first + " to " + RowShape.feature(rows.features() - 1);
    }

    /** The section of a config that reads the files: the same rows, of which others may be held out. */
    String snippet() {
        List<String> lines = new ArrayList<>();
        lines.add("source = " + format.text());
        lines.add("path = " + quoted(path(training())));
        if (rows.testRows() > 0) {
            lines.add("test-path = " + quoted(path(test())));
        }
        lines.add(format == RowFormat.LIBSVM ? "features = " + rows.features() : "target = " + RowShape.TARGET);
        if (spec.seed() != DataSpec.DEFAULT_SEED) {
            lines.add("seed = " + spec.seed());
        }
        if (spec.validation() != DataSpec.DEFAULT_VALIDATION) {
            lines.add("validation = " + DecimalText.plain(spec.validation()));
        }
        if (spec.scale() != DataSpec.DEFAULT_SCALE) {
            lines.add("scale = " + DecimalText.plain(spec.scale()));
        }
        if (spec.scaling() != DataSpec.DEFAULT_SCALING) {
            lines.add("scaling = " + spec.scaling().text());
        }
        if (spec.split() != DataSpec.DEFAULT_SPLIT) {
            lines.add("split = " + spec.split().text());
        }
        return "data {\n  " + String.join("\n  ", lines) + "\n}";
    }

    /** A text of a config. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
