package glissade.report;

import glissade.store.Table;
import java.util.List;
import java.util.Map;

/**
 * What a page says of a run beside its tables.
 *
 * @param run its id
 * @param started when, in UTC
 * @param description by whoever wrote the experiment; may be empty
 * @param partial why the page is not the last word: that the run goes on, or how it ended; empty if all is well
 * @param comparison with the run before, as a sentence; may be empty
 * @param facts to be read one below the other, for example {@code data}, {@code plan} and {@code time}
 * @param warnings what nobody should miss
 * @param notes what an honest reader wants to know, beside what follows from the tables
 * @param trainingRows rows of an epoch, by the fingerprint of the data
 * @param mathematics of the run, as a fragment of HTML; may be empty
 * @param history of the experiment up to this run, without its own row; without rows where there is none
 */
public record PageFacts(
        String run,
        String started,
        String description,
        String partial,
        String comparison,
        List<Fact> facts,
        List<String> warnings,
        List<String> notes,
        Map<String, Long> trainingRows,
        String mathematics,
        Table history) {
    /** A name, and what stands beside it. */
    public record Fact(String name, String value) {}

    public PageFacts {
        facts = List.copyOf(facts);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
        trainingRows = Map.copyOf(trainingRows);
    }
}
