package glissade.data;

import glissade.data.TableSpec.Missing;
import glissade.data.TableSpec.Task;
import java.util.ArrayList;
import java.util.List;

/** Specs of tables for tests: their defaults, and what a test says instead. */
record Tables(String source, String path, double validation, TableSpec table) {
    static Tables csv(Object path) {
        return new Tables("csv", path.toString(), 0, standard());
    }

    static Tables libsvm(Object path) {
        return new Tables("libsvm", path.toString(), 0, standard());
    }

    private static TableSpec standard() {
        return new TableSpec(
                null,
                TableSpec.DEFAULT_TEST,
                TableSpec.DEFAULT_HEADER,
                TableSpec.DEFAULT_DELIMITER,
                null,
                null,
                List.of(),
                List.of(),
                TableSpec.DEFAULT_TASK,
                TableSpec.DEFAULT_MISSING,
                0);
    }

    DataSpec spec() {
        return new DataSpec(
                source, path, null, 42, validation, 1, DataSpec.DEFAULT_SCALING, DataSpec.DEFAULT_SPLIT, table);
    }

    Source open() {
        return SourceKind.of(source).open(spec());
    }

    DataSummary summary() {
        return DataSets.open(spec()).summary();
    }

    Tables heldOut(double share) {
        return new Tables(source, path, share, table);
    }

    Tables test(Object testPath) {
        return with(new TableSpec(
                testPath.toString(),
                table.test(),
                table.header(),
                table.delimiter(),
                table.target(),
                table.id(),
                table.drop(),
                table.categorical(),
                table.task(),
                table.missing(),
                table.features()));
    }

    Tables testShare(double share) {
        return with(new TableSpec(
                null,
                share,
                table.header(),
                table.delimiter(),
                table.target(),
                table.id(),
                table.drop(),
                table.categorical(),
                table.task(),
                table.missing(),
                table.features()));
    }

    Tables form(boolean header, String delimiter) {
        return with(new TableSpec(
                table.testPath(),
                table.test(),
                header,
                delimiter,
                table.target(),
                table.id(),
                table.drop(),
                table.categorical(),
                table.task(),
                table.missing(),
                table.features()));
    }

    Tables target(ColumnName target) {
        return columns(target, table.id(), table.drop(), table.categorical());
    }

    Tables id(String name) {
        return columns(table.target(), ColumnName.named(name), table.drop(), table.categorical());
    }

    Tables drop(String... names) {
        return columns(table.target(), table.id(), columnNames(names), table.categorical());
    }

    Tables categorical(String... names) {
        return columns(table.target(), table.id(), table.drop(), columnNames(names));
    }

    private static List<ColumnName> columnNames(String... names) {
        List<ColumnName> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(ColumnName.named(name));
        }
        return columns;
    }

    private Tables columns(ColumnName target, ColumnName id, List<ColumnName> drop, List<ColumnName> categorical) {
        return with(new TableSpec(
                table.testPath(),
                table.test(),
                table.header(),
                table.delimiter(),
                target,
                id,
                drop,
                categorical,
                table.task(),
                table.missing(),
                table.features()));
    }

    Tables task(Task task) {
        return treat(task, table.missing(), table.features());
    }

    Tables missing(Missing missing) {
        return treat(table.task(), missing, table.features());
    }

    Tables features(int features) {
        return treat(table.task(), table.missing(), features);
    }

    private Tables treat(Task task, Missing missing, int features) {
        return with(new TableSpec(
                table.testPath(),
                table.test(),
                table.header(),
                table.delimiter(),
                table.target(),
                table.id(),
                table.drop(),
                table.categorical(),
                task,
                missing,
                features));
    }

    private Tables with(TableSpec other) {
        return new Tables(source, path, validation, other);
    }
}
