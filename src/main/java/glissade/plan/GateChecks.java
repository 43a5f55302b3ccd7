package glissade.plan;

import glissade.config.Experiment;
import glissade.config.Problems;
import glissade.gate.MetricRule;
import java.util.Collection;
import java.util.List;

/** Whether the bounds of a gate are on numbers that there will be. */
final class GateChecks {
    private final Trials trials;
    private final Collection<PlannedData> data;
    private final Problems problems;

    GateChecks(Trials trials, Collection<PlannedData> data, Problems problems) {
        this.trials = trials;
        this.data = data;
        this.problems = problems;
    }

    void check() {
        Experiment experiment = trials.experiment();
        experiment.gate().require().forEach(rule -> {
            String message = checkTrial(rule);
            message = message == null ? checkNumber(rule) : message;
            if (message != null) {
                problems.add(experiment.problem("gate.require", rule.text() + ": " + message));
            }
        });
    }

    private String checkTrial(MetricRule rule) {
        if (rule.trial().isEmpty()) {
            return null;
        }
        List<String> meant = trials.all().stream()
                .map(Trial::id)
                .filter(id -> id.startsWith(rule.trial()))
                .toList();
        if (meant.size() == 1) {
            return null;
        }
        return meant.isEmpty()
                ? "no trial of this sweep begins with " + rule.trial()
                : meant.size() + " trials of this sweep begin with " + rule.trial() + "; expected more digits";
    }

    private String checkNumber(MetricRule rule) {
        if (data.stream().allMatch(each -> each.summary().rows(rule.split()) == 0)) {
            return "there are no such rows";
        }
        if (rule.isOfEveryTrial()) {
            return null;
        }
        if (trials.experiment().output().details() == 0) {
            return "needs predictions of the best trial: expected output.details of at least 1, found 0";
        }
        boolean unknown = !rule.ofClass().isEmpty()
                && data.stream().noneMatch(each -> each.summary().classNames().contains(rule.ofClass()));
        return unknown
                ? "there is no class " + rule.ofClass() + "; expected one of "
                        + String.join(", ", data.iterator().next().summary().classNames())
                : null;
    }
}
