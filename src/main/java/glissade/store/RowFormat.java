package glissade.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** How rows of numbers lie in a file. All keep every bit. */
public enum RowFormat {
    /** Text under a header, target last. */
    CSV {
        @Override
        RowWriter open(OutputStream out, RowShape shape) throws IOException {
            return new CsvRows(out, shape);
        }
    },
    /** A column a feature, or one of lists; target last. */
    PARQUET {
        @Override
        RowWriter open(OutputStream out, RowShape shape) throws IOException {
            return new ParquetRows(out, shape);
        }
    },
    /** Text without zeros: {@code target index:value ...}, features counted from 1. */
    LIBSVM {
        @Override
        RowWriter open(OutputStream out, RowShape shape) {
            return new LibsvmRows(out, shape);
        }
    };

    /** As written in a config, and the ending of such files. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract RowWriter open(OutputStream out, RowShape shape) throws IOException;
}
