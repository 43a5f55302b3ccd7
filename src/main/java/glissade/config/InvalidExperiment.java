package glissade.config;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with an experiment, in one message. */
public final class InvalidExperiment extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** The name is the experiment's source, as the user gave it. */
    public InvalidExperiment(String name, List<Problem> problems) {
        super(message(name, problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(String name, List<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> "  " + problem)
                .collect(Collectors.joining("\n", count + " in " + name + ", nothing was started:\n", ""));
    }
}
