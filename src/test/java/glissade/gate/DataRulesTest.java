package glissade.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import glissade.data.DataSummary;
import glissade.data.TableFacts;
import glissade.data.TableFacts.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataRulesTest {
    private static final List<Column> COLUMNS =
            List.of(new Column("firm", "number", 0), new Column("colour", "category", 0.02));
    private static final DataSummary BASELINE = data(100, List.of("ripe", "not"), COLUMNS, 0, 50, 50);

    private static DataSummary data(
            int features, List<String> classes, List<Column> columns, double leftOut, long... classRows) {
        List<Long> each = Arrays.stream(classRows).boxed().toList();
        long rows = each.stream().mapToLong(Long::longValue).sum();
        return new DataSummary(
                rows,
                0,
                0,
                features,
                classes.size(),
                classes,
                each,
                Double.NaN,
                false,
                rows * features,
                "f",
                List.of(),
                List.of(),
                new TableFacts(columns, leftOut));
    }

    private static DataSummary data(long... classRows) {
        return data(100, List.of("ripe", "not"), COLUMNS, 0, classRows);
    }

    /** The only finding on it beside the baseline, with a plus in front if it passed. */
    private static String finding(DataGate gate, DataSummary now) {
        List<Finding> findings = DataRules.findings(gate, List.of(now), Optional.of(List.of(BASELINE)));
        assertEquals(1, findings.size(), findings.toString());
        return (findings.get(0).passed() ? "+" : "-") + findings.get(0).rule() + ": "
                + findings.get(0).text();
    }

    private static DataGate rows(Double least, Double most) {
        return new DataGate(least, most, 0, null, 1, false, false);
    }

    private static final DataGate SCHEMA = new DataGate(null, null, 0, null, 1, true, false);

    @Test
    void anOpenGateFindsNothing() {
        DataSummary other = data(7, List.of("a", "b"), List.of(), 0.9, 1, 1);
        assertEquals(List.of(), DataRules.findings(DataGate.OPEN, List.of(other), Optional.of(List.of(BASELINE))));
    }

    @Test
    void whatIsHeldAgainstABaselineHoldsWithoutOne() {
        DataGate strict = new DataGate(1.0, 1.0, 0, 0.0, 1, true, false);
        assertEquals(List.of(), DataRules.findings(strict, List.of(BASELINE), Optional.empty()));
    }

    @Test
    void rowsAreAMultipleOfTheBaselines() {
        assertEquals(
                "+gate.data.least-rows: 90 training rows are 0.9 times the baseline's 100, expected at least 0.9",
                finding(rows(0.9, null), data(45, 45)));
        assertEquals(
                "-gate.data.least-rows: 89 training rows are 0.89 times the baseline's 100, expected at least 0.9",
                finding(rows(0.9, null), data(45, 44)));
        assertEquals(
                "-gate.data.most-rows: 201 training rows are 2.01 times the baseline's 100, expected at most 2",
                finding(rows(null, 2.0), data(101, 100)));
    }

    @Test
    void aClassMustBeThereAndStayThere() {
        DataGate share = new DataGate(null, null, 0.1, null, 1, false, false);
        assertEquals(
                "-gate.data.class-share: rare classes: not 9 %, expected at least 10 % of the training rows each",
                finding(share, data(91, 9)));
        assertEquals(
                "+gate.data.class-share: no class is rarer than 10 % of the training rows",
                finding(share, data(90, 10)));
        DataGate drift = new DataGate(null, null, 0, 0.1, 1, false, false);
        assertEquals(
                "+gate.data.class-drift: the share of no class moved by more than 10 %", finding(drift, data(60, 40)));
        assertEquals(
                "-gate.data.class-drift: ripe went from 50 % to 61 %, not went from 50 % to 39 %, expected within 10 %",
                finding(drift, data(61, 39)));
        assertEquals(
                "-gate.data.class-drift: the classes are not those of the baseline",
                finding(drift, data(100, List.of("a", "b"), COLUMNS, 0, 50, 50)));
    }

    @Test
    void missingCellsAndRowsLeftOutAreNamed() {
        DataGate gate = new DataGate(null, null, 0, null, 0.019, false, false);
        assertEquals(
                "-gate.data.missing: missing: column 'colour' in 2 % of rows, expected at most 1.9 %",
                finding(gate, BASELINE));
        assertEquals(
                "-gate.data.missing: missing: 5 % of rows left out because of a cell, expected at most 1.9 %",
                finding(gate, data(100, List.of("ripe", "not"), COLUMNS.subList(0, 1), 0.05, 50, 50)));
        assertEquals(
                "+gate.data.missing: no column misses more than 2 %",
                finding(new DataGate(null, null, 0, null, 0.02, false, false), BASELINE));
    }

    @Test
    void aSchemaIsColumnsWhatTheyAreForAndClasses() {
        List<String> classes = List.of("ripe", "not");
        assertEquals(
                "+gate.data.schema: columns and classes are those of the baseline",
                finding(SCHEMA, data(104, classes, COLUMNS, 0, 70, 30)));
        assertEquals(
                "-gate.data.schema: column 'colour' is gone, column 'weight' is new",
                finding(
                        SCHEMA,
                        data(100, classes, List.of(COLUMNS.get(0), new Column("weight", "number", 0)), 0, 50, 50)));
        assertEquals(
                "-gate.data.schema: column 'colour' was category and is number",
                finding(
                        SCHEMA,
                        data(100, classes, List.of(COLUMNS.get(0), new Column("colour", "number", 0)), 0, 50, 50)));
        assertEquals(
                "-gate.data.schema: the columns are in another order",
                finding(SCHEMA, data(100, classes, List.of(COLUMNS.get(1), COLUMNS.get(0)), 0, 50, 50)));
        assertEquals(
                "-gate.data.schema: classes were ripe, not and are ripe, not, rotten",
                finding(SCHEMA, data(100, List.of("ripe", "not", "rotten"), COLUMNS, 0, 50, 40, 10)));
    }

    @Test
    void withoutColumnsTheNumberOfFeaturesIsTheSchema() {
        DataSummary narrow = data(7, List.of("0", "1"), List.of(), 0, 5, 5);
        DataSummary wide = data(8, List.of("0", "1"), List.of(), 0, 5, 5);
        assertEquals(List.of("7 features became 8"), SchemaDifference.between(wide, narrow));
    }

    @Test
    void dataSetsOfASweepAreHeldAgainstEachOtherInTurn() {
        DataSummary small = data(10, 10);
        List<Finding> findings =
                DataRules.findings(rows(0.9, null), List.of(BASELINE, small), Optional.of(List.of(BASELINE, BASELINE)));
        assertEquals(
                List.of(true, false), findings.stream().map(Finding::passed).toList());
        assertEquals(
                "data set 2: 20 training rows are 0.2 times the baseline's 100, expected at least 0.9",
                findings.get(1).text());
        assertEquals(
                "2 data sets, and the baseline has 1",
                DataRules.findings(rows(0.9, null), List.of(BASELINE, small), Optional.of(List.of(BASELINE)))
                        .get(0)
                        .text());
    }
}
