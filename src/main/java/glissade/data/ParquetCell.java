package glissade.data;

import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;

/**
 * What Parquet hands over of one column, value by value. It never hands over a null, so that in the end each row has to be
 * asked what it got. Whatever is wrong is thrown as {@link BadLine} that speaks of the column.
 */
abstract class ParquetCell {
    /** A number of features that is not known yet. */
    static final int ANY = -1;

    /** Where the values come in. */
    abstract Converter converter();

    /** Before the first value of a row. */
    abstract void begin();

    /** After the last value of a row. */
    abstract void end();

    /** How many features the row in hand has here. */
    abstract int width();

    /** Takes the values of a list, each with its place from 0. */
    @FunctionalInterface
    interface Elements {
        void put(int place, double value);
    }

    static BadLine isNull(String column) {
        return new BadLine(column + " is null, expected a value");
    }

    /** A group of one field. */
    static final class Wrapper extends GroupConverter {
        private final Converter field;
        private final Runnable start;
        private final Runnable end;

        Wrapper(Converter field, Runnable start, Runnable end) {
            this.field = field;
            this.start = start;
            this.end = end;
        }

        @Override
        public Converter getConverter(int index) {
            return field;
        }

        @Override
        public void start() {
            start.run();
        }

        @Override
        public void end() {
            end.run();
        }
    }
}
