package glissade.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * The columns of a Parquet table that matter, as the first file has them: other files have the same by name, in any order
 * and beside any others.
 */
final class ParquetColumns implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 200;

    private final String location;
    private final ArrayList<ParquetColumn> features;
    private final ParquetColumn target;

    private ParquetColumns(String location, List<ParquetColumn> features, ParquetColumn target) {
        this.location = location;
        this.features = new ArrayList<>(features);
        this.target = target;
    }

    static ParquetColumns of(TableSpec spec, DataFile file, MessageType schema) {
        List<ParquetColumn> all =
                schema.getFields().stream().map(ParquetColumn::of).toList();
        String location = file.location();
        if (all.isEmpty()) {
            throw new BadData(location + " has no columns");
        }
        ParquetColumn target =
                spec.target() == null ? all.get(all.size() - 1) : find(all, spec.target(), location, "data.target");
        List<ParquetColumn> features = new ArrayList<>(all);
        features.remove(target);
        for (ColumnName column : spec.drop()) {
            ParquetColumn dropped = find(all, column, location, "data.drop");
            if (dropped.equals(target)) {
                throw new BadData(location + ": data.drop names the target, " + target.inWords());
            }
            features.remove(dropped);
        }
        ParquetColumns columns = new ParquetColumns(location, features, target);
        columns.check();
        return columns;
    }

    /** By names, and without a target where that is null. */
    static ParquetColumns of(DataFile file, MessageType schema, List<String> features, String target) {
        List<ParquetColumn> all =
                schema.getFields().stream().map(ParquetColumn::of).toList();
        String location = file.location();
        List<ParquetColumn> found = new ArrayList<>();
        for (String name : features) {
            found.add(find(all, ColumnName.named(name), location, "the model learnt from it"));
        }
        ParquetColumn goal = target == null ? null : find(all, ColumnName.named(target), location, "data.target");
        ParquetColumns columns = new ParquetColumns(location, found, goal);
        columns.check();
        return columns;
    }

    private static ParquetColumn find(List<ParquetColumn> all, ColumnName wanted, String location, String key) {
        if (wanted.number() > all.size()) {
            throw new BadData(
                    location + " has " + all.size() + " columns, " + key + " asks for column " + wanted.number());
        }
        return wanted.name() == null
                ? all.get(wanted.number() - 1)
                : all.stream()
                        .filter(column -> column.name().equals(wanted.name()))
                        .findFirst()
                        .orElseThrow(() -> new BadData(location + " has no column '" + wanted.name() + "' (" + key
                                + "); it has " + shown(all)));
    }

    private static String shown(List<ParquetColumn> columns) {
        String all = columns.stream().map(ParquetColumn::name).collect(Collectors.joining(", "));
        return all.length() <= LONGEST_SHOWN ? all : all.substring(0, LONGEST_SHOWN) + "...";
    }

    private void check() {
        if (target != null && !target.kind().isTarget()) {
            throw new BadData(location + ": the target, " + target.inWords() + ", holds "
                    + target.kind().words() + ", expected one number or text a row");
        }
        List<ParquetColumn> useless =
                features.stream().filter(column -> !column.kind().isFeature()).toList();
        if (!useless.isEmpty()) {
            throw new BadData(location + ": expected numbers, lists of numbers or vectors, but "
                    + useless.stream()
                            .map(column ->
                                    column.inWords() + " holds " + column.kind().words())
                            .collect(Collectors.joining(", "))
                    + "; data.drop leaves columns out");
        }
        if (features.isEmpty()) {
            throw new BadData(location + " has no column to learn from beside the target, " + target.inWords());
        }
    }

    List<ParquetColumn> features() {
        return features;
    }

    /** Null where there is none. */
    ParquetColumn target() {
        return target;
    }

    /** What to read of a file: the columns of the features and the target, or that alone. */
    MessageType projection(DataFile file, MessageType schema, boolean targetAlone) {
        List<Type> fields = new ArrayList<>();
        for (ParquetColumn column : targetAlone ? List.<ParquetColumn>of() : features) {
            fields.add(field(column, file, schema));
        }
        if (target != null) {
            fields.add(field(target, file, schema));
        }
        return new MessageType(schema.getName(), fields);
    }

    private Type field(ParquetColumn column, DataFile file, MessageType schema) {
        if (!schema.containsField(column.name())) {
            throw new BadData(file.location() + " has no " + column.inWords() + ", which " + location + " has");
        }
        Type field = schema.getType(column.name());
        ParquetColumn found = ParquetColumn.of(field);
        if (found.kind() != column.kind()) {
            throw new BadData(file.location() + ": " + column.inWords() + " holds "
                    + found.kind().words() + ", but " + column.kind().words() + " in " + location);
        }
        return field;
    }
}
