package glissade.plan;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

    private Numbers() {}

    /** 12,345. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** 1 trial, 2 trials. */
    static String counted(long number, String noun) {
        return grouped(number) + " " + noun + (number == 1 ? "" : noun.endsWith("s") ? "es" : "s");
    }

    /** 24 MB, in powers of 1,024. */
    static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, amount < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", amount, UNITS[unit]);
    }

    /** 2, 50, 3,000: an estimate, to one digit. */
    static String roughly(double number) {
        long unit = 1;
        while (number / unit >= 9.5) {
            unit *= 10;
        }
        return grouped(unit * (long) (number / unit + 0.5));
    }

    /** 8 s, 3 min, 20 h: an estimate. */
    static String seconds(double seconds) {
        if (seconds < 1) {
            return "1 s";
        }
        double amount = seconds < 120 ? seconds : seconds < 7200 ? seconds / 60 : seconds / 3600;
        String unit = seconds < 120 ? "s" : seconds < 7200 ? "min" : "h";
        return String.format(Locale.ROOT, "%,.0f %s", amount, unit);
    }
}
