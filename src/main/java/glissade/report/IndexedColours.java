package glissade.report;

import java.util.Arrays;

/**
 * The same picture in 256 colours, which makes its file half as large. Pictures have few colours and their mixtures along
 * edges: half of the palette are the most frequent ones, the other half are added one by one, each time the one farthest
 * from all that are there.
 */
final class IndexedColours {
    private static final int MOST = 256;
    private static final int FREQUENT = 128;
    private static final int RGB = 0xFFFFFF;

    /** Every colour of the picture once, ascending. */
    private final int[] colours;

    private final int[] counts;
    /** Of each colour the place of the nearest one in the palette, and its square distance from it. */
    private final int[] nearest;

    private final int[] distances;
    private final int[] palette = new int[MOST];
    private int size;
    private final int[] pixels;
    private final ColourCounts places;

    private IndexedColours(int[] pixels) {
        this.pixels = pixels;
        ColourCounts found = new ColourCounts();
        for (int pixel : pixels) {
            found.count(pixel & RGB);
        }
        colours = found.colours();
        counts = found.counts(colours);
        nearest = new int[colours.length];
        distances = new int[colours.length];
        Arrays.fill(distances, Integer.MAX_VALUE);
        addFrequent();
        while (size < Math.min(MOST, colours.length)) {
            add(colours[farthest()]);
        }
        places = found.with(colours, nearest);
    }

    /** The file of a picture. */
    static byte[] png(int width, int height, int[] pixels) {
        IndexedColours indexed = new IndexedColours(pixels);
        return PngFile.bytes(width, height, Arrays.copyOf(indexed.palette, indexed.size), indexed.places());
    }

    /** Of each pixel the place of its colour in the palette. */
    private byte[] places() {
        byte[] all = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            all[i] = i > 0 && pixels[i] == pixels[i - 1] ? all[i - 1] : (byte) places.of(pixels[i] & RGB);
        }
        return all;
    }

    /** Of colours that are equally frequent those that come first. */
    private void addFrequent() {
        long[] order = new long[colours.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = -((long) counts[i] << Integer.SIZE) + i;
        }
        Arrays.sort(order);
        for (int i = 0; i < Math.min(FREQUENT, order.length); i++) {
            add(colours[(int) order[i]]);
        }
    }

    private void add(int colour) {
        for (int i = 0; i < colours.length; i++) {
            int distance = distance(colour, colours[i]);
            if (distance < distances[i]) {
                distances[i] = distance;
                nearest[i] = size;
            }
        }
        palette[size++] = colour;
    }

    private int farthest() {
        int farthest = 0;
        for (int i = 1; i < distances.length; i++) {
            farthest = distances[i] > distances[farthest] ? i : farthest;
        }
        return farthest;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16) - (b >> 16);
        int green = ((a >> 8) & 0xFF) - ((b >> 8) & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
