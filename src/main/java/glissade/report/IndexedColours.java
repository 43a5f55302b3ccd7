package glissade.report;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same picture in 256 colours, which makes its file half as large. Pictures have few colours and their mixtures along
 * edges: half of the palette are the most frequent ones, the other half are added one by one, each time the one farthest
 * from all that are there.
 */
final class IndexedColours {
    private static final int MOST = 256;
    private static final int FREQUENT = 128;

    private final List<Integer> palette = new ArrayList<>();
    private final List<Integer> colours;
    private final int[] distances;
    private final int[] nearest;

    private IndexedColours(Map<Integer, Integer> counts) {
        // By colour between equal counts, as the map is in that order.
        colours = counts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        distances = new int[colours.size()];
        nearest = new int[colours.size()];
        Arrays.fill(distances, Integer.MAX_VALUE);
        colours.stream().limit(FREQUENT).forEach(this::add);
        while (palette.size() < Math.min(MOST, colours.size())) {
            add(colours.get(farthest()));
        }
    }

    static BufferedImage of(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        IndexedColours indexed = new IndexedColours(counts);
        Map<Integer, Integer> places = new TreeMap<>();
        for (int i = 0; i < indexed.colours.size(); i++) {
            places.put(indexed.colours.get(i), indexed.nearest[i]);
        }
        BufferedImage result =
                new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, indexed.model());
        for (int i = 0; i < pixels.length; i++) {
            result.getRaster().setSample(i % width, i / width, 0, places.get(pixels[i] & 0xFFFFFF));
        }
        return result;
    }

    private void add(int colour) {
        for (int i = 0; i < distances.length; i++) {
            int distance = distance(colour, colours.get(i));
            if (distance < distances[i]) {
                distances[i] = distance;
                nearest[i] = palette.size();
            }
        }
        palette.add(colour);
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
        for (int i = 0; i < palette.size(); i++) {
            red[i] = (byte) (palette.get(i) >> 16);
            green[i] = (byte) (palette.get(i) >> 8);
            blue[i] = palette.get(i).byteValue();
        }
        return new IndexColorModel(8, MOST, red, green, blue);
    }
}
