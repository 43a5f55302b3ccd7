package glissade.app;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Event files as TensorBoard's own formats describe them, by Google's reader of protocol buffers and a plain CRC-32C. */
final class EventReader {
    private static final int POLYNOMIAL = 0x82F63B78;

    /** A scalar of a step. */
    record Point(long step, double wallTime, float value) {}

    final String version;
    final SortedMap<String, List<Point>> scalars = new TreeMap<>();
    /** The content of summaries for the plug-in hparams, by tag. */
    final SortedMap<String, UnknownFieldSet> parameters = new TreeMap<>();

    EventReader(Path file) throws IOException {
        List<byte[]> records = records(Files.readAllBytes(file));
        this.version = text(UnknownFieldSet.parseFrom(records.get(0)).getField(3));
        for (byte[] record : records.subList(1, records.size())) {
            UnknownFieldSet event = UnknownFieldSet.parseFrom(record);
            long step = event.getField(2).getVarintList().get(0);
            double time =
                    Double.longBitsToDouble(event.getField(1).getFixed64List().get(0));
            for (UnknownFieldSet summary : messages(event.getField(5))) {
                for (UnknownFieldSet value : messages(summary.getField(1))) {
                    add(value, step, time);
                }
            }
        }
    }

    private void add(UnknownFieldSet value, long step, double time) throws IOException {
        String tag = text(value.getField(1));
        if (!value.hasField(9)) {
            float number =
                    Float.intBitsToFloat(value.getField(2).getFixed32List().get(0));
            scalars.computeIfAbsent(tag, each -> new ArrayList<>()).add(new Point(step, time, number));
            return;
        }
        UnknownFieldSet plugin =
                messages(messages(value.getField(9)).get(0).getField(1)).get(0);
        if (!text(plugin.getField(1)).equals("hparams")) {
            throw new IOException("unknown plug-in " + text(plugin.getField(1)));
        }
        parameters.put(tag, messages(plugin.getField(2)).get(0));
    }

    static List<UnknownFieldSet> messages(Field field) throws IOException {
        List<UnknownFieldSet> messages = new ArrayList<>();
        for (ByteString bytes : field.getLengthDelimitedList()) {
            messages.add(UnknownFieldSet.parseFrom(bytes));
        }
        return messages;
    }

    static String text(Field field) {
        return field.getLengthDelimitedList().get(0).toStringUtf8();
    }

    private static List<byte[]> records(byte[] file) throws IOException {
        List<byte[]> records = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            byte[] length = Arrays.copyOfRange(file, in.position(), in.position() + Long.BYTES);
            byte[] content = new byte[(int) in.getLong()];
            require(in.getInt() == masked(length), "length");
            in.get(content);
            require(in.getInt() == masked(content), "content");
            records.add(content);
        }
        return records;
    }

    private static void require(boolean equal, String what) throws IOException {
        if (!equal) {
            throw new IOException("the sum of a record's " + what + " is wrong");
        }
    }

    private static int masked(byte[] bytes) {
        int crc = ~0;
        for (byte next : bytes) {
            crc ^= next & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
            }
        }
        int sum = ~crc;
        return ((sum >>> 15) | (sum << 17)) + 0xA282EAD8;
    }
}
