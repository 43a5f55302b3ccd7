package glissade.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.Type;

/** Reads back the tables that {@link ParquetTableWriter} wrote, without a Spark session. */
final class ParquetTableReader {
    private ParquetTableReader() {}

    /** The table of a file; its name is not stored inside. */
    static Table read(String name, Path path, Configuration configuration) throws IOException {
        InputFile file = HadoopInputFile.fromPath(path, configuration);
        Table table = new Table(name, columns(file));
        try (ParquetReader<Group> reader = new Builder(file).build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                List<Object> row = new ArrayList<>();
                for (int column = 0; column < table.columns().size(); column++) {
                    row.add(cell(group, column, table.columns().get(column).type()));
                }
                table.add(row);
            }
        }
        return table;
    }

    private static List<Column> columns(InputFile file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(file)) {
            return reader.getFileMetaData().getSchema().getFields().stream()
                    .map(field -> new Column(field.getName(), type(field)))
                    .toList();
        }
    }

    private static Column.Type type(Type field) {
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case BINARY -> Column.Type.STRING;
            case INT64 -> Column.Type.LONG;
            case DOUBLE -> Column.Type.DOUBLE;
            default -> throw new IllegalArgumentException("no table of ours has a column like " + field);
        };
    }

    private static Object cell(Group group, int column, Column.Type type) {
        if (group.getFieldRepetitionCount(column) == 0) {
            return null;
        }
        return switch (type) {
            case STRING -> group.getString(column, 0);
            case LONG -> (Object) group.getLong(column, 0);
            case DOUBLE -> (Object) group.getDouble(column, 0);
        };
    }

    private static final class Builder extends ParquetReader.Builder<Group> {
        private Builder(InputFile file) {
            super(file);
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
