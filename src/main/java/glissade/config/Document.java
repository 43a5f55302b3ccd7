package glissade.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import glissade.config.Inclusion.UnreadableText;
import java.util.List;

/** The text of an experiment with its overrides, parsed as HOCON and resolved, before any key is looked at. */
final class Document {
    private Document() {}

    /** Broken overrides are left out and noted, so that the rest can be judged; a broken text ends the matter. */
    static Literal read(ExperimentSource source, List<String> assignments, Problems problems) {
        Config merged = ConfigFactory.empty();
        for (String assignment : assignments) {
            merged = override(assignment, problems).withFallback(merged);
        }
        try {
            return Literal.of(
                    merged.withFallback(Inclusion.parse(source)).resolve().root());
        } catch (UnreadableText e) {
            boolean included = !e.source().name().equals(source.name());
            problems.add(
                    new Place(source.name(), 0),
                    included ? "include " + e.source().name() : "",
                    "cannot be read: " + e.getMessage());
        } catch (ConfigException e) {
            problems.add(e.origin() == null ? new Place(source.name(), 0) : Place.of(e.origin()), "", inWords(e));
        }
        throw problems.asException();
    }

    private static Config override(String assignment, Problems problems) {
        int equals = assignment.indexOf('=');
        if (equals < 1 || assignment.substring(equals + 1).isBlank()) {
            problems.add(Place.override(assignment), "", "expected path=value");
            return ConfigFactory.empty();
        }
        try {
            return new Assignment(assignment).parse();
        } catch (ConfigException e) {
            problems.add(Place.override(assignment), "", inWords(e));
            return ConfigFactory.empty();
        }
    }

    /** The parser's message without the place in front and the advice behind, which take the user for a programmer. */
    static String inWords(ConfigException e) {
        String message = e.getMessage();
        if (e.origin() != null && message.startsWith(e.origin().description() + ": ")) {
            message = message.substring(e.origin().description().length() + 2);
        }
        int advice = message.indexOf(" (if you ");
        if (advice > 0) {
            message = message.substring(0, advice);
        }
        if (message.contains("not: end of file")) {
            return "the text ends inside a section: a closing } is missing";
        }
        if (e instanceof ConfigException.UnresolvedSubstitution) {
            return message + " (neither a key of this file nor an environment variable)";
        }
        boolean unquoted = advice > 0 || message.contains("may not be followed by token");
        return unquoted ? message + "; text with commas, colons or braces in it needs double quotes" : message;
    }
}
