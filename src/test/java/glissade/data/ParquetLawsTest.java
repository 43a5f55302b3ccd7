package glissade.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.config.Experiments;
import glissade.data.Source.Part;
import glissade.numeric.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that Spark wrote, and what is read from them whoever reads which part. */
class ParquetLawsTest {
    private static final int ROWS = 10_001;

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static DataSpec spec;

    @BeforeAll
    static void writeWithSpark() {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.warehouse.dir", folder + "/warehouse")
                .getOrCreate();
        String vector = "named_struct('type', cast(%d as tinyint), 'size', %s, 'indices', %s, 'values', array(%s))";
        spark.range(0, ROWS, 1, 3)
                .selectExpr(
                        "id % 7 as a",
                        "array(id / 3.0D, 0.5D) as list",
                        "if(id % 2 = 0, " + String.format(vector, 1, "null", "null", "0D, id / 2D, 1D") + ", "
                                + String.format(vector, 0, "3", "array(1, 2)", "id / 2D, 1D") + ") as vector",
                        "cast(id % 12 as string) as target")
                .write()
                .parquet(folder + "/rows");
        spec = Experiments.data("parquet", List.of("data.path=" + folder + "/rows", "data.validation=0.2"));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void everyRowIsWhatSparkWrote() {
        Source source = SourceKind.PARQUET.open(spec);
        assertEquals(3, source.trainingSegments().size());
        assertEquals(List.of("0", "1", "2"), source.shape().classNames().subList(0, 3));
        Block rows = Samples.read(source, Part.TRAINING, 0, ROWS).toDense();
        for (int row = 0; row < ROWS; row++) {
            int at = row * 6;
            assertEquals(row % 7, rows.values()[at]);
            assertEquals((float) (row / 3.0), rows.values()[at + 1]);
            assertEquals(0.5f, rows.values()[at + 2]);
            assertEquals(0f, rows.values()[at + 3]);
            assertEquals(row / 2f, rows.values()[at + 4]);
            assertEquals(1f, rows.values()[at + 5]);
            assertEquals(row % 12, rows.targets()[row]);
        }
    }

    @Test
    void partsReadBySparkAreThoseReadHere() {
        DataSummary here = DataSets.open(spec).summary();
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Supplier<JavaSparkContext> help = () -> context;
        Source source = ParquetTables.open(spec, help, 0);
        for (int tasks : new int[] {1, 2, 3}) {
            assertEquals(here, Samples.scan(source, spec, new SparkPlace(context, tasks)));
        }
    }
}
