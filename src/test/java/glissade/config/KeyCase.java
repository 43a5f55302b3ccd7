package glissade.config;

import glissade.config.Output.BestBy;
import glissade.config.Output.Epoch;
import glissade.data.ColumnName;
import glissade.data.GeneratorSpec;
import glissade.data.Sampling;
import glissade.data.ScalingKind;
import glissade.data.SplitKind;
import glissade.data.TableSpec;
import glissade.model.Activation;
import glissade.model.ClassWeight;
import glissade.model.Head;
import glissade.model.ModelSpec;
import glissade.model.Surface;
import glissade.optim.BatchSize;
import glissade.optim.Clipping;
import glissade.optim.Initialiser;
import glissade.optim.Kind;
import glissade.optim.Optimizers;
import glissade.optim.Penalty;
import glissade.optim.Recipe;
import glissade.optim.Schedules;
import glissade.optim.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A key, where its value arrives, its default, and a value as it is written and as it arrives.
 *
 * @param base an experiment in which the key means something
 */
record KeyCase(
        String path, Function<Experiment, Object> reading, String base, Object standard, String text, Object value) {
    static final String DIGITS = "data.source = digits\n";
    static final String CIRCLES = "data.source = circles\n";
    static final String MNIST = "data.source = mnist\n";
    static final String CSV = "data { source = csv, path = \"x.csv\" }\n";
    static final String LIBSVM = "data { source = libsvm, path = \"x.svm\" }\n";
    static final String LINEAR = "data.source = linear\n";
    static final String PUSHES = "data.source = noise\nmodel.type = surface\n";
    static final String MLP = DIGITS + "model.type = mlp\n";
    static final String SURFACE = CIRCLES + "model.type = surface\n";

    /** At least one for every key. */
    static List<KeyCase> all() {
        List<KeyCase> all = new ArrayList<>();
        all.addAll(experiment());
        all.addAll(data());
        all.addAll(table());
        all.addAll(model());
        all.addAll(training());
        all.addAll(sweep());
        all.addAll(GateCase.all());
        all.addAll(kinds(
                "training.optimizer", Optimizers.ALL, trial -> trial.training().optimizer()));
        all.addAll(kinds(
                "training.schedule", Schedules.ALL, trial -> trial.training().schedule()));
        return all;
    }

    static TrialConfig trial(Experiment experiment) {
        return TrialConfig.of(experiment.at(Map.of()));
    }

    private static KeyCase ofTrial(
            String path,
            Function<TrialConfig, Object> reading,
            String base,
            Object standard,
            String text,
            Object value) {
        return new KeyCase(path, experiment -> reading.apply(trial(experiment)), base, standard, text, value);
    }

    private static List<KeyCase> experiment() {
        return List.of(
                new KeyCase("name", Experiment::name, DIGITS, "test", "\"my-first.run_2\"", "my-first.run_2"),
                new KeyCase("description", Experiment::description, DIGITS, "", "\"why, then?\"", "why, then?"),
                ofTrial("seed", TrialConfig::seed, DIGITS, 42L, "-7", -7L),
                new KeyCase(
                        "training.engine",
                        Experiment::engine,
                        DIGITS,
                        EngineChoice.AUTO,
                        "in-task",
                        EngineChoice.IN_TASK),
                new KeyCase("training.shards", Experiment::shards, DIGITS, OptionalInt.empty(), "8", OptionalInt.of(8)),
                new KeyCase(
                        "output.best-by",
                        e -> e.output().bestBy(),
                        DIGITS,
                        Optional.empty(),
                        "train.loss",
                        Optional.of(BestBy.TRAIN_LOSS)),
                new KeyCase("output.fail-fast", Experiment::failFast, DIGITS, false, "true", true),
                new KeyCase("checkpoint.every-minutes", e -> e.checkpoints().everyMinutes(), DIGITS, 1.0, "0", 0.0),
                new KeyCase("checkpoint.every-steps", e -> e.checkpoints().everySteps(), DIGITS, 0L, "500", 500L),
                new KeyCase("curves.every-steps", Experiment::everySteps, DIGITS, 0, "100", 100),
                ofTrial("evaluate.every", t -> t.evaluation().every(), DIGITS, 1, "5", 5),
                new KeyCase("output.epoch", e -> e.output().epoch(), DIGITS, Epoch.BEST, "last", Epoch.LAST),
                new KeyCase("output.details", e -> e.output().details(), DIGITS, 3, "0", 0),
                new KeyCase("output.boundaries", e -> e.output().boundaries(), DIGITS, 3, "30", 30),
                new KeyCase(
                        "output.boundary-epochs",
                        Experiment::boundaryEpochs,
                        DIGITS,
                        List.of(),
                        "[20, 1, 5, 1]",
                        List.of(1, 5, 20)),
                new KeyCase("output.report", e -> e.report(), DIGITS, true, "false", false),
                new KeyCase("output.tensorboard", Experiment::tensorboard, DIGITS, false, "true", true),
                ofTrial("evaluate.train", t -> t.evaluation().trainInFull(), DIGITS, false, "full", true),
                ofTrial("evaluate.test", t -> t.evaluation().testEachEpoch(), DIGITS, false, "each-epoch", true),
                ofTrial("evaluate.layers", t -> t.evaluation().layers(), DIGITS, false, "true", true));
    }

    private static List<KeyCase> data() {
        return List.of(
                ofTrial("data.source", t -> t.data().source(), DIGITS, "digits", "circles", "circles"),
                ofTrial("data.path", t -> t.data().path(), MNIST, null, "\"/a b/c\"", "/a b/c"),
                ofTrial("data.seed", t -> t.data().seed(), DIGITS, 42L, "43", 43L),
                ofTrial("data.validation", t -> t.data().validation(), DIGITS, 0.0, "0.1", 0.1),
                ofTrial(
                        "data.split",
                        t -> t.data().split(),
                        DIGITS + "data.validation = 0.1\n",
                        SplitKind.HASH,
                        "stratified",
                        SplitKind.STRATIFIED),
                ofTrial(
                        "data.scaling",
                        t -> t.data().scaling(),
                        DIGITS,
                        ScalingKind.CONSTANT,
                        "min-max",
                        ScalingKind.MIN_MAX),
                ofTrial("data.scale", t -> t.data().scale(), DIGITS, 1.0, "16", 16.0),
                ofTrial("data.scale", t -> t.data().scale(), MNIST, 255.0, "1", 1.0),
                generated("data.rows", GeneratorSpec::rows, DIGITS, 10_000L, "1", 1L),
                generated("data.rows", GeneratorSpec::rows, CIRCLES, 200L, "5000000000", 5_000_000_000L),
                generated("data.rows", GeneratorSpec::rows, PUSHES, 1L, "100", 100L),
                generated("data.rows", GeneratorSpec::rows, PUSHES + "model.noise = 1\n", 1_000L, "100", 100L),
                generated("data.test-rows", GeneratorSpec::testRows, DIGITS, 2_000L, "0", 0L),
                generated("data.test-rows", GeneratorSpec::testRows, CIRCLES, 200L, "12", 12L),
                generated("data.noise", GeneratorSpec::noise, DIGITS, 0.0, "0.25", 0.25),
                generated("data.noise", GeneratorSpec::noise, CIRCLES, 0.155, "0", 0.0),
                generated("data.features", GeneratorSpec::features, LINEAR, 5, "1000", 1000),
                generated("data.features", GeneratorSpec::features, LINEAR + "data.weights = [1, 2, 3]\n", 3, "3", 3),
                generated("data.classes", GeneratorSpec::classes, "data.source = blobs\n", 3, "10", 10),
                generated(
                        "data.sampling",
                        GeneratorSpec::sampling,
                        LINEAR,
                        Sampling.UNIFORM,
                        "gaussian",
                        Sampling.GAUSSIAN),
                generated("data.weights", GeneratorSpec::weights, LINEAR, List.of(), "[1, -2.5]", List.of(1.0, -2.5)),
                generated("data.bias", GeneratorSpec::bias, LINEAR, 0.0, "-1.5", -1.5));
    }

    private static List<KeyCase> table() {
        ColumnName name = ColumnName.named("größe");
        return List.of(
                ofTrial("data.path", t -> t.data().path(), CSV, "x.csv", "\"s3a://b/*.csv\"", "s3a://b/*.csv"),
                table("data.test-path", TableSpec::testPath, CSV, null, "\"t.csv\"", "t.csv"),
                table("data.test", TableSpec::test, LIBSVM, 0.0, "0.2", 0.2),
                table("data.header", TableSpec::header, CSV, true, "false", false),
                table("data.delimiter", TableSpec::delimiter, CSV, ",", "\"\\t\"", "\t"),
                table("data.target", TableSpec::target, CSV, null, "\"größe\"", name),
                table("data.target", TableSpec::target, CSV, null, "3", ColumnName.numbered(3)),
                table("data.target", TableSpec::target, CSV, null, "\"3\"", ColumnName.named("3")),
                table("data.id", TableSpec::id, CSV, null, "\"größe\"", name),
                table(
                        "data.drop",
                        TableSpec::drop,
                        CSV,
                        List.of(),
                        "[größe, 2]",
                        List.of(name, ColumnName.numbered(2))),
                table("data.categorical", TableSpec::categorical, CSV, List.of(), "[größe]", List.of(name)),
                table("data.task", TableSpec::task, CSV, TableSpec.Task.AUTO, "value", TableSpec.Task.VALUE),
                table("data.missing", TableSpec::missing, CSV, TableSpec.Missing.ERROR, "mean", TableSpec.Missing.MEAN),
                table("data.features", t -> t.features() == 0 ? null : t.features(), LIBSVM, null, "7", 7));
    }

    private static KeyCase table(
            String path, Function<TableSpec, Object> reading, String base, Object standard, String text, Object value) {
        return ofTrial(path, t -> reading.apply(t.data().table()), base, standard, text, value);
    }

    private static KeyCase generated(
            String path,
            Function<GeneratorSpec, Object> reading,
            String base,
            Object standard,
            String text,
            Object value) {
        return ofTrial(path, t -> reading.apply(t.data().generator()), base, standard, text, value);
    }

    private static List<KeyCase> model() {
        String relu = MLP + "model.activation = relu\n";
        String linear = DIGITS + "model.type = linear\n";
        return List.of(
                ofTrial("model.type", t -> t.model().type(), DIGITS, ModelSpec.Type.SOFTMAX, "mlp", ModelSpec.Type.MLP),
                ofTrial("model.hidden", t -> t.model().hidden(), MLP, List.of(10), "[16, 8]", List.of(16, 8)),
                ofTrial("model.activation", t -> t.model().activation(), MLP, Activation.TANH, "relu", Activation.RELU),
                ofTrial("model.head", t -> t.model().head(), MLP, Head.SOFTMAX, "binary", Head.BINARY),
                ofTrial("model.head", t -> t.model().head(), linear, Head.MSE, "half-mse", Head.HALF_MSE),
                ofTrial("model.bias", t -> t.model().bias(), DIGITS, true, "false", false),
                ofTrial(
                        "model.surface",
                        t -> t.model().surface(),
                        SURFACE,
                        Surface.BOWL,
                        "two-wells",
                        Surface.TWO_WELLS),
                ofTrial(
                        "model.class-weight",
                        t -> t.model().classWeight(),
                        DIGITS,
                        ClassWeight.NONE,
                        "balanced",
                        ClassWeight.BALANCED),
                ofTrial("model.noise", t -> t.model().noise(), SURFACE, 0.0, "2", 2.0),
                weights(
                        DIGITS,
                        initialiser(Initialiser.Kind.ZEROS, 0, 0),
                        "he",
                        initialiser(Initialiser.Kind.HE, 0, 0)),
                weights(MLP, initialiser(Initialiser.Kind.XAVIER, 0, 0), "zeros", Initialiser.ZEROS),
                weights(
                        relu,
                        initialiser(Initialiser.Kind.HE, 0, 0),
                        "\"uniform(-0.5, 1e-1)\"",
                        initialiser(Initialiser.Kind.UNIFORM, -0.5, 0.1)),
                weights(
                        SURFACE,
                        initialiser(Initialiser.Kind.POINT, -1.2, 1),
                        "\"point(2, -3)\"",
                        initialiser(Initialiser.Kind.POINT, 2, -3)),
                ofTrial(
                        "model.bias-init",
                        t -> t.training().biases(),
                        MLP,
                        Initialiser.ZEROS,
                        "normal(0.01)",
                        initialiser(Initialiser.Kind.NORMAL, 0.01, 0)),
                ofTrial("model.l2", t -> t.training().penalty().lambda(), DIGITS, 0.0, "0.5", 0.5),
                ofTrial(
                        "model.l2-form",
                        t -> t.training().penalty().form(),
                        DIGITS + "model.l2 = 1\n",
                        Penalty.Form.PER_BATCH,
                        "plain",
                        Penalty.Form.PLAIN));
    }

    private static KeyCase weights(String base, Initialiser standard, String text, Initialiser value) {
        return ofTrial("model.init", t -> t.training().weights(), base, standard, text, value);
    }

    private static Initialiser initialiser(Initialiser.Kind kind, double a, double b) {
        return new Initialiser(kind, a, b);
    }

    private static List<KeyCase> training() {
        String stop = "training.stop.";
        return List.of(
                ofTrial("training.epochs", t -> t.training().epochs(), DIGITS, 10, "3", 3),
                ofTrial(
                        "training.batch-size",
                        t -> t.training().batchSize(),
                        DIGITS,
                        BatchSize.AUTO,
                        "7",
                        BatchSize.of(7)),
                ofTrial(
                        "training.batch-size",
                        t -> t.training().batchSize(),
                        MLP,
                        BatchSize.AUTO,
                        "all",
                        BatchSize.ALL),
                ofTrial("training.learning-rate", t -> t.training().learningRate(), DIGITS, 0.01, "2", 2.0),
                ofTrial(
                        "training.clip.type",
                        t -> t.training().clipping().kind(),
                        DIGITS,
                        Clipping.Kind.NONE,
                        "norm",
                        Clipping.Kind.NORM),
                ofTrial(
                        "training.clip.bound",
                        t -> t.training().clipping().bound(),
                        DIGITS + "training.clip.type = value\n",
                        1.0,
                        "5",
                        5.0),
                ofTrial(stop + "tolerance", t -> t.training().stop().tolerance(), DIGITS, 0.0, "1e-6", 1e-6),
                ofTrial(stop + "patience", t -> t.training().stop().patience(), DIGITS, 0, "3", 3),
                ofTrial(stop + "steps", t -> t.training().stop().steps(), DIGITS, 0L, "1000", 1000L),
                ofTrial(
                        stop + "divergence.factor",
                        t -> t.training().stop().divergenceFactor(),
                        DIGITS,
                        10.0,
                        "2",
                        2.0));
    }

    /** One for every way to vary keys. */
    static List<KeyCase> sections() {
        return List.of(
                swept(SweepSection.GRID, "{ training.epochs = [1, 2] }", 1, 2),
                swept(SweepSection.ZIP, "{ training.epochs = [3, 4] }", 3, 4),
                swept(SweepSection.POINTS, "[{ training.epochs = 5 }, {}]", 5, null),
                swept(
                        SweepSection.RANDOM,
                        "{ training.epochs { choice = [6] } }",
                        Collections.nCopies(20, 6).toArray()));
    }

    private static List<KeyCase> sweep() {
        String drawn = DIGITS + "sweep.random.axes { training.epochs { int = [1, 1000000] } }\n";
        return List.of(
                new KeyCase(
                        "sweep.random.trials",
                        e -> values(e, SweepSection.RANDOM).size(),
                        drawn,
                        20,
                        "3",
                        3),
                new KeyCase(
                        "sweep.random.seed",
                        e -> values(e, SweepSection.RANDOM),
                        drawn + "sweep.random.trials = 3\n",
                        drawn(TrialConfig.DEFAULT_SEED),
                        "7",
                        drawn(7)),
                new KeyCase("sweep.replicates", e -> e.sweep().replicates(), DIGITS, 1, "5", 5),
                new KeyCase(
                        "sweep.replicate-order",
                        e -> e.sweep().replicateOrder(),
                        DIGITS,
                        ReplicateOrder.SHARED,
                        "own",
                        ReplicateOrder.OWN));
    }

    private static List<Integer> drawn(long seed) {
        int stream = Draw.stream("training.epochs");
        return IntStream.range(0, 3)
                .mapToObj(index -> (int) new Draw(seed, stream, index).whole(1, 1_000_000))
                .toList();
    }

    private static KeyCase swept(SweepSection section, String text, Object... values) {
        return new KeyCase(section.path(), e -> values(e, section), DIGITS, List.of(), text, Arrays.asList(values));
    }

    /** Those of the only axis of a section; none if there is none. */
    private static List<?> values(Experiment experiment, SweepSection section) {
        List<Axis<?>> axes = experiment.sweep().axes(section);
        return axes.isEmpty() ? List.of() : axes.get(0).values();
    }

    /** For every kind the name, and every setting with its default and another value. */
    private static List<KeyCase> kinds(
            String section, List<? extends Kind> kinds, Function<TrialConfig, Recipe> reading) {
        List<KeyCase> cases = new ArrayList<>();
        for (Kind kind : kinds) {
            String first = kinds.get(0).name();
            cases.add(
                    ofTrial(section + ".type", t -> reading.apply(t).name(), DIGITS, first, kind.name(), kind.name()));
            for (Setting setting : kind.settings()) {
                Sample sample = Sample.of(setting);
                cases.add(ofTrial(
                        section + "." + setting.name(),
                        t -> reading.apply(t).values().get(setting.name()),
                        DIGITS + "data.validation = 0.1\n" + section + ".type = " + kind.name() + "\n",
                        setting.fallback(),
                        sample.text(),
                        sample.value()));
            }
        }
        return cases;
    }

    /** A value of a setting that is not its default. */
    private record Sample(String text, Object value) {
        static Sample of(Setting setting) {
            return switch (setting.type()) {
                case NUMBER -> new Sample("0.625", 0.625);
                case FLAG -> new Sample("true", true);
                case CHOICE -> {
                    String last = setting.choices().get(setting.choices().size() - 1);
                    yield new Sample("\"" + last + "\"", last);
                }
                case TABLE -> new Sample("[[0, 0.5], [10, 0.25]]", List.of(List.of(0.0, 0.5), List.of(10.0, 0.25)));
            };
        }
    }
}
