package glissade.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A few numbers of every n-th step of one lane, beginning with the first of them. With a bound on its rows, an even number,
 * it thins itself out: when it is full, every other row is dropped and n doubles, so that what is left depends on the steps
 * alone.
 */
public final class StepSeries implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final int columns;
    private final int mostRows;
    private long every;
    private int rows;
    private double[] values = {};

    private StepSeries(int columns, long every, int mostRows) {
        this.columns = columns;
        this.every = every;
        this.mostRows = mostRows;
    }

    static StepSeries unbounded(int columns, long every) {
        return new StepSeries(columns, every, UNBOUNDED);
    }

    static StepSeries bounded(int columns, long every, int mostRows) {
        return new StepSeries(columns, every, mostRows);
    }

    /** Whether a step, by its number, is one of those. */
    boolean wants(long number) {
        return number % every == 0;
    }

    /** Makes room, so that adding the rows of so many steps allocates nothing. */
    void reserve(long steps) {
        long wanted = Math.min(mostRows, rows + steps / every + 1);
        if (wanted * columns > values.length) {
            long grown = Math.min(mostRows, Math.max(wanted, rows + rows / 2L)) * columns;
            values = Arrays.copyOf(values, Math.toIntExact(grown));
        }
    }

    /** Adds a row of three numbers, those beyond its columns to be left out; {@link #reserve} comes first. */
    void add(double first, double second, double third) {
        if (rows == mostRows) {
            thin();
        }
        int at = rows * columns;
        values[at] = first;
        values[at + 1] = second;
        if (columns > 2) {
            values[at + 2] = third;
        }
        rows++;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(columns);
        out.writeLong(every);
        out.writeInt(mostRows);
        out.writeInt(rows);
        for (int i = 0; i < rows * columns; i++) {
            out.writeDouble(values[i]);
        }
    }

    /** What was written of one. */
    static StepSeries read(DataInput in) throws IOException {
        StepSeries series = new StepSeries(in.readInt(), in.readLong(), in.readInt());
        series.rows = in.readInt();
        series.values = new double[series.rows * series.columns];
        for (int i = 0; i < series.values.length; i++) {
            series.values[i] = in.readDouble();
        }
        return series;
    }

    private void thin() {
        for (int row = 0; row < rows; row += 2) {
            System.arraycopy(values, row * columns, values, row / 2 * columns, columns);
        }
        rows /= 2;
        every *= 2;
    }

    /** Steps between two rows. */
    public long every() {
        return every;
    }

    public int rows() {
        return rows;
    }

    public double value(int row, int column) {
        return values[row * columns + column];
    }
}
