package glissade.engine;

import java.util.Locale;

/** How Spark jobs are called in its UI and in its event log: a group for each cohort, a line for each job. */
final class JobName {
    private JobName() {}

    /** The group of all jobs of a cohort, numbered as in {@code run.log} and {@code timings}. */
    static String group(Cohort cohort) {
        return "cohort " + cohort.spec().number();
    }

    /** What a cohort is, in brief: {@code cohort 3: softmax, batch 10, 16 trials}. */
    static String of(Cohort cohort) {
        int trials = cohort.lanes();
        return group(cohort) + ": "
                + cohort.spec().model().type().name().toLowerCase(Locale.ROOT) + ", batch " + cohort.batchRows() + ", "
                + trials + (trials == 1 ? " trial" : " trials");
    }
}
