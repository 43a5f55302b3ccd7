package glissade.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The cells of one line at a time, as stretches of its bytes, without blanks around them. A quoted cell (RFC 4180) may hold
 * delimiters, and quotes if doubled; its bytes are moved together where they lie. A quote within a cell is like any other
 * character. Where the delimiter is a blank, several are one.
 */
final class CsvCells implements Serializable {
    private static final long serialVersionUID = 1;
    private static final byte QUOTE = '"';

    private final byte delimiter;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    CsvCells(char delimiter) {
        this.delimiter = (byte) delimiter;
    }

    int count() {
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    String text(byte[] line, int cell) {
        return Utf8.text(line, starts[cell], ends[cell]);
    }

    /** Whether there is nothing in a line. */
    boolean isBlank(byte[] line, int from, int to) {
        return skipBlanks(line, from, to) == to;
    }

    /** Finds the cells of a line; one without a delimiter has one cell. */
    void split(byte[] line, int from, int to) {
        count = 0;
        int end = to;
        while (end > from && isBlank(line[end - 1])) {
            end--;
        }
        int at = from;
        do {
            at = skipBlanks(line, at, end);
            at = at < end && line[at] == QUOTE ? quoted(line, at, end) : plain(line, at, end);
        } while (at++ < end);
    }

    /** Takes a cell without quotes; the place of the delimiter behind it. */
    private int plain(byte[] line, int from, int to) {
        int at = from;
        while (at < to && line[at] != delimiter) {
            at++;
        }
        int end = at;
        while (end > from && isBlank(line[end - 1])) {
            end--;
        }
        add(from, end);
        return at;
    }

    private int quoted(byte[] line, int from, int to) {
        int end = from + 1;
        int at = from + 1;
        while (at < to && (line[at] != QUOTE || (at + 1 < to && line[at + 1] == QUOTE))) {
            at += line[at] == QUOTE ? 1 : 0;
            line[end++] = line[at++];
        }
        if (at == to) {
            throw new BadLine("cell " + (count + 1)
                    + " has a quote that does not end on its line (line breaks within quotes are not read)");
        }
        add(from + 1, end);
        int next = skipBlanks(line, at + 1, to);
        if (next < to && line[next] != delimiter && line[next - 1] != delimiter) {
            throw new BadLine("cell " + count + " has text behind its closing quote");
        }
        return next < to && line[next] != delimiter ? next - 1 : next;
    }

    private int skipBlanks(byte[] line, int from, int to) {
        int at = from;
        while (at < to && isBlank(line[at])) {
            at++;
        }
        return at;
    }

    private boolean isBlank(byte character) {
        return character == ' ' || (character == '\t' && delimiter != '\t') || character == '\r';
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }
}
