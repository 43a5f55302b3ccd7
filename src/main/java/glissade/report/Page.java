package glissade.report;

import glissade.report.PageFacts.Fact;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page {@code report/index.html} of a run: one file that opens from a disk and asks for nothing else, with charts by
 * Apache ECharts.
 *
 * <p>What users wrote is text in HTML, or a string in JSON, and never more. Equal tables give equal bytes.
 */
public final class Page {
    public static final String NAME = RunFolder.REPORT + "/index.html";

    private static final String FOOTER =
            "Drawn from the run's stored tables; submit/glissade report draws it again. Charts by Apache ECharts 5.5.0.";

    private final String name;
    private final PageFacts facts;
    private final String verdict;
    private final List<String> warnings;
    private final List<Fact> lines;
    private final String data;

    private Page(String name, PageFacts facts, String verdict, List<String> warnings, List<Fact> lines, String data) {
        this.name = name;
        this.facts = facts;
        this.verdict = verdict;
        this.warnings = warnings;
        this.lines = lines;
        this.data = data;
    }

    /** Of a run with tables. */
    public static Page of(StoredTables tables, Subject subject, PageFacts facts) throws IOException {
        RunTables run = new RunTables(tables, subject);
        Verdict verdict = new Verdict(run, run.table("configurations"));
        List<Fact> lines = new ArrayList<>(List.of(new Fact("trials", verdict.outcomes())));
        lines.addAll(facts.facts());
        String data = new PageData(run, facts).json();
        String comparison = facts.comparison().isEmpty() ? "" : " " + Html.escape(facts.comparison());
        // On a landscape there are no rows to be learnt by heart.
        boolean landscape = run.table(Schemas.TRAJECTORY).isPresent();
        List<String> notes = new ArrayList<>(verdict.mixtures());
        notes.addAll(landscape ? List.of() : verdict.notes());
        return new Page(subject.name(), facts, verdict.sentence() + comparison, notes, lines, data);
    }

    /** Of a run that has none, as it goes on or was ended before its time. */
    public static Page unfinished(String name, PageFacts facts) {
        return new Page(name, facts, "Nothing has been stored yet.", List.of(), facts.facts(), "{}");
    }

    /** Writes it into the folder of its run. */
    public void draw(RunFolder folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", Html.escape(name));
        texts.put("run", Html.escape(facts.run()));
        texts.put("partial", facts.partial().isEmpty() ? "" : " <span class=\"mark\">partial</span>");
        texts.put("description", description());
        texts.put("verdict", verdict);
        texts.put("notes", notes());
        texts.put("facts", lines.stream().map(Page::line).collect(Collectors.joining()));
        texts.put("mathematics", mathematics());
        texts.put("footer", FOOTER);
        texts.put("data", data);
        folder.writeBytes(NAME, PageShell.html(texts).getBytes(StandardCharsets.UTF_8));
    }

    private String description() {
        String text = facts.description();
        return text.isEmpty() ? "" : "<p class=\"description\">" + Html.escape(text) + "</p>";
    }

    private String notes() {
        List<String> loud = new ArrayList<>(facts.warnings());
        loud.addAll(warnings);
        if (!facts.partial().isEmpty()) {
            loud.add(0, facts.partial());
        }
        String items = items(loud, " class=\"loud\"") + items(facts.notes(), "");
        return items.isEmpty() ? "" : "<ul class=\"notes\">" + items + "</ul>";
    }

    private static String items(List<String> notes, String kind) {
        return notes.stream()
                .map(note -> "<li" + kind + ">" + Html.escape(note) + "</li>")
                .collect(Collectors.joining());
    }

    private static String line(Fact fact) {
        boolean digest = fact.name().equals("digest");
        String words = Html.escape(fact.value()).replace("\n", "<br>");
        return "<div" + (digest ? " class=\"wide\"" : "") + "><dt>" + Html.escape(fact.name()) + "</dt><dd>"
                + (digest ? "<code>" + words + "</code>" : words) + "</dd></div>";
    }

    private String mathematics() {
        return facts.mathematics().isEmpty()
                ? ""
                : "<details class=\"mathematics\" id=\"mathematics\"><summary>The mathematics of this run</summary>"
                        + facts.mathematics() + "</details>";
    }
}
