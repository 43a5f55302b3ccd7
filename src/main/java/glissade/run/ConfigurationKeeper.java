package glissade.run;

import glissade.engine.LaneResult;
import glissade.engine.Selection;
import glissade.plan.Trial;
import glissade.plan.Trials;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The best trial of each of the configurations with the best means. Besides these are kept the best trial of each configuration of which
 * some replicates have ended and others not; few at a time, as these train together or one after the other.
 */
final class ConfigurationKeeper implements Keeper {
    private final Map<String, Trial> trials = new TreeMap<>();
    private final int replicates;
    private final Selection selection;
    private final Map<String, Unfinished> unfinished = new TreeMap<>();
    private final List<Leader> leaders = new ArrayList<>();
    private final int most;

    /** A configuration, and the best of its trials. */
    private record Leader(Standing standing, Champion.Holder holder) {}

    /** Keeps so many configurations, at least one. */
    ConfigurationKeeper(Trials trials, int most) {
        this.most = Math.max(1, most);
        trials.all().forEach(trial -> this.trials.put(trial.id(), trial));
        this.replicates = trials.replicates();
        this.selection = trials.selection();
    }

    /** A configuration whose replicates are still to come. */
    private static final class Unfinished {
        private final List<Double> values;
        private int ended;
        private final Comparator<Champion.Holder> bestFirst;
        private Champion.Holder best;

        Unfinished(int replicates, Selection selection) {
            bestFirst = Champion.Holder.bestFirst(selection);
            values = new ArrayList<>(Collections.nCopies(replicates, Double.NaN));
        }

        void add(int replicate, Champion.Holder holder) {
            ended++;
            if (holder != null) {
                values.set(replicate, holder.score().value());
                boolean first = best == null || bestFirst.compare(holder, best) < 0;
                best = first ? holder : best;
            }
        }
    }

    @Override
    public synchronized boolean offer(SweepCohort cohort, LaneResult result) {
        Trial trial = trials.get(result.trialId());
        Unfinished configuration =
                unfinished.computeIfAbsent(trial.configuration(), id -> new Unfinished(replicates, selection));
        boolean diverged = result.status() == LaneResult.Status.DIVERGED;
        Champion.Holder holder = diverged ? null : Champion.Holder.of(cohort, result);
        configuration.add(trial.replicate(), holder);
        if (configuration.ended < replicates) {
            return holder != null && configuration.best == holder;
        }
        unfinished.remove(trial.configuration());
        finish(trial.configuration(), configuration);
        return holder != null && leaders.stream().anyMatch(leader -> leader.holder() == holder);
    }

    private void finish(String id, Unfinished configuration) {
        Standing standing = new Standing(id, configuration.values);
        if (configuration.best != null) {
            leaders.add(new Leader(standing, configuration.best));
            leaders.sort(Comparator.comparing(Leader::standing, Standing.bestFirst(selection)));
            if (leaders.size() > most) {
                leaders.remove(most);
            }
        }
    }

    /** A replicate that failed is never offered: what is unfinished in the end lacks one of these. */
    @Override
    public synchronized List<Champion.Holder> holders() {
        unfinished.forEach(this::finish);
        unfinished.clear();
        return leaders.stream().map(Leader::holder).toList();
    }
}
