package glissade.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Distinct texts as bytes, numbered in the order in which they were added, each with the number of times it was. */
final class ByteTexts implements Serializable {
    private static final long serialVersionUID = 1;

    private byte[][] texts = new byte[8][];
    private long[] counts = new long[8];
    private int size;
    /** Open addressing: one more than the number of a text, or 0. */
    private int[] slots = new int[32];

    int size() {
        return size;
    }

    long count(int number) {
        return counts[number];
    }

    String text(int number) {
        return Utf8.text(texts[number], 0, texts[number].length);
    }

    /** The number of a text, or -1. */
    int find(byte[] bytes, int from, int to) {
        return slots[slot(bytes, from, to)] - 1;
    }

    /** Adds a text once more; its number. */
    int add(byte[] bytes, int from, int to) {
        return add(bytes, from, to, 1);
    }

    /** Adds those of another as often as they were added there. */
    void add(ByteTexts other) {
        for (int i = 0; i < other.size; i++) {
            add(other.texts[i], 0, other.texts[i].length, other.counts[i]);
        }
    }

    private int add(byte[] bytes, int from, int to, long times) {
        int slot = slot(bytes, from, to);
        if (slots[slot] == 0) {
            if (size == texts.length) {
                texts = Arrays.copyOf(texts, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            texts[size] = Arrays.copyOfRange(bytes, from, to);
            slots[slot] = ++size;
            if (4L * size > 3L * slots.length) {
                enlarge();
                slot = slot(bytes, from, to);
            }
        }
        int number = slots[slot] - 1;
        counts[number] += times;
        return number;
    }

    private void enlarge() {
        slots = new int[2 * slots.length];
        for (int i = 0; i < size; i++) {
            slots[slot(texts[i], 0, texts[i].length)] = i + 1;
        }
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int mask = slots.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (slots[slot] != 0 && !equal(texts[slots[slot] - 1], bytes, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static boolean equal(byte[] text, byte[] bytes, int from, int to) {
        return Arrays.equals(text, 0, text.length, bytes, from, to);
    }

    /** The same texts and counts, numbered by their bytes. */
    ByteTexts sorted() {
        return sorted(Arrays::compareUnsigned);
    }

    /** The same texts and counts, numbered in an order. */
    ByteTexts sorted(Comparator<byte[]> order) {
        ByteTexts sorted = new ByteTexts();
        IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> order.compare(texts[a], texts[b]))
                .forEach(i -> sorted.add(texts[i], 0, texts[i].length, counts[i]));
        return sorted;
    }

    /** Whether all texts are of some kind. */
    boolean all(Predicate<byte[]> kind) {
        return Arrays.stream(texts, 0, size).allMatch(kind);
    }
}
