package glissade.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The values of {@code data.source}. */
public enum SourceKind {
    CIRCLES(Circles::new, GeneratedSource::describe),
    DIGITS(Digits::new, GeneratedSource::describe),
    MNIST(Mnist::open, Mnist::describe);

    private final Function<DataSpec, Source> opener;
    private final Function<DataSpec, String> description;

    SourceKind(Function<DataSpec, Source> opener, Function<DataSpec, String> description) {
        this.opener = opener;
        this.description = description;
    }

    /** As written in a config. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as written in a config. */
    public static List<String> names() {
        return Arrays.stream(values()).map(SourceKind::text).toList();
    }

    static SourceKind of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadData("data.source must be one of " + names() + ", got '" + text + "'"));
    }

    Source open(DataSpec spec) {
        return opener.apply(spec);
    }

    /** Tells data sets apart without reading them: settings, or names, lengths and times of files. */
    String describe(DataSpec spec) {
        return description.apply(spec);
    }
}
