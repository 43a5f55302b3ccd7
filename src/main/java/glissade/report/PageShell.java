package glissade.report;

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
 * What all pages share: the skeleton, the style and the scripts, written into one file.
 *
 * <p>Its policy allows no script and no style but these, each by its hash, and nothing from anywhere else.
 */
final class PageShell {
    private static final String LIBRARY = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    /** In this order, as one script. */
    private static final String SCRIPTS =
            "data text look scales charts choice curves steps heat parallel effects maps trajectories boundaries layers"
                    + " predictions configurations history table start";

    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private PageShell() {}

    /** A page with these texts, all of them HTML, in the places of their names. */
    static String html(Map<String, String> texts) throws IOException {
        String style = resource("style.css");
        String library = inScript(text(LIBRARY));
        StringBuilder scripts = new StringBuilder("(() => {\n\"use strict\";\n");
        for (String name : SCRIPTS.split(" ")) {
            scripts.append(resource(name + ".js"));
        }
        String script = inScript(scripts.append("})();\n").toString());
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.put("style", style);
        all.put("library", library);
        all.put("script", script);
        all.put("policy", policy(style, library, script));
        return SLOT.matcher(resource("page.html")).replaceAll(slot -> Matcher.quoteReplacement(all.get(slot.group(1))));
    }

    private static String policy(String style, String... scripts) {
        String hashes = List.of(scripts).stream().map(PageShell::hash).collect(Collectors.joining(" "));
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
        try (InputStream in = PageShell.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new FileNotFoundException(place + " is missing in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
