package glissade.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The values of {@code data.source}. */
public enum SourceKind {
    CIRCLES,
    DIGITS,
    MNIST;

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
        return switch (this) {
            case CIRCLES -> new Circles(spec);
            case DIGITS -> new Digits(spec);
            case MNIST -> Mnist.open(spec);
        };
    }

    /** Tells data sets apart without reading them: settings, or names, lengths and times of files. */
    String describe(DataSpec spec) {
        return switch (this) {
            case CIRCLES, DIGITS -> GeneratedSource.describe(spec);
            case MNIST -> Mnist.describe(spec);
        };
    }
}
