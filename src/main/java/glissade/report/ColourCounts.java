package glissade.report;

import java.util.Arrays;

/** A number for each colour of a picture: a table with open addresses, as there are millions of pixels. */
final class ColourCounts {
    private static final int FIRST_CAPACITY = 1 << 12;
    /** Spreads colours that are alike (2^32 over the golden ratio). */
    private static final int SPREAD = 0x9E3779B9;

    private static final int NONE = -1;

    private int[] keys;
    private int[] numbers;
    private int size;
    private int last = NONE;
    private int lastPlace;

    ColourCounts() {
        this(FIRST_CAPACITY);
    }

    private ColourCounts(int capacity) {
        keys = new int[capacity];
        Arrays.fill(keys, NONE);
        numbers = new int[capacity];
    }

    /** One more of a colour. */
    void count(int colour) {
        if (colour != last) {
            if (2 * size >= keys.length) {
                grow();
            }
            lastPlace = place(colour);
            last = colour;
            if (keys[lastPlace] == NONE) {
                keys[lastPlace] = colour;
                size++;
            }
        }
        numbers[lastPlace]++;
    }

    /** The number of a colour that is there. */
    int of(int colour) {
        return numbers[place(colour)];
    }

    /** All of them, ascending. */
    int[] colours() {
        int[] all = new int[size];
        int next = 0;
        for (int key : keys) {
            if (key != NONE) {
                all[next++] = key;
            }
        }
        Arrays.sort(all);
        return all;
    }

    /** The numbers of these. */
    int[] counts(int[] colours) {
        int[] all = new int[colours.length];
        for (int i = 0; i < colours.length; i++) {
            all[i] = of(colours[i]);
        }
        return all;
    }

    /** The same colours with other numbers. */
    ColourCounts with(int[] colours, int[] others) {
        ColourCounts other = new ColourCounts(keys.length);
        for (int i = 0; i < colours.length; i++) {
            int place = other.place(colours[i]);
            other.keys[place] = colours[i];
            other.numbers[place] = others[i];
        }
        return other;
    }

    private int place(int colour) {
        int place = (colour * SPREAD) >>> (Integer.numberOfLeadingZeros(keys.length) + 1);
        while (keys[place] != colour && keys[place] != NONE) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    private void grow() {
        int[] before = keys;
        int[] counted = numbers;
        keys = new int[2 * before.length];
        Arrays.fill(keys, NONE);
        numbers = new int[keys.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != NONE) {
                int place = place(before[i]);
                keys[place] = before[i];
                numbers[place] = counted[i];
            }
        }
    }
}
