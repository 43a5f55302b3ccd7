package glissade.report;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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

    private IndexedColours(int[] pixels) {
        int[] sorted = Arrays.stream(pixels).map(pixel -> pixel & RGB).sorted().toArray();
        colours = IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || sorted[i] != sorted[i - 1])
                .map(i -> sorted[i])
                .toArray();
        counts = new int[colours.length];
        for (int i = 0, colour = 0; i < sorted.length; i++) {
            colour += sorted[i] == colours[colour] ? 0 : 1;
            counts[colour]++;
        }
        nearest = new int[colours.length];
        distances = new int[colours.length];
        Arrays.fill(distances, Integer.MAX_VALUE);
        List<Integer> mostFirst = IntStream.range(0, colours.length)
                .boxed()
                .sorted(Comparator.comparing(i -> -counts[i]))
                .toList();
        mostFirst.stream().limit(FREQUENT).forEach(i -> add(colours[i]));
        while (size < Math.min(MOST, colours.length)) {
            add(colours[farthest()]);
        }
    }

    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        IndexedColours indexed = new IndexedColours(pixels);
        BufferedImage result =
                new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, indexed.model());
        result.getRaster().setDataElements(0, 0, width, image.getHeight(), indexed.places(pixels));
        return result;
    }

    /** Of each pixel the place of its colour in the palette. */
    private byte[] places(int[] pixels) {
        byte[] places = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            places[i] = i > 0 && pixels[i] == pixels[i - 1]
                    ? places[i - 1]
                    : (byte) nearest[Arrays.binarySearch(colours, pixels[i] & RGB)];
        }
        return places;
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

    private IndexColorModel model() {
        byte[] red = new byte[MOST];
        byte[] green = new byte[MOST];
        byte[] blue = new byte[MOST];
        for (int i = 0; i < size; i++) {
            red[i] = (byte) (palette[i] >> 16);
            green[i] = (byte) (palette[i] >> 8);
            blue[i] = (byte) palette[i];
        }
        return new IndexColorModel(8, MOST, red, green, blue);
    }
}
