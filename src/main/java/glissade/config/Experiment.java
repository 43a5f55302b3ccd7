package glissade.config;

import glissade.gate.GateSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One config file, read and valid key by key.
 *
 * @param source the file's name, for messages
 * @param name names the folder of its runs
 * @param settings the values given for the base of all trials
 * @param sweep what trials to make of the base
 */
public record Experiment(String source, String name, Settings settings, Sweep sweep) {
    /** What it is for, in the user's words. */
    public String description() {
        return settings.get(ExperimentKeys.DESCRIPTION);
    }

    /** The engine asked for. */
    public EngineChoice engine() {
        return settings.get(TrainingKeys.ENGINE);
    }

    /** The number of shards asked for. */
    public OptionalInt shards() {
        return settings.get(TrainingKeys.SHARDS);
    }

    /** Steps between two that are recorded; 0 for none. */
    public int everySteps() {
        return settings.get(EvaluationKeys.EVERY_STEPS);
    }

    /** Epochs after which boundaries are kept too, ascending. */
    public List<Integer> boundaryEpochs() {
        return settings.get(ExperimentKeys.BOUNDARY_EPOCHS).stream()
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the first trial that fails ends the run. */
    public boolean failFast() {
        return settings.get(ExperimentKeys.FAIL_FAST);
    }

    /** Which number is meant by "best". */
    public Output output() {
        boolean asked = settings.isGiven(ExperimentKeys.BEST_BY);
        return new Output(
                asked ? Optional.of(settings.get(ExperimentKeys.BEST_BY)) : Optional.empty(),
                settings.get(ExperimentKeys.EPOCH),
                settings.get(ExperimentKeys.DETAILS),
                settings.get(ExperimentKeys.BOUNDARIES));
    }

    /** Whether its runs are drawn once they are done. */
    public boolean report() {
        return settings.get(ExperimentKeys.REPORT);
    }

    /** Whether its runs are written for TensorBoard too. */
    public boolean tensorboard() {
        return settings.get(ExperimentKeys.TENSORBOARD);
    }

    /** How often trials in training are kept in a safe place. */
    public Checkpoints checkpoints() {
        return new Checkpoints(settings.get(CheckpointKeys.EVERY_MINUTES), settings.get(CheckpointKeys.EVERY_STEPS));
    }

    /** What its runs must be like to be used. */
    public GateSpec gate() {
        return GateKeys.read(settings);
    }

    /** The settings of one point of the sweep. */
    public Settings at(Map<Key<?>, Object> point) {
        return settings.with(point);
    }

    /** A problem with the value of a key, found after the text was read. */
    public Problem problem(String path, String message) {
        return new Problem(Keys.find(path).map(settings::place).orElse(null), path, message);
    }

    /**
     * Every key that is given or means something in the first trial, with its typed value, and every axis with its
     * values, or how they were drawn, under its section, such as {@code sweep.grid}.
     */
    public SortedMap<String, Object> typed() {
        Map<Key<?>, Object> first = new LinkedHashMap<>();
        for (Axis<?> axis : sweep.axes()) {
            if (axis.values().get(0) != null) {
                first.put(axis.key(), axis.values().get(0));
            }
        }
        SortedMap<String, Object> typed = at(first).typed();
        for (SweepSection section : SweepSection.values()) {
            SortedMap<String, Object> axes = new TreeMap<>();
            for (Axis<?> axis : sweep.axes(section)) {
                if (!axis.hasGaps()) {
                    typed.remove(axis.key().path());
                }
                axes.put(axis.key().path(), axis.typed());
            }
            if (section == SweepSection.GRID || !axes.isEmpty()) {
                typed.put(section.path(), axes);
            }
        }
        typed.put(ExperimentKeys.NAME.path(), name);
        return typed;
    }
}
