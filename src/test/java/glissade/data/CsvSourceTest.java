package glissade.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.data.Source.Part;
import glissade.data.TableSpec.Missing;
import glissade.data.TableSpec.Task;
import glissade.numeric.Block;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
    private static final String PETS = """
            name,weight,colour,age,kind
            Tom,4.5,black,3,cat
            Rex,20,brown,5,dog
            Kit,3,white,1,cat
            """;

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Tables pets() throws IOException {
        return Tables.csv(write("pets.csv", PETS)).id("name");
    }

    private static void assertRows(Tables tables, Part part, float[][] features, float... targets) {
        Source source = tables.open();
        Block rows = Samples.read(source, part, 0, source.shape().rows(part)).toDense();
        assertArrayEquals(targets, rows.targets(), "targets");
        for (int row = 0; row < features.length; row++) {
            float[] found = Arrays.copyOfRange(rows.values(), row * rows.width(), (row + 1) * rows.width());
            assertArrayEquals(features[row], found, "row " + row);
        }
    }

    @Test
    void numbersStayAndCategoriesBecomeOneFeatureEachInSortedOrder() throws IOException {
        float[][] rows = {{4.5f, 1, 0, 0, 3}, {20, 0, 1, 0, 5}, {3, 0, 0, 1, 1}};
        assertRows(pets(), Part.TRAINING, rows, 0, 1, 0);
        assertEquals(List.of("cat", "dog"), pets().open().shape().classNames());
    }

    @Test
    void columnsAreNamedOrCounted() throws IOException {
        Tables byNumber =
                pets().drop("weight", "colour").target(ColumnName.numbered(4)).task(Task.VALUE);
        assertEquals(2, byNumber.open().shape().features());
        assertRows(byNumber, Part.TRAINING, new float[][] {{1, 0}, {0, 1}, {1, 0}}, 3, 5, 1);
        Tables byName = pets().target(ColumnName.named("weight")).drop("colour", "age");
        assertRows(byName, Part.TRAINING, new float[][] {{1, 0}, {0, 1}, {1, 0}}, 4.5f, 20, 3);
    }

    @Test
    void columnsWithoutAHeaderAreCounted() throws IOException {
        Path path = write("x.csv", "1;a;2\n2;b;4\n");
        Tables tables = Tables.csv(path).form(false, ";").target(ColumnName.numbered(1));
        assertRows(tables, Part.TRAINING, new float[][] {{1, 0, 2}, {0, 1, 4}}, 0, 1);
        assertThrows(BadData.class, () -> tables.target(ColumnName.named("a")).open());
    }

    @Test
    void numbersMayBeCategories() throws IOException {
        float[][] rows = {{4.5f, 0, 1, 0}, {20, 0, 0, 1}, {3, 1, 0, 0}};
        assertRows(pets().drop("colour").categorical("age"), Part.TRAINING, rows, 0, 1, 0);
    }

    @Test
    void idsArePassedThrough() throws IOException {
        List<String> ids = new ArrayList<>();
        ((TextSource) pets().open()).readIds(Part.TRAINING, 1, 3, ids::add);
        assertEquals(List.of("Rex", "Kit"), ids);
    }

    @Test
    void wholeNumbersAreClassesInTheirOrderUnlessThereAreMany() throws IOException {
        StringBuilder few = new StringBuilder("x,y\n");
        StringBuilder many = new StringBuilder("x,y\n");
        for (int i = 0; i < 30; i++) {
            few.append(i).append(',').append(i % 20 - 10).append('\n');
            many.append(i).append(',').append(i % 21).append('\n');
        }
        SourceShape classes =
                Tables.csv(write("few.csv", few.toString())).open().shape();
        assertEquals(20, classes.classes());
        assertEquals(List.of("-10", "-9"), classes.classNames().subList(0, 2));
        assertEquals("9", classes.classNames().get(19));
        Path manyPath = write("many.csv", many.toString());
        assertEquals(0, Tables.csv(manyPath).open().shape().classes());
        assertEquals(21, Tables.csv(manyPath).task(Task.CLASSES).open().shape().classes());
        assertEquals(
                0,
                Tables.csv(folder.resolve("few.csv"))
                        .task(Task.VALUE)
                        .open()
                        .shape()
                        .classes());
        Path fraction = write("fraction.csv", "x,y\n1,0\n2,1\n3,0.5\n");
        assertEquals(0, Tables.csv(fraction).open().shape().classes());
    }

    @Test
    void aClassIsTheSameHoweverItsNumberIsWritten() throws IOException {
        Path path = write("x.csv", "x,y\n1,+1\n2,-1\n3,1.0\n4,1\n");
        assertRows(Tables.csv(path), Part.TRAINING, new float[][] {{1}, {2}, {3}, {4}}, 1, 0, 1, 1);
        assertEquals(List.of("-1", "1"), Tables.csv(path).open().shape().classNames());
    }

    @Test
    void marksLineEndsBlanksAndQuotesMakeNoDifference() throws IOException {
        String fingerprint = pets().summary().fingerprint();
        for (String text : List.of(
                "\ufeff" + PETS,
                PETS.replace("\n", "\r\n"),
                PETS + "\n  \n\n",
                PETS.replace("Rex", "\n\nRex").replace(",", " ,\t"),
                PETS.replace("brown", "\"brown\"").replace("4.5", "\"4.5\""),
                PETS.stripTrailing())) {
            Tables tables = Tables.csv(write("other.csv", text)).id("name");
            assertEquals(fingerprint, tables.summary().fingerprint(), text);
        }
    }

    @Test
    void namesMayBeOfAnyScript() throws IOException {
        Path path = write("höhe.csv", "größe,色,ζ\n1,赤,ja\n2,青,né\n");
        Tables tables = Tables.csv(path).target(ColumnName.named("ζ"));
        assertRows(tables, Part.TRAINING, new float[][] {{1, 1, 0}, {2, 0, 1}}, 0, 1);
        assertEquals(List.of("ja", "né"), tables.open().shape().classNames());
    }

    @Test
    void otherEncodingsKeepTheirClassesAndCategoriesApart() throws IOException {
        byte[] latin = "a,y\né,ä\nü,ö\n".getBytes(StandardCharsets.ISO_8859_1);
        Path path = Files.write(folder.resolve("latin.csv"), latin);
        assertRows(Tables.csv(path), Part.TRAINING, new float[][] {{1, 0}, {0, 1}}, 0, 1);
    }

    @Test
    void missingNumbersBecomeTheirMeanAndMissingCategoriesTheirShares() throws IOException {
        Path path = write("x.csv", "a,b,y\n1,u,0\n,u,1\n4,?,0\nNA,v,1\n");
        float[][] rows = {{1, 1, 0}, {2.5f, 1, 0}, {4, (float) (2 / 3.0), (float) (1 / 3.0)}, {2.5f, 0, 1}};
        assertRows(Tables.csv(path).missing(Missing.MEAN), Part.TRAINING, rows, 0, 1, 0, 1);
    }

    @Test
    void rowsWithMissingCellsAreDroppedOnRequestWithTheirCategories() throws IOException {
        Path path = write("x.csv", "a,b,y\n1,u,0\n,w,1\n4,null,0\n3,v,NaN\n5,v,1\n");
        Tables tables = Tables.csv(path).missing(Missing.DROP);
        assertRows(tables, Part.TRAINING, new float[][] {{1, 1, 0}, {5, 0, 1}}, 0, 1);
        assertEquals(
                "3 rows left out, as a cell is missing (data.missing = drop)",
                tables.open().shape().remarks().get(2));
    }

    @Test
    void missingCellsOfUnusedColumnsDoNotMatter() throws IOException {
        Path path = write("x.csv", "a,b,y\n1,,0\n2,?,1\n");
        assertRows(Tables.csv(path).drop("b"), Part.TRAINING, new float[][] {{1}, {2}}, 0, 1);
    }

    @Test
    void testRowsOfAFileOfTheirOwnMayHaveUnknownCategories() throws IOException {
        Path test = write("test.csv", "name,weight,colour,age,kind\nZoe,5,green,2,dog\n");
        assertRows(pets().test(test), Part.TEST, new float[][] {{5, 0, 0, 0, 2}}, 1);
    }

    @Test
    void oneFileHoldsAllThreeSplits() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i).append(',').append(i % 2).append('\n');
        }
        Tables tables =
                Tables.csv(write("all.csv", text.toString())).testShare(0.2).heldOut(0.25);
        DataSummary summary = tables.summary();
        assertEquals(10_000, summary.trainingRows() + summary.validationRows() + summary.testRows());
        assertTrue(Math.abs(summary.testRows() - 2_000) < 150);
        assertTrue(Math.abs(summary.validationRows() - 2_000) < 150);
        Shard whole = DataSets.open(tables.spec()).sharded(1).load(0);
        List<Integer> values = new ArrayList<>();
        for (Split split : Split.values()) {
            for (float value : whole.rows(split).toDense().values()) {
                values.add((int) value);
            }
        }
        assertEquals(10_000, values.stream().distinct().count());
        RecentRows.forget();
        List<Shard> shards = Samples.loadAll(DataSets.open(tables.spec()).sharded(4));
        RecentRows.forget();
        for (Split split : Split.values()) {
            Samples.assertSame(
                    whole.rows(split),
                    Samples.join(shards.stream().map(shard -> shard.rows(split)).toList()));
        }
    }

    @Test
    void aRowThatIsHeldOutStaysSoWhenTheFileGrows() throws IOException {
        String text = "x,y\n" + "1,0\n2,1\n".repeat(500);
        Tables tables = Tables.csv(write("x.csv", text)).testShare(0.3);
        Block before =
                Samples.read(tables.open(), Part.TEST, 0, tables.open().shape().testRows());
        write("x.csv", text + "3,0\n".repeat(700));
        Block after = Samples.read(tables.open(), Part.TEST, 0, before.rows());
        Samples.assertSame(before, after);
    }

    @Test
    void aSingleRowOrASingleFeatureTrains() throws IOException {
        assertEquals(
                1, Tables.csv(write("one.csv", "a,b,y\n1,2,3.5\n")).summary().trainingRows());
        assertEquals(
                1, Tables.csv(write("narrow.csv", "a,y\n1,0\n2,1\n")).summary().features());
    }

    @Test
    void remarksSayWhatWasConcluded() throws IOException {
        assertEquals(
                List.of(
                        "features from 2 columns of numbers and 1 of categories: colour 3",
                        "the target, column 'kind', classes, as it is text"),
                pets().open().shape().remarks());
    }
}
