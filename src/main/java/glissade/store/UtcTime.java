package glissade.store;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * When something happened, as text of one width, whose order is that of time. A run may take less than a second, so that
 * thousandths are told; a reader hardly wants them.
 */
public final class UtcTime {
    private static final DateTimeFormatter THOUSANDTHS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private UtcTime() {}

    static String now() {
        return of(Instant.now());
    }

    static String of(Instant time) {
        return THOUSANDTHS.format(time);
    }

    /** The same to the second, {@code 2026-11-20T02:00:03Z}. */
    public static String toSeconds(String time) {
        int point = time.indexOf('.');
        return point < 0 ? time : time.substring(0, point) + "Z";
    }
}
