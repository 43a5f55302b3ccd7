package glissade.run;

import glissade.engine.StepSeries;
import glissade.run.StepTrace.Place;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The tables of single steps; empty where none were recorded. */
final class StepTables {
    private StepTables() {}

    /** The table {@code steps}. */
    static Table steps(List<TrialOutcome> trials, boolean gradientNorm) {
        Table table = Schemas.steps(gradientNorm);
        for (TrialOutcome trial : trials) {
            StepSeries steps = trial.trace().steps();
            for (int row = 0; steps != null && row < steps.rows(); row++) {
                long step = (row + 1) * steps.every();
                long epoch = (step - 1) / trial.trace().stepsAnEpoch() + 1;
                List<Object> cells = new ArrayList<>(
                        List.of(trial.trialId(), step, epoch, steps.value(row, 0), steps.value(row, 1)));
                if (gradientNorm) {
                    cells.add(steps.value(row, 2));
                }
                table.add(cells);
            }
        }
        return table;
    }

    /** The table {@code trajectory}. */
    static Table trajectory(List<TrialOutcome> trials) {
        Table table = Schemas.trajectory();
        for (TrialOutcome trial : trials) {
            StepSeries way = trial.trace().trajectory();
            for (int row = 0; way != null && row < way.rows(); row++) {
                table.add(List.of(
                        trial.trialId(), row * way.every(), way.value(row, 0), way.value(row, 1), way.value(row, 2)));
            }
            Place end = trial.trace().end();
            if (end != null) {
                table.add(Arrays.asList(trial.trialId(), end.step(), end.x(), end.y(), null));
            }
        }
        return table;
    }
}
