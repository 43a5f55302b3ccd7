package glissade.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.numeric.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFolderTest {
    private static final Block ROWS = Block.dense(
                    3, new float[] {1, 0, 0.1f, -2.5f, 1e-7f, 16_777_216f}, new float[] {0, 1})
            .toSparse();

    @TempDir
    private Path folder;

    private RowFolder rows;

    @BeforeEach
    void open() throws IOException {
        rows = new RowFolder(new Configuration(false), folder.toString());
    }

    @Test
    void csvLooksLikeThis() throws IOException {
        assertEquals(52, rows.write("t.csv", RowFormat.CSV, new RowShape(3, true), sink -> sink.accept(ROWS)));
        assertEquals("""
                x0,x1,x2,target
                1,0,0.1,0
                -2.5,1.0E-7,1.6777216E7,1
                """, Files.readString(folder.resolve("t.csv")));
    }

    @Test
    void libsvmLooksLikeThis() throws IOException {
        rows.write("t.libsvm", RowFormat.LIBSVM, new RowShape(3, true), sink -> sink.accept(ROWS));
        assertEquals("""
                0 1:1 3:0.1
                1 1:-2.5 2:1.0E-7 3:1.6777216E7
                """, Files.readString(folder.resolve("t.libsvm")));
    }

    @Test
    void valueTargetsAreWrittenInFull() throws IOException {
        Block row = Block.dense(1, new float[] {0}, new float[] {0.1f}).toSparse();
        rows.write("t.csv", RowFormat.CSV, new RowShape(1, false), sink -> sink.accept(row));
        rows.write("t.libsvm", RowFormat.LIBSVM, new RowShape(1, false), sink -> sink.accept(row));
        assertEquals("x0,target\n0,0.1\n", Files.readString(folder.resolve("t.csv")));
        assertEquals("0.1\n", Files.readString(folder.resolve("t.libsvm")));
    }

    @Test
    void parquetHasAColumnAFeature() throws IOException {
        rows.write("t.parquet", RowFormat.PARQUET, new RowShape(3, true), sink -> sink.accept(ROWS));
        try (ParquetReader<Group> reader = reader("t.parquet")) {
            Group first = reader.read();
            assertEquals("x0: 1.0\nx1: 0.0\nx2: 0.1\ntarget: 0\n", first.toString());
            assertEquals(1e-7f, reader.read().getFloat("x1", 0));
            assertEquals(null, reader.read());
        }
    }

    @Test
    void wideParquetHasOneColumnOfLists() throws IOException {
        int width = 129;
        float[] values = new float[width];
        values[width - 1] = 0.3f;
        Block row = Block.dense(width, values, new float[] {2.5f}).toSparse();
        rows.write("t.parquet", RowFormat.PARQUET, new RowShape(width, false), sink -> sink.accept(row));
        try (ParquetReader<Group> reader = reader("t.parquet")) {
            Group read = reader.read();
            Group list = read.getGroup(RowShape.FEATURES, 0);
            assertEquals(width, list.getFieldRepetitionCount("list"));
            assertEquals(0.3f, list.getGroup("list", width - 1).getFloat("element", 0));
            assertEquals(2.5f, read.getFloat(RowShape.TARGET, 0));
        }
    }

    @Test
    void equalRowsGiveEqualBytes() throws IOException {
        for (RowFormat format : RowFormat.values()) {
            for (String name : new String[] {"a", "b"}) {
                rows.write(name, format, new RowShape(3, true), sink -> sink.accept(ROWS));
            }
            assertArrayEquals(Files.readAllBytes(folder.resolve("a")), Files.readAllBytes(folder.resolve("b")));
        }
    }

    @Test
    void whatBreaksOffLeavesNothing() throws IOException {
        for (RowFormat format : RowFormat.values()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> rows.write("t", format, new RowShape(3, true), sink -> {
                        sink.accept(ROWS);
                        throw new IllegalStateException();
                    }));
            assertFalse(rows.holds("t"));
            try (var files = Files.list(folder)) {
                assertEquals(0, files.count());
            }
        }
        rows.write("t", RowFormat.CSV, new RowShape(3, true), sink -> sink.accept(ROWS));
        assertTrue(rows.holds("t"));
    }

    private ParquetReader<Group> reader(String name) throws IOException {
        return ParquetReader.builder(
                        new GroupReadSupport(),
                        new org.apache.hadoop.fs.Path(folder.resolve(name).toUri()))
                .build();
    }
}
