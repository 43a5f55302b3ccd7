package glissade.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One line at a time of {@code label index:value index:value ... # comment}: its label as a stretch of bytes, its features
 * counted from 0.
 */
final class LibsvmLine implements Serializable {
    private static final long serialVersionUID = 1;

    private final int mostFeatures;
    private int labelStart;
    private int labelEnd;
    private int[] features = new int[64];
    private float[] values = new float[64];
    private int count;

    /** With indices up to so many. */
    LibsvmLine(int mostFeatures) {
        this.mostFeatures = mostFeatures;
    }

    /** Reads a line; false if there is nothing in it but a comment. */
    boolean read(byte[] text, int from, int to) {
        int end = from;
        while (end < to && text[end] != '#') {
            end++;
        }
        labelStart = skipBlanks(text, from, end);
        labelEnd = wordEnd(text, labelStart, end);
        count = 0;
        if (labelStart == end) {
            return false;
        }
        int start = skipBlanks(text, labelEnd, end);
        while (start < end) {
            int wordEnd = wordEnd(text, start, end);
            addEntry(text, start, wordEnd);
            start = skipBlanks(text, wordEnd, end);
        }
        return true;
    }

    int labelStart() {
        return labelStart;
    }

    int labelEnd() {
        return labelEnd;
    }

    int count() {
        return count;
    }

    /** From 0. */
    int feature(int entry) {
        return features[entry];
    }

    float value(int entry) {
        return values[entry];
    }

    private void addEntry(byte[] text, int from, int to) {
        int colon = from;
        while (colon < to && text[colon] != ':') {
            colon++;
        }
        int index = index(text, from, colon, to);
        if (count > 0 && index - 1 <= features[count - 1]) {
            throw new BadLine("index " + index + " comes after index " + (features[count - 1] + 1)
                    + ", expected indices in ascending order");
        }
        if (count == features.length) {
            features = Arrays.copyOf(features, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        features[count] = index - 1;
        values[count++] = FloatText.parseFinite(text, colon + 1, to, "feature " + index, "");
    }

    private int index(byte[] text, int from, int colon, int to) {
        long index = 0;
        for (int at = from; at < colon; at++) {
            int digit = text[at] - '0';
            index = digit < 0 || digit > 9 || index < 0 ? -1 : Math.min(index * 10 + digit, Integer.MAX_VALUE);
        }
        if (colon == to || colon == from || (index < 0 && text[from] != '-')) {
            throw new BadLine("found " + BadLine.quoted(text, from, to) + ", expected index:value");
        }
        if (index < 1) {
            throw new BadLine("found " + BadLine.quoted(text, from, to) + ", but indices begin at 1");
        }
        if (index > mostFeatures) {
            throw new BadLine("index " + FloatText.string(text, from, Math.min(colon, from + 20))
                    + ", expected at most " + mostFeatures);
        }
        return (int) index;
    }

    private static int skipBlanks(byte[] text, int from, int to) {
        int at = from;
        while (at < to && isBlank(text[at])) {
            at++;
        }
        return at;
    }

    private static int wordEnd(byte[] text, int from, int to) {
        int at = from;
        while (at < to && !isBlank(text[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t' || character == '\r';
    }
}
