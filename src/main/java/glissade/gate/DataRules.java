package glissade.gate;

import glissade.data.DataSummary;
import glissade.data.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds the data of a run against the rules on data, before anything is trained. Data sets of a sweep over data are held
 * against the baseline's in their order.
 */
public final class DataRules {
    private static final int MOST_NAMED = 5;

    private final DataGate gate;
    private final List<Finding> findings = new ArrayList<>();

    private DataRules(DataGate gate) {
        this.gate = gate;
    }

    /** What became of every rule that was given; the baseline is empty where there is none. */
    public static List<Finding> findings(DataGate gate, List<DataSummary> now, Optional<List<DataSummary>> before) {
        DataRules rules = new DataRules(gate);
        boolean beside = before.isPresent();
        boolean sameCount = beside && before.get().size() == now.size();
        boolean heldAgainst =
                gate.leastRows() != null || gate.mostRows() != null || gate.classDrift() != null || gate.schema();
        if (beside && !sameCount && heldAgainst) {
            rules.add(
                    "gate.data.schema",
                    false,
                    now.size() + " data sets, and the baseline has "
                            + before.get().size());
        }
        for (int i = 0; i < now.size(); i++) {
            String which = now.size() == 1 ? "" : "data set " + (i + 1) + ": ";
            rules.byItself(now.get(i), which);
            if (sameCount) {
                rules.beside(now.get(i), before.get().get(i), which);
            }
        }
        return rules.findings;
    }

    /** What to say of folders that are not marked as written to their end. */
    public static Finding success(List<String> unmarked) {
        return new Finding(
                "gate.data.success",
                unmarked.isEmpty(),
                unmarked.isEmpty()
                        ? "every folder of the data holds a _SUCCESS"
                        : "no _SUCCESS in " + named(unmarked) + ": the data is not written to its end");
    }

    private void add(String rule, boolean passed, String text) {
        findings.add(new Finding(rule, passed, text));
    }

    private void byItself(DataSummary now, String which) {
        if (gate.classShare() > DataGate.DEFAULT_CLASS_SHARE) {
            List<String> rare = new ArrayList<>();
            for (int c = 0; c < now.classRows().size(); c++) {
                double share = share(now, c);
                if (share < gate.classShare()) {
                    rare.add(now.classNames().get(c) + " " + Figure.share(share));
                }
            }
            add(
                    "gate.data.class-share",
                    rare.isEmpty(),
                    which
                            + (rare.isEmpty()
                                    ? "no class is rarer than "
                                    : "rare classes: " + named(rare) + ", expected ")
                            + (rare.isEmpty() ? "" : "at least ") + Figure.share(gate.classShare())
                            + " of the training rows" + (rare.isEmpty() ? "" : " each"));
        }
        if (gate.missing() < DataGate.DEFAULT_MISSING) {
            missing(now.table(), which);
        }
    }

    private void missing(TableFacts table, String which) {
        List<String> lacking = new ArrayList<>();
        for (TableFacts.Column column : table.columns()) {
            if (column.missing() > gate.missing()) {
                lacking.add("column '" + column.name() + "' in " + Figure.share(column.missing()) + " of rows");
            }
        }
        if (table.leftOut() > gate.missing()) {
            lacking.add(Figure.share(table.leftOut()) + " of rows left out because of a cell");
        }
        add(
                "gate.data.missing",
                lacking.isEmpty(),
                which
                        + (lacking.isEmpty()
                                ? "no column misses more than "
                                : "missing: " + named(lacking) + ", expected at most ")
                        + Figure.share(gate.missing()));
    }

    private void beside(DataSummary now, DataSummary before, String which) {
        double ratio = (double) now.trainingRows() / before.trainingRows();
        String rows = which + now.trainingRows() + " training rows are " + Figure.of(ratio) + " times the baseline's "
                + before.trainingRows();
        if (gate.leastRows() != null) {
            add(
                    "gate.data.least-rows",
                    ratio >= gate.leastRows(),
                    rows + ", expected at least " + Figure.of(gate.leastRows()));
        }
        if (gate.mostRows() != null) {
            add(
                    "gate.data.most-rows",
                    ratio <= gate.mostRows(),
                    rows + ", expected at most " + Figure.of(gate.mostRows()));
        }
        if (gate.classDrift() != null) {
            drift(now, before, which);
        }
        if (gate.schema()) {
            List<String> differences = SchemaDifference.between(now, before);
            add(
                    "gate.data.schema",
                    differences.isEmpty(),
                    which
                            + (differences.isEmpty()
                                    ? "columns and classes are those of the baseline"
                                    : named(differences)));
        }
    }

    private void drift(DataSummary now, DataSummary before, String which) {
        if (!now.classNames().equals(before.classNames())) {
            add("gate.data.class-drift", false, which + "the classes are not those of the baseline");
            return;
        }
        List<String> drifted = new ArrayList<>();
        for (int c = 0; c < now.classRows().size(); c++) {
            if (Math.abs(share(now, c) - share(before, c)) > gate.classDrift()) {
                drifted.add(now.classNames().get(c) + " went from " + Figure.share(share(before, c)) + " to "
                        + Figure.share(share(now, c)));
            }
        }
        add(
                "gate.data.class-drift",
                drifted.isEmpty(),
                which
                        + (drifted.isEmpty()
                                ? "the share of no class moved by more than "
                                : named(drifted) + ", expected within ")
                        + Figure.share(gate.classDrift()));
    }

    private static double share(DataSummary data, int ofClass) {
        return (double) data.classRows().get(ofClass) / data.trainingRows();
    }

    private static String named(List<String> things) {
        return things.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (things.size() > MOST_NAMED ? " and " + (things.size() - MOST_NAMED) + " more" : "");
    }
}
