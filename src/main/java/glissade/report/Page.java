package glissade.report;

import glissade.store.RunFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page {@code report/index.html} of a run: one file that opens from a disk and asks for nothing else, with charts by
 * Apache ECharts.
 *
 * <p>Its policy allows no script and no style but those written here, each by its hash. What users wrote is text in HTML, or
 * a string in JSON, and never more. Equal tables give equal bytes.
 */
public final class Page {
    public static final String NAME = RunFolder.REPORT + "/index.html";

    private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    /** In this order, as one script. */
    private static final List<String> SCRIPTS = List.of(
            "data",
            "text",
            "look",
            "charts",
            "choice",
            "curves",
            "heat",
            "parallel",
            "effects",
            "maps",
            "trajectories",
            "boundaries",
            "layers",
            "predictions",
            "configurations",
            "history",
            "table",
            "start");

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private final RunFolder folder;
    private final Subject subject;
    private final PageFacts facts;

    public Page(RunFolder folder, Subject subject, PageFacts facts) {
        this.folder = folder;
        this.subject = subject;
        this.facts = facts;
    }

    /** Writes it. */
    public void draw() throws IOException {
        folder.writeBytes(NAME, html(new RunTables(folder, subject)).getBytes(StandardCharsets.UTF_8));
    }

    private String html(RunTables run) throws IOException {
        Verdict verdict = new Verdict(run, run.table("configurations"));
        String style = resource("style.css");
        String library = inScript(text(LIBRARY));
        StringBuilder scripts = new StringBuilder("(() => {\n\"use strict\";\n");
        for (String script : SCRIPTS) {
            scripts.append(resource(script + ".js"));
        }
        String script = inScript(scripts.append("})();\n").toString());
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put("policy", policy(style, library, script));
        slots.put("name", Html.escape(subject.name()));
        slots.put("run", Html.escape(facts.run()));
        slots.put("partial", facts.partial().isEmpty() ? "" : " <span class=\"mark\">partial</span>");
        slots.put("description", paragraph("description", facts.description()));
        slots.put("verdict", verdict.sentence());
        slots.put("notes", notes(verdict));
        slots.put("facts", facts(verdict));
        slots.put("mathematics", mathematics());
        slots.put(
                "footer",
                "Drawn from the run's stored tables; submit/glissade report draws it again. Charts by Apache ECharts 5.5.0.");
        slots.put("style", style);
        slots.put("data", new PageData(run, facts).json());
        slots.put("library", library);
        slots.put("script", script);
        return SLOT.matcher(resource("page.html"))
                .replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
    }

    private static String paragraph(String kind, String text) {
        return text.isEmpty() ? "" : "<p class=\"" + kind + "\">" + Html.escape(text) + "</p>";
    }

    private String notes(Verdict verdict) {
        String loud = facts.partial().isEmpty() ? "" : "<li class=\"loud\">" + Html.escape(facts.partial()) + "</li>";
        List<String> notes = verdict.notes();
        String items = notes.stream()
                        .map(note -> "<li class=\"loud\">" + Html.escape(note) + "</li>")
                        .collect(Collectors.joining())
                + facts.notes().stream()
                        .map(note -> "<li>" + Html.escape(note) + "</li>")
                        .collect(Collectors.joining());
        return (loud + items).isEmpty() ? "" : "<ul class=\"notes\">" + loud + items + "</ul>";
    }

    private String facts(Verdict verdict) {
        StringBuilder list = new StringBuilder(fact("trials", verdict.outcomes()));
        facts.facts().forEach(fact -> list.append(fact(fact.name(), fact.value())));
        return list.toString();
    }

    private static String fact(String name, String value) {
        boolean digest = name.equals("digest");
        String words = Html.escape(value).replace("\n", "<br>");
        return "<div" + (digest ? " class=\"wide\"" : "") + "><dt>" + Html.escape(name) + "</dt><dd>"
                + (digest ? "<code>" + words + "</code>" : words) + "</dd></div>";
    }

    private String mathematics() {
        return facts.mathematics().isEmpty()
                ? ""
                : "<details class=\"mathematics\" id=\"mathematics\"><summary>The mathematics of this run</summary>"
                        + facts.mathematics() + "</details>";
    }

    /** Nothing from anywhere, but this page's own style and scripts, and pictures that it makes itself. */
    private static String policy(String style, String... scripts) {
        String hashes = List.of(scripts).stream().map(Page::hash).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes + "; style-src " + hash(style)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A script whose texts cannot end the element, nor open a comment in it. */
    private static String inScript(String script) {
        return script.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    private static String resource(String name) throws IOException {
        return text("/glissade/report/" + name);
    }

    private static String text(String place) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new FileNotFoundException(place + " is missing in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
