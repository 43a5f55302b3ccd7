package glissade.app;

import glissade.run.Execution;
import glissade.run.ExitCode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Timer;
import java.util.TimerTask;
import picocli.CommandLine.Option;

/** Ends a run when its time is up, be it done or not. */
final class TimeLimit implements AutoCloseable {
    private final End end;
    private final Execution execution;
    private final Timer timer = new Timer("glissade-deadline", true);

    TimeLimit(End end, Execution execution) {
        this.end = end;
        this.execution = execution;
    }

    /** How a user says it. */
    static final class Options {
        @Option(
                names = "--deadline",
                paramLabel = "HH:MM",
                description = "ends with what there is at this time of the machine's clock; the same command continues")
        private String deadline;

        @Option(
                names = "--max-minutes",
                paramLabel = "N",
                description = "ends with what there is after so many minutes; the same command continues")
        private Double minutes;

        /** Null for never. */
        End end() {
            return End.of(deadline, minutes);
        }
    }

    /**
     * When that is.
     *
     * @param nanos by the clock of {@link System#nanoTime}
     * @param words that say it
     */
    record End(long nanos, String words) {
        private static final double NANOS_A_MINUTE = 60e9;

        /** From now on; null for no limit. */
        private static End of(String deadline, Double minutes) {
            if (minutes != null) {
                if (!(minutes > 0)) {
                    throw new BadInput("--max-minutes " + minutes + ": expected a number above 0");
                }
                return new End(
                        System.nanoTime() + (long) (minutes * NANOS_A_MINUTE), "the time of --max-minutes is up");
            }
            return deadline == null
                    ? null
                    : new End(
                            System.nanoTime() + until(deadline).toNanos(),
                            "the --deadline of " + deadline + " is reached");
        }

        /** To the first time since this process began that a clock shows this: not tomorrow's, if it was slow to begin. */
        private static Duration until(String deadline) {
            try {
                Duration ago =
                        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
                // With the date, as clocks are put back and forward in just those nights.
                ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
                ZonedDateTime begun = now.minus(ago);
                ZonedDateTime then = begun.with(LocalTime.parse(deadline));
                return Duration.between(now, then.isBefore(begun) ? then.plusDays(1) : then);
            } catch (DateTimeParseException e) {
                throw new BadInput("--deadline " + deadline + ": expected a time of day such as 06:00");
            }
        }
    }

    /** From now on; if the time is up already, at once, not whenever another thread has its turn. */
    void watch() {
        if (end == null) {
            return;
        }
        long left = end.nanos() - System.nanoTime();
        if (left <= 0) {
            stop();
            return;
        }
        TimerTask stop = new TimerTask() {
            @Override
            public void run() {
                stop();
            }
        };
        timer.schedule(stop, left / 1_000_000);
    }

    private void stop() {
        execution.stop(ExitCode.PARTIAL, end.words());
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
