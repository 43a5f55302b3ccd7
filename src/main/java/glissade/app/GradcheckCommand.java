package glissade.app;

import glissade.data.ShardedData;
import glissade.engine.CheckPoint;
import glissade.engine.CohortSpec;
import glissade.engine.GradientCheck;
import glissade.engine.GradientTimings;
import glissade.engine.PointCheck;
import glissade.numeric.Kernels;
import glissade.plan.Plan;
import glissade.run.ExitCode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glissade gradcheck EXPERIMENT}. */
@Command(
        name = "gradcheck",
        mixinStandardHelpOptions = true,
        description = "Holds the gradients of an experiment's models against numeric ones, and says what both cost. "
                + "Trains nothing; exits with 3 if a gradient is wrong.")
final class GradcheckCommand implements Callable<Integer> {
    private static final int MOST_MODELS = 6;

    @Mixin
    private ExperimentArguments experiment;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "the Spark master, for data too large for one process")
    private String master;

    @Spec
    private CommandSpec command;

    private final Kernels kernels;

    GradcheckCommand() {
        this(Kernels.best());
    }

    /** With kernels of a test's choice. */
    GradcheckCommand(Kernels kernels) {
        this.kernels = kernels;
    }

    @Override
    public Integer call() {
        try (Cluster cluster = new Cluster("glissade gradcheck", master)) {
            Study study = new Study(experiment.load());
            Plan plan = study.plan(cluster);
            List<CheckedModel> models = CheckedModel.of(plan);
            List<CheckedModel> shown = models.subList(0, Math.min(MOST_MODELS, models.size()));
            print(GradcheckText.head(plan.name(), kernels.description()));
            int failed = 0;
            for (CheckedModel model : shown) {
                failed += check(model, study) ? 0 : 1;
            }
            if (models.size() > shown.size()) {
                print(GradcheckText.more(models.size() - shown.size()));
            }
            print(GradcheckText.legend());
            time(shown, study);
            print(GradcheckText.verdict(failed, shown.size()));
            return failed == 0 ? ExitCode.DONE : ExitCode.GATE_FAILED;
        }
    }

    private boolean check(CheckedModel model, Study study) {
        ShardedData data = study.sharded(model.cohort().data());
        GradientCheck check = new GradientCheck(model.cohort().spec(), model.lane(), data, kernels);
        List<PointCheck> points = new ArrayList<>();
        for (CheckPoint point : CheckPoint.values()) {
            points.add(check.at(point));
        }
        print(GradcheckText.check(model, points));
        return PointCheck.passed(points);
    }

    /** Times the largest model: the others tell the same, and differences take long. */
    private void time(List<CheckedModel> models, Study study) {
        CheckedModel largest = models.stream()
                .max(Comparator.comparingInt(
                        model -> model.cohort().architecture().parameters()))
                .orElseThrow();
        CohortSpec cohort = largest.cohort().spec();
        ShardedData data = study.sharded(largest.cohort().data());
        print(GradcheckText.costHead(largest));
        print(GradcheckText.costs(new GradientTimings(cohort, largest.lane(), data, kernels).measure()));
    }

    private void print(String text) {
        PrintWriter out = command.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
