package glissade.app;

import glissade.config.Experiments;
import glissade.data.DataSpec;
import glissade.data.NewRows;
import glissade.data.TableSpec;
import glissade.data.TableSpec.Missing;
import glissade.engine.Scorecard;
import glissade.predict.FilePrediction;
import glissade.predict.ModelDescription;
import glissade.predict.Predictor;
import glissade.run.ExitCode;
import glissade.run.Reason;
import glissade.store.Damaged;
import glissade.store.ModelFolder;
import glissade.store.TableFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glissade predict RUN --data D --out DIR}. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description =
                "Scores rows of files by the model of a run. Where the files hold the target, says how good that is.")
final class PredictCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "a run's folder, or the model/ in it")
    private String run;

    @Option(
            names = "--data",
            paramLabel = "D",
            required = true,
            description = "file, folder or glob of rows: CSV, LIBSVM, Parquet or IDX images, by their names' endings,"
                    + " else as the model's own data; the target may be there or not")
    private String data;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder to write to")
    private String out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "of predictions: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private TableFolder.Format format;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "reads rows otherwise than the model's own: data.delimiter, data.header, data.target, data.id"
                    + " or data.missing; may be repeated")
    private List<String> assignments = new ArrayList<>();

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "the Spark master (default: all cores of this machine)")
    private String master;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        try (Cluster cluster = new Cluster("glissade predict", master)) {
            ModelFolder folder = folder(cluster);
            ModelDescription model = description(folder);
            float[] parameters = parameters(folder, model);
            TableFolder target = target(cluster);
            if (!cluster.isLocal() && NewRows.readsThisMachine(data)) {
                throw new BadInput(data + " is on this machine's disk, which the executors of " + cluster.master()
                        + " do not see; expected a path that they can read, such as hdfs: or s3a:");
            }
            NewRows rows = NewRows.open(data, model.known(read(model.source())), cluster::context);
            PredictionFile file = new PredictionFile(model, rows);
            Scorecard[] card = {null};
            target.write(
                    PredictionFile.NAME,
                    format,
                    file.columns(),
                    sink -> card[0] = new FilePrediction(cluster.context(), model, parameters, rows)
                            .run((scored, ids) -> sink.add(file.table(scored, ids))));
            List<String> files = new ArrayList<>(List.of(target.location(format.file(PredictionFile.NAME))));
            if (card[0].rows() > 0) {
                target.write(
                        PredictionFile.METRICS,
                        TableFolder.Format.CSV,
                        PredictionFile.METRIC_COLUMNS,
                        sink -> sink.add(file.metrics(card[0])));
                files.add(target.location(TableFolder.Format.CSV.file(PredictionFile.METRICS)));
            }
            PrintWriter screen = command.commandLine().getOut();
            file.summary(data, card[0], files).forEach(screen::println);
            screen.flush();
            return ExitCode.DONE;
        }
    }

    private ModelFolder folder(Cluster cluster) {
        try {
            return ModelFolder.find(cluster.hadoop(), run, command.commandLine().getErr()::println)
                    .orElseThrow(() -> new BadInput(run + " holds no model: there is neither model/model.json nor"
                            + " model.json; expected the folder of a finished run, or the model/ in it"));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("cannot read " + run + " (" + Reason.of(e) + ")");
        }
    }

    private ModelDescription description(ModelFolder folder) {
        try {
            return folder.description(ModelDescription.class);
        } catch (Damaged e) {
            throw new DamagedRun(folder.run(), List.of(e));
        } catch (IOException e) {
            throw new BadInput("the model.json of " + run + " cannot be understood (" + Reason.of(e) + ")");
        }
    }

    private float[] parameters(ModelFolder folder, ModelDescription model) {
        try {
            float[] parameters = folder.parameters();
            Predictor.check(model, parameters, run);
            return parameters;
        } catch (Damaged e) {
            throw new DamagedRun(folder.run(), List.of(e));
        } catch (IOException e) {
            throw new BadInput(Reason.of(e));
        }
    }

    /** Somebody's predictions are not to be lost. */
    private TableFolder target(Cluster cluster) {
        try {
            TableFolder folder = new TableFolder(cluster.hadoop(), out);
            for (String file :
                    List.of(format.file(PredictionFile.NAME), TableFolder.Format.CSV.file(PredictionFile.METRICS))) {
                if (folder.holds(file)) {
                    throw new BadInput(
                            folder.location(file) + " is there already: give another --out, or delete it first");
                }
            }
            return folder;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("cannot write to " + out + " (" + Reason.of(e) + ")");
        }
    }

    /** How rows are read: as the model's own, but for what was set. */
    private DataSpec read(DataSpec own) {
        if (assignments.isEmpty()) {
            return own;
        }
        List<String> all = new ArrayList<>(assignments);
        all.add("data.path=x");
        TableSpec given = Experiments.data("csv", all).table();
        TableSpec table = own.table() == null ? given : own.table();
        if (given.missing() == Missing.MEAN && table.missing() != Missing.MEAN) {
            throw new BadInput("--set data.missing=mean: the model knows no means, as it was trained without that;"
                    + " expected drop or error");
        }
        for (String assignment : assignments) {
            table = switch (assignment.replaceFirst("\\s*[=:].*", "").strip()) {
                case "data.delimiter" -> table.reading(table.header(), given.delimiter(), table.missing());
                case "data.header" -> table.reading(given.header(), table.delimiter(), table.missing());
                case "data.missing" -> table.reading(table.header(), table.delimiter(), given.missing());
                case "data.target" -> table.naming(given.target(), table.id());
                case "data.id" -> table.naming(table.target(), given.id());
                default ->
                    throw new BadInput(
                            "--set " + assignment + ": only data.delimiter, data.header, data.target, data.id"
                                    + " and data.missing say how rows to predict are read");
            };
        }
        return own.with(table);
    }
}
