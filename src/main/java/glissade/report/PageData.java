package glissade.report;

import glissade.store.Csv;
import glissade.store.DetailSchemas;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.util.Optional;

/** Everything that a page draws, as one JSON object: the tables of a run, the large ones thinned. */
final class PageData {
    /** What a page may weigh, without and with very many trials; a trial of these may weigh so much more. */
    private static final double BYTES = 2_700_000;

    private static final double BYTES_A_TRIAL = 700;
    private static final int FEW_TRIALS = 500;
    /** The library of charts, this package's own scripts, and tables other than {@code trials} and {@code curves}. */
    private static final double BYTES_OF_OTHERS = 2_000_000;

    private final RunTables run;
    private final PageFacts facts;
    private final JsonText json = new JsonText();

    PageData(RunTables run, PageFacts facts) {
        this.run = run;
        this.facts = facts;
    }

    String json() throws IOException {
        json.beginObject();
        writeSubject();
        TrialsPart.write(run, json);
        new CurvesPart(run, bytesForCurves()).write(facts.trainingRows(), json);
        run.table("configurations").ifPresent(table -> TrialsPart.write(table, json));
        run.table(Schemas.STEPS).ifPresent(table -> new StepsPart(run, table).write(json));
        run.table("layers").ifPresent(table -> new LayersPart(run, table).write(json));
        Optional<Table> trajectory = run.table(Schemas.TRAJECTORY);
        if (trajectory.isPresent()) {
            new TrajectoryPart(run, trajectory.get()).write(new LandscapeMaps(run.table("landscape")), json);
        }
        Optional<Table> boundary = run.table("boundary");
        if (boundary.isPresent()) {
            Optional<Table> epochs = run.table(DetailSchemas.BOUNDARY_EPOCHS);
            new BoundaryPart(run, boundary.get(), epochs).write(run.table("points"), json);
        }
        writePredictions();
        if (facts.history().rows() > 0) {
            TrialsPart.write(facts.history(), json);
        }
        return json.endObject().toString();
    }

    private double bytesForCurves() {
        int trials = run.trials().rows();
        double all = BYTES + BYTES_A_TRIAL * Math.max(0, trials - FEW_TRIALS);
        return all - BYTES_OF_OTHERS - Csv.text(run.trials()).length();
    }

    private void writeSubject() {
        Subject subject = run.subject();
        json.name("run").beginObject().name("name").value(subject.name());
        json.name("id").value(facts.run()).name("metric").value(subject.metric());
        json.name("column")
                .value(subject.column())
                .name("started")
                .value(facts.started())
                .name("bestEpoch")
                .value(subject.bestEpoch());
        json.name("smallIsGood").value(subject.smallIsGood());
        json.name("replicated").value(Schemas.isReplicated(run.trials())).endObject();
    }

    private void writePredictions() throws IOException {
        Optional<Table> metrics = run.table("metrics");
        Optional<Table> predictions = run.table("predictions");
        Optional<ConfusionPart> confusion = run.table("confusion")
                .map(table -> new ConfusionPart(run, table))
                .filter(ConfusionPart::isReadable);
        if (metrics.isPresent() && confusion.isPresent()) {
            confusion.get().write(metrics.get(), json);
        }
        if (metrics.isPresent() && predictions.isPresent()) {
            PredictionsPart part = new PredictionsPart(run, predictions.get(), run.table("pictures"));
            part.writeClasses(json);
            part.writeValues(metrics.get(), run, json);
        }
    }
}
