package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.TableFacts.Column;
import glissade.data.TableSpec.Missing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFactsTest {
    @TempDir
    Path folder;

    @Test
    void columnsThatMatterAreNamedWithTheShareOfTheirMissingCells() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), """
                id,size,colour,note,kind
                a,1,red,x,u
                b,,red,y,v
                c,3,,z,u
                d,,blue,w,v
                """);
        TableSpec table = new TableSpec(
                null,
                0,
                true,
                ",",
                null,
                ColumnName.named("id"),
                List.of(ColumnName.named("note")),
                List.of(),
                TableSpec.DEFAULT_TASK,
                Missing.MEAN,
                TableSpec.ALL_FEATURES);
        DataSpec spec =
                new DataSpec("csv", file.toString(), null, 42, 0, 1, ScalingKind.STANDARDIZE, SplitKind.HASH, table);
        assertEquals(
                new TableFacts(
                        List.of(
                                new Column("size", "number", 0.5),
                                new Column("colour", "category", 0.25),
                                new Column("kind", "target", 0)),
                        0),
                DataSets.open(spec).summary().table());
    }

    @Test
    void rowsThatAreLeftOutAreAShareOfAllRows() throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), "x,kind\n1,u\n,v\n,u\n2,v\n,u\n,v\n,v\n,v\n");
        DataSpec spec = new DataSpec("csv", file.toString(), null, 42, 0, 1)
                .with(TableSpec.STANDARD.reading(true, ",", Missing.DROP));
        assertEquals(0.75, DataSets.open(spec).summary().table().leftOut());
    }

    @Test
    void dataThatIsNoTableHasNoColumns() {
        assertEquals(
                TableFacts.NONE,
                DataSets.open(Samples.circles(100, 0)).summary().table());
    }
}
