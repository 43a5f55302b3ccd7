package glissade.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path out;

    record Note(String name, double rate) {}

    private Path path;
    private RunFolder folder;

    @BeforeEach
    void openFolderWithSpaces() throws IOException {
        path = out.resolve("a b/größe/7");
        folder = RunFolder.of(new Configuration(), out + "/a b", "größe", "7");
    }

    @Test
    void nothingIsCreatedBeforeTheFirstWrite() throws IOException {
        assertEquals(Optional.empty(), folder.status());
        assertEquals(List.of(), list(out));
        assertEquals(path.toString(), folder.location());
    }

    @Test
    void holdsItsFilesAndNoLitter() throws IOException {
        folder.writeStatus(Status.begun());
        folder.writeManifest(new Note("x", 1));
        folder.writeParquet(Examples.trials());
        folder.writeCsv(Examples.trials());
        folder.writeModel(new Note("softmax", 1), new float[] {1});
        assertEquals(List.of("manifest.json", "model", "status.json", "trials.csv", "trials.parquet"), list(path));
        assertEquals(List.of("model.json", "parameters.bin"), list(path.resolve("model")));
    }

    @Test
    void statusComesBack() throws IOException {
        Status done = Status.begun().in("training").succeeded("abc");
        folder.writeStatus(Status.begun());
        folder.writeStatus(done);
        assertEquals(Optional.of(done), folder.status());
        String text = Files.readString(path.resolve("status.json"));
        assertTrue(
                text.startsWith("{\n  \"state\" : \"succeeded\",\n  \"phase\" : \"done\",\n  \"exitCode\" : 0,"), text);
    }

    @Test
    void numbersInJsonAreTheShortest() throws IOException {
        folder.writeManifest(new Note("x", Double.parseDouble("4.73e21")));
        assertEquals(
                "{\n  \"name\" : \"x\",\n  \"rate\" : 4.73E21\n}\n", Files.readString(path.resolve("manifest.json")));
        assertEquals(new Note("x", Double.parseDouble("4.73e21")), folder.manifest(Note.class));
    }

    @Test
    void equalTablesGiveEqualBytes() throws IOException {
        folder.writeParquet(Examples.curves(20_000));
        byte[] first = Files.readAllBytes(path.resolve("curves.parquet"));
        folder.writeParquet(Examples.curves(20_000));
        assertArrayEquals(first, Files.readAllBytes(path.resolve("curves.parquet")));
        folder.writeParquet(Examples.curves(20_001));
        assertNotEquals(first.length, Files.size(path.resolve("curves.parquet")));
    }

    /** The library would list them in the order of this process's hash codes. */
    @Test
    void encodingsAreListedInTheSameOrderByEveryProcess() throws IOException {
        folder.writeParquet(Examples.trials());
        byte[] bytes = Files.readAllBytes(path.resolve("trials.parquet"));
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, bytes.length - 8 - length, length));
        footer.getRow_groups().get(0).getColumns().forEach(column -> {
            List<Encoding> listed = column.getMeta_data().getEncodings();
            assertTrue(listed.size() > 1);
            assertEquals(
                    listed.stream()
                            .sorted(Comparator.comparing(Encoding::getValue))
                            .toList(),
                    listed);
        });
    }

    @Test
    void parquetComesBackExactly() throws IOException {
        for (Table table : List.of(Examples.trials(), Examples.curves(3_000), Schemas.timings())) {
            folder.writeParquet(table);
            Table read = folder.readParquet(table.name());
            assertEquals(table.columns(), read.columns());
            assertEquals(table.rows(), read.rows());
            assertEquals(Digest.of(table, table), Digest.of(read, read));
        }
    }

    @Test
    void parametersAreLittleEndianFloats() throws IOException {
        float[] parameters = {1f, -0f, Float.MIN_VALUE, 1e30f};
        folder.writeModel(new Note("", 0), parameters);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path.resolve("model/parameters.bin")));
        assertEquals(4 * parameters.length, bytes.remaining());
        for (float parameter : parameters) {
            assertEquals(parameter, bytes.order(ByteOrder.LITTLE_ENDIAN).getFloat());
        }
    }

    @Test
    void fileAppearsWholeOrNotAtAll() throws IOException {
        Folder files = new Folder(new Configuration(), new org.apache.hadoop.fs.Path(out.toString()));
        assertThrows(
                IOException.class,
                () -> files.write("new", content -> {
                    content.write(new byte[100_000]);
                    throw new IOException("disk full");
                }));
        assertEquals(List.of(), list(out));

        files.write("old", content -> content.write("good".getBytes(StandardCharsets.UTF_8)));
        assertThrows(
                IllegalStateException.class,
                () -> files.write("old", content -> {
                    content.write(new byte[100_000]);
                    assertFalse(Files.size(out.resolve("old")) > 4, "the old file stays until the new one is whole");
                    throw new IllegalStateException("bug");
                }));
        assertEquals(List.of("old"), list(out));
        assertEquals("good", Files.readString(out.resolve("old")));
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
