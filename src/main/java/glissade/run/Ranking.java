package glissade.run;

import glissade.engine.Selection;
import glissade.store.Schemas;
import glissade.store.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which trial is best: by the selected number as {@link Selection#compare} orders it; between equals, by trial id. */
public final class Ranking {
    private Ranking() {}

    /** A trial and its selected number. */
    record Score(String trialId, double value) {
        static Comparator<Score> bestFirst(Selection selection) {
            Comparator<Score> byValue = (a, b) -> selection.compare(a.value(), b.value());
            return byValue.thenComparing(Score::trialId);
        }
    }

    /** The column of {@code trials} that holds the selected number. */
    public static String column(Selection selection) {
        return (selection.best() ? "best_" : "final_") + selection.name().replace('.', '_');
    }

    /** The rows of {@code trials}, best first. */
    public static List<Integer> rows(Table trials, Selection selection) {
        int id = trials.column(Schemas.TRIAL_ID);
        int value = trials.column(column(selection));
        Comparator<Integer> bestFirst = Comparator.comparing(
                row -> new Score(trials.text(row, id), trials.real(row, value)), Score.bestFirst(selection));
        return IntStream.range(0, trials.rows()).boxed().sorted(bestFirst).toList();
    }

    /** The best trial of each configuration, configurations in the order of their table; of trials that diverged, none. */
    public static List<Integer> rows(Table trials, Table configurations, Selection selection) {
        int status = trials.column(Schemas.STATUS);
        int of = trials.column(Schemas.CONFIGURATION);
        int id = configurations.column(Schemas.CONFIGURATION);
        Map<String, Integer> best = new TreeMap<>();
        for (int row : rows(trials, selection)) {
            if (!trials.text(row, status).equals(TrialOutcome.DIVERGED)) {
                best.putIfAbsent(trials.text(row, of), row);
            }
        }
        return IntStream.range(0, configurations.rows())
                .mapToObj(row -> best.get(configurations.text(row, id)))
                .filter(Objects::nonNull)
                .toList();
    }
}
