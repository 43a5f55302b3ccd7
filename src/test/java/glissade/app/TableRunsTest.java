package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in files, from a config to a result. */
class TableRunsTest {
    /**
     * Iris (R. A. Fisher, 1936, The use of multiple measurements in taxonomic problems): sepal length and width, petal
     * length and width in millimetres, two digits each.
     */
    private static final String SETOSA = """
            51351402 49301402 47321302 46311502 50361402 54391704 46341403 50341502 44291402 49311501 54371502 48341602
            48301401 43301101 58401202 57441504 54391304 51351403 57381703 51381503 54341702 51371504 46361002 51331705
            48341902 50301602 50341604 52351502 52341402 47321602 48311602 54341504 52411501 55421402 49311502 50321202
            55351302 49361401 44301302 51341502 50351303 45231303 44321302 50351606 51381904 48301403 51381602 46321402
            53371502 50331402
            """;

    private static final String VERSICOLOR = """
            70324714 64324515 69314915 55234013 65284615 57284513 63334716 49243310 66294613 52273914 50203510 59304215
            60224010 61294714 56293613 67314414 56304515 58274110 62224515 56253911 59324818 61284013 63254915 61284712
            64294313 66304414 68284814 67305017 60294515 57263510 55243811 55243710 58273912 60275116 54304515 60344516
            67314715 63234413 56304113 55254013 55264412 61304614 58264012 50233310 56274213 57304212 57294213 62294313
            51253011 57284113
            """;

    private static final String VIRGINICA = """
            63336025 58275119 71305921 63295618 65305822 76306621 49254517 73296318 67255818 72366125 65325120 64275319
            68305521 57255020 58285124 64325323 65305518 77386722 77266923 60225015 69325723 56284920 77286720 63274918
            67335721 72326018 62284818 61304918 64285621 72305816 74286119 79386420 64285622 63285115 61265614 77306123
            63345624 64315518 60304818 69315421 67315624 69315123 58275119 68325923 67335725 67305223 63255019 65305220
            62345423 59305118
            """;

    @TempDir
    private Path folder;

    private final StringWriter screen = new StringWriter();
    private final StringWriter errors = new StringWriter();

    private int glissade(String... arguments) {
        return Main.execute(new PrintWriter(screen, true), new PrintWriter(errors, true), arguments);
    }

    private int run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 3);
        all[arguments.length] = "--out=" + folder.resolve("runs");
        all[arguments.length + 1] = "--run-id=x";
        all[arguments.length + 2] = "--master=local[2]";
        return glissade(all);
    }

    /** A column of the table of trials. */
    private List<Double> trials(String experiment, String column) throws IOException {
        List<String> lines = Files.readAllLines(
                folder.resolve("runs").resolve(experiment).resolve("x").resolve("trials.csv"));
        int place = List.of(lines.get(0).split(",")).indexOf(column);
        return lines.stream()
                .skip(1)
                .map(line -> Double.parseDouble(line.split(",")[place]))
                .toList();
    }

    private static Stream<int[]> flowers(String measures) {
        return Arrays.stream(measures.split("\\s+")).map(word -> {
            int[] flower = new int[4];
            for (int i = 0; i < 4; i++) {
                flower[i] = Integer.parseInt(word.substring(2 * i, 2 * i + 2));
            }
            return flower;
        });
    }

    private static List<Double> means(String measures) {
        int[] sums = flowers(measures)
                .reduce(new int[4], (a, b) -> new int[] {a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]});
        return Arrays.stream(sums).mapToObj(sum -> sum / 500.0).toList();
    }

    private static void write(StringBuilder csv, String measures, String species) {
        flowers(measures).forEach(flower -> {
            for (int length : flower) {
                csv.append(String.format(Locale.ROOT, "%.1f,", length / 10.0));
            }
            csv.append(species).append('\n');
        });
    }

    /** The means that R and scikit-learn publish; linear discriminants get 147 of 150 right (Fisher's own result). */
    @Test
    void irisTrainsToItsKnownAccuracy() throws IOException {
        assertEquals(List.of(5.006, 3.428, 1.462, 0.246), means(SETOSA));
        assertEquals(List.of(5.936, 2.770, 4.260, 1.326), means(VERSICOLOR));
        assertEquals(List.of(6.588, 2.974, 5.552, 2.026), means(VIRGINICA));
        StringBuilder csv = new StringBuilder("sepal_length,sepal_width,petal_length,petal_width,species\n");
        write(csv, SETOSA, "setosa");
        write(csv, VERSICOLOR, "versicolor");
        write(csv, VIRGINICA, "virginica");
        Path table = Files.writeString(folder.resolve("iris.csv"), csv);
        Path study = Files.writeString(folder.resolve("iris.conf"), """
                data { source = csv, path = "%s", target = species }
                training { epochs = 200, batch-size = 10, learning-rate = 0.02, optimizer.type = adam }
                evaluate.train = full
                output { best-by = train.loss, epoch = last }
                """.formatted(table));
        assertEquals(ExitCode.DONE, run("run", study.toString()), errors.toString());
        assertTrue(errors.toString().contains("150 rows to train on"), errors.toString());
        assertTrue(errors.toString().contains("4 features, 3 classes"), errors.toString());
        double accuracy = trials("iris", "final_train_accuracy").get(0);
        assertTrue(accuracy >= 0.97 && accuracy <= 0.99, "training accuracy " + accuracy);
    }

    @Test
    void theExampleTrainsToAGoodAccuracy() throws IOException {
        assertEquals(ExitCode.DONE, run("run", "conf/own-csv.conf"), errors.toString());
        assertTrue(errors.toString().contains("the target, column 'ripeness', classes, as it is text"));
        assertTrue(screen.toString().contains("val acc"), screen.toString());
        List<Double> validation = trials("own-csv", "best_validation_accuracy");
        assertEquals(8, validation.size());
        assertTrue(validation.stream().anyMatch(accuracy -> accuracy >= 0.93), validation.toString());
        assertTrue(
                trials("own-csv", "best_test_accuracy").stream().allMatch(accuracy -> accuracy >= 0.8),
                "test " + trials("own-csv", "best_test_accuracy"));
    }

    @Test
    void whatIsWrongWithATableIsToldAndNothingIsStarted() throws IOException {
        Path table = Files.writeString(folder.resolve("x.csv"), "a,b,y\n1,2,u\n3,four,v\n");
        String[] command = {
            "run", "conf/own-csv.conf", "--set=data.path=" + table, "--set=data.id=null", "--set=data.target=y"
        };
        assertEquals(ExitCode.BAD_INPUT, run(command));
        assertTrue(
                errors.toString().contains("x.csv, line 3: column 'b' is 'four', expected a number"),
                errors.toString());
        assertTrue(errors.toString().strip().endsWith("nothing was started"), errors.toString());
        assertTrue(Files.notExists(folder.resolve("runs")));
    }

    @Test
    void aTableWithoutAPathOrTestRowsIsToldBeforeAnythingIsRead() throws IOException {
        Path study = Files.writeString(folder.resolve("s.conf"), "data.source = csv\n");
        assertEquals(ExitCode.BAD_INPUT, run("run", study.toString()));
        assertTrue(errors.toString().contains("data.path must be given"), errors.toString());
        Files.writeString(study, "data { source = csv, path = x.csv }\noutput.best-by = test.accuracy\n");
        assertEquals(ExitCode.BAD_INPUT, run("run", study.toString()));
        assertTrue(errors.toString().contains("test.accuracy needs test rows"), errors.toString());
    }

    @Test
    void aHundredThousandSparseColumnsTrain() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 200; row++) {
            text.append(row % 2 == 0 ? "+1" : "-1")
                    .append(' ')
                    .append(row % 2 + 1)
                    .append(":1 ");
            text.append(row + 10).append(":0.5 100000:0.25\n");
        }
        Path table = Files.writeString(folder.resolve("wide.svm"), text);
        Path study = Files.writeString(folder.resolve("wide.conf"), """
                data { source = libsvm, path = "%s", test = 0.2 }
                training { epochs = 20, learning-rate = 1 }
                """.formatted(table));
        assertEquals(ExitCode.DONE, run("run", study.toString()), errors.toString());
        assertTrue(errors.toString().contains("100,000 features, 2 classes, sparse"), errors.toString());
        assertEquals(1, trials("wide", "best_test_accuracy").get(0));
    }
}
