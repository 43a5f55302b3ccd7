package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.TableSpec.Missing;
import glissade.data.TableSpec.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which CSV can be wrong is told in one sentence with file, line and column. */
class BadCsvTest {
    private static final String GOOD = "a,b,y\n1,2,u\n3,4,v\n";

    @TempDir
    private Path folder;

    private Tables csv(String text) throws IOException {
        return Tables.csv(write("x.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private void refused(String message, Tables tables) {
        assertEquals(
                message.replace("@", folder + "/"),
                assertThrows(BadData.class, () -> DataSets.open(tables.spec())).getMessage());
    }

    private void refused(String message, String text) throws IOException {
        refused("@x.csv" + message, csv(text));
    }

    @Test
    void emptyFile() throws IOException {
        refused(" is empty, expected rows", "");
        refused(" has no rows", "a,b,y\n");
        refused(", line 1: the line is blank, expected a header", "\na,b,y\n1,2,u\n");
        write("more.csv", new byte[0]);
        csv(GOOD);
        refused("@more.csv, line 1: the file is empty, expected a header", Tables.csv(folder));
    }

    @Test
    void headerWithoutTheColumn() throws IOException {
        refused(
                "@x.csv has no column 'z' (data.target); its header has a, b, y",
                csv(GOOD).target(ColumnName.named("z")));
        refused(
                "@x.csv has no column 'B' (data.drop); its header has a, b, y",
                csv(GOOD).drop("B"));
        refused("@x.csv has 3 columns, data.target asks for column 4", csv(GOOD).target(ColumnName.numbered(4)));
        refused(
                "@x.csv has no column 'y' (data.target); its columns have no names, as data.header = false: count them"
                        + " from 1",
                csv(GOOD).form(false, ",").target(ColumnName.named("y")));
        refused(
                "@x.csv has two columns 'a' (data.target): count them from 1 instead",
                csv("a,a,y\n1,2,u\n").target(ColumnName.named("a")));
        refused("@x.csv: data.id and data.target are both column 'y'", csv(GOOD).id("y"));
        refused("@x.csv: data.drop names the target, column 'y'", csv(GOOD).drop("y"));
    }

    @Test
    void nothingToLearnFrom() throws IOException {
        refused(
                " has no column to learn from beside the target, column 'a;b;y' (of 1; is data.delimiter right?)",
                GOOD.replace(',', ';'));
        refused(
                "@x.csv has no column to learn from beside the target, column 'y' (of 3; is data.delimiter right?)",
                csv(GOOD).drop("a", "b"));
    }

    @Test
    void raggedLine() throws IOException {
        refused(", line 3: 2 cells, expected 3 as in the header", "a,b,y\n1,2,u\n3,v\n");
        refused(", line 4: 4 cells, expected 3 as in the header", "a,b,y\n1,2,u\n\n3,4,5,v\n");
        refused(
                "@x.csv, line 2: 1 cell, expected 3 as in the first line",
                csv("1,2,u\n3\n").form(false, ","));
    }

    @Test
    void textInANumber() throws IOException {
        refused(
                ", line 3: column 'b' is 'four', expected a number (data.categorical is for columns of categories)",
                GOOD.replace("4", "four"));
        refused(", line 3: column 'b' is '-inf', expected a finite number", GOOD.replace("4", "-inf"));
        refused(", line 3: column 'b' is '4e40', which is too large for a float", GOOD.replace("4", "4e40"));
        refused(
                "@x.csv, line 2: column 1 is '1.5.2', expected a number (data.categorical is for columns of categories)",
                csv("1,2,u\n1.5.2,4,v\n").form(false, ","));
    }

    @Test
    void textInATargetOfNumbers() throws IOException {
        refused(
                ", line 3: the target, column 'y', is 'v', expected a number as in the rows before (data.task = classes"
                        + " takes any text)",
                "a,y\n1,2\n3,v\n");
        refused(
                "@x.csv, line 2: the target, column 'y', is 'u', expected a number",
                csv(GOOD).task(Task.VALUE));
        assertEquals(2, csv("a,y\n1,2\n3,v\n").task(Task.CLASSES).summary().classes());
    }

    @Test
    void missingCells() throws IOException {
        refused(", line 3: column 'b' is empty; data.missing = mean or drop would allow that", GOOD.replace("4", " "));
        refused(
                ", line 2: column 'a' is 'NaN' (missing); data.missing = mean or drop would allow that",
                GOOD.replace("1", "NaN"));
        refused(
                "@x.csv, line 3: column 'y' is '?' (missing); the mean of a target would mean nothing, data.missing ="
                        + " drop leaves it out",
                csv(GOOD.replace("v", "?")).missing(Missing.MEAN));
        refused(
                "each of the 2 rows of @x.csv lacks a cell, so data.missing = drop leaves none to train on",
                csv("a,b,y\n1,,u\n,3,v\n").missing(Missing.DROP));
    }

    @Test
    void lineBreakWithinQuotes() throws IOException {
        refused(
                ", line 3: cell 1 has a quote that does not end on its line (line breaks within quotes are not read)",
                "a,b,y\n1,2,u\n\"3\n\",4,v\n");
        refused(", line 3: cell 1 has text behind its closing quote", "a,b,y\n1,2,u\n\"3\"4,4,v\n");
    }

    @Test
    void oneClassOnly() throws IOException {
        refused("all 2 training rows are of one class; at least two are needed", csv(GOOD.replace("v", "u")));
    }

    @Test
    void otherEncodings() throws IOException {
        refused(
                "@x.csv, line 1: the file begins with a mark of UTF-16, expected UTF-8 text",
                Tables.csv(write("x.csv", GOOD.getBytes(StandardCharsets.UTF_16))));
        refused(
                "@x.csv, line 1: the file begins like gzip, expected text (gzip? then name it .gz)",
                Tables.csv(write("x.csv", MnistFiles.gzip(Utf8.bytes(GOOD)))));
        refused(
                "@x.csv.gz is not a sound gzip file: Not in GZIP format",
                Tables.csv(write("x.csv.gz", Utf8.bytes(GOOD))));
        byte[] gzip = MnistFiles.gzip(Utf8.bytes(GOOD));
        refused("@x.csv.gz ends too early", Tables.csv(write("x.csv.gz", Arrays.copyOf(gzip, gzip.length - 4))));
        gzip[gzip.length - 8] ^= 1;
        refused("@x.csv.gz is not a sound gzip file: Corrupt GZIP trailer", Tables.csv(write("x.csv.gz", gzip)));
    }

    @Test
    void missingPath() throws IOException {
        refused("there is no file or folder @none.csv (from data.path)", Tables.csv(folder + "/none.csv"));
        refused(
                "there is no file or folder @none.csv (from data.test-path)",
                csv(GOOD).test(folder + "/none.csv"));
    }

    /** A link to itself, which not even an administrator can read; and a secret, from those who are none. */
    @Test
    void unreadableFile() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop.csv"), Path.of("loop.csv"));
        String message = assertThrows(
                        BadData.class, () -> DataSets.open(Tables.csv(loop).spec()))
                .getMessage();
        assertTrue(message.contains("loop.csv"), message);
        Path secret = write("secret.csv", Utf8.bytes(GOOD));
        if (secret.toFile().setReadable(false) && !Files.isReadable(secret)) {
            refused("@secret.csv cannot be read: permission denied", Tables.csv(secret));
        }
    }

    @Test
    void otherFilesHaveTheSameColumns() throws IOException {
        write("test.csv", Utf8.bytes("a,y,b\n1,u,2\n"));
        refused(
                "@test.csv, line 1: the header is 'a,y,b', expected the columns a, b, y",
                csv(GOOD).test(folder + "/test.csv"));
        refused("@x.csv, line 1: the header is 'a,b,y', expected the columns a, y, b", Tables.csv(folder));
    }

    @Test
    void unknownClassInTheTest() throws IOException {
        write("test.csv", Utf8.bytes("a,b,y\n1,2,u\n3,4,w\n"));
        refused(
                "@test.csv, line 3: the target, column 'y', is 'w', expected a class of the training rows: u, v",
                csv(GOOD).test(folder + "/test.csv"));
    }

    @Test
    void shares() throws IOException {
        refused("data.test = 0.01 holds out none of 2 rows", csv(GOOD).testShare(0.01));
        assertThrows(
                IllegalArgumentException.class,
                () -> csv(GOOD).testShare(0.5).test("x.csv").table().test());
    }

    @Test
    void tooManyCategories() throws IOException {
        StringBuilder text = new StringBuilder("a,y\n");
        for (int i = 0; i <= GeneratorSpec.MOST_CLASSES; i++) {
            text.append('n').append(i).append(',').append(i % 2).append('\n');
        }
        refused(
                ", line 65538: column 'a' is text with more than 65536 different categories: is it an id (data.id), or"
                        + " not needed (data.drop)?",
                text.toString());
    }
}
