package glissade.report;

import glissade.store.Table;
import java.util.List;
import java.util.Map;

/**
 * What a page says of a run beside its tables.
 *
 * @param run its id
 * @param description by whoever wrote the experiment; may be empty
 * @param partial why the page is not the last word: that the run goes on, or how it ended; empty if all is well
 * @param facts to be read one below the other, for example {@code data}, {@code plan} and {@code time}
 * @param notes what an honest reader wants to know, beside what follows from the tables
 * @param trainingRows rows of an epoch, by the fingerprint of the data
 * @param mathematics of the run, as a fragment of HTML; may be empty
 * @param history of the experiment, without rows where there is none
 */
public record PageFacts(
        String run,
        String description,
        String partial,
        List<Fact> facts,
        List<String> notes,
        Map<String, Long> trainingRows,
        String mathematics,
        Table history) {
    /** A name, and what stands beside it. */
    public record Fact(String name, String value) {}

    public PageFacts {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
        trainingRows = Map.copyOf(trainingRows);
    }
}
