package glissade.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import glissade.config.Inclusion.UnreadableText;
import java.util.ArrayList;
import java.util.List;

/** The text of an experiment with its overrides, parsed as HOCON and resolved, before any key is looked at. */
final class Document {
    private Document() {}

    static ConfigObject read(ExperimentSource source, List<String> assignments) {
        List<Problem> problems = new ArrayList<>();
        Config text = textOf(source, problems);
        Config merged = ConfigFactory.empty();
        for (String assignment : assignments) {
            merged = override(assignment, problems).withFallback(merged);
        }
        merged = merged.withFallback(text);
        try {
            merged = merged.resolve();
        } catch (ConfigException e) {
            problems.add(problem(e, source));
        }
        if (!problems.isEmpty()) {
            throw new InvalidExperiment(source.name(), problems);
        }
        return merged.root();
    }

    private static Config textOf(ExperimentSource source, List<Problem> problems) {
        try {
            return Inclusion.parse(source);
        } catch (UnreadableText e) {
            boolean included = !e.source().name().equals(source.name());
            problems.add(new Problem(
                    new Place(source.name(), 0),
                    included ? "include " + e.source().name() : "",
                    "cannot be read: " + e.getMessage()));
        } catch (ConfigException e) {
            problems.add(problem(e, source));
        }
        return ConfigFactory.empty();
    }

    private static Config override(String assignment, List<Problem> problems) {
        if (!assignment.contains("=")) {
            problems.add(new Problem(Place.override(assignment), "", "expected path=value"));
            return ConfigFactory.empty();
        }
        try {
            return new Assignment(assignment).parse();
        } catch (ConfigException e) {
            problems.add(new Problem(Place.override(assignment), "", inWords(e)));
            return ConfigFactory.empty();
        }
    }

    private static Problem problem(ConfigException e, ExperimentSource source) {
        Place place = e.origin() == null ? new Place(source.name(), 0) : Place.of(e.origin());
        return new Problem(place, "", inWords(e));
    }

    /** The parser's message without the place in front and the advice behind, which take the user for a programmer. */
    private static String inWords(ConfigException e) {
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
        return advice > 0 ? message + "; text with commas, colons or braces in it needs double quotes" : message;
    }
}
