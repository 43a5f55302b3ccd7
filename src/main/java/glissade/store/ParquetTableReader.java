package glissade.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads back the tables that {@link ParquetTableWriter} wrote, without a Spark session: cells go straight into their table. */
final class ParquetTableReader {
    private ParquetTableReader() {}

    /** The table of a file; its name is not stored inside. */
    static Table read(String name, Path path, Configuration configuration) throws IOException {
        Rows rows = new Rows(name);
        try (ParquetReader<Table> reader = new Builder(HadoopInputFile.fromPath(path, configuration), rows).build()) {
            while (reader.read() != null) {}
        }
        return rows.table;
    }

    private static Column.Type type(Type field) {
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case BINARY -> Column.Type.STRING;
            case INT64 -> Column.Type.LONG;
            case DOUBLE -> Column.Type.DOUBLE;
            default -> throw new IllegalArgumentException("no table of ours has a column like " + field);
        };
    }

    private static final class Builder extends ParquetReader.Builder<Table> {
        private final Rows rows;

        private Builder(InputFile file, Rows rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected ReadSupport<Table> getReadSupport() {
            return rows;
        }
    }

    /** A table that grows by a row whenever one has been read. */
    private static final class Rows extends ReadSupport<Table> {
        private final String name;
        private Table table;

        private Rows(String name) {
            this.name = name;
        }

        @Override
        public ReadContext init(InitContext context) {
            return new ReadContext(context.getFileSchema());
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still, so there is no other way
        public RecordMaterializer<Table> prepareForRead(
                Configuration configuration, Map<String, String> metadata, MessageType schema, ReadContext context) {
            List<Column> columns = schema.getFields().stream()
                    .map(field -> new Column(field.getName(), type(field)))
                    .toList();
            table = new Table(name, columns);
            return new Materializer(table);
        }
    }

    private static final class Materializer extends RecordMaterializer<Table> {
        private final Table table;
        private final Row row;

        private Materializer(Table table) {
            this.table = table;
            this.row = new Row(table.columns());
        }

        @Override
        public Table getCurrentRecord() {
            table.add(row.list);
            return table;
        }

        @Override
        public GroupConverter getRootConverter() {
            return row;
        }
    }

    /** The cells of the row that is being read. */
    private static final class Row extends GroupConverter {
        private final Object[] cells;
        private final List<Object> list;
        private final Cell[] converters;

        private Row(List<Column> columns) {
            cells = new Object[columns.size()];
            list = Arrays.asList(cells);
            converters = new Cell[cells.length];
            Arrays.setAll(
                    converters,
                    place -> new Cell(cells, place, columns.get(place).type() == Column.Type.STRING));
        }

        @Override
        public Converter getConverter(int column) {
            return converters[column];
        }

        @Override
        public void start() {
            Arrays.fill(cells, null);
        }

        @Override
        public void end() {}
    }

    /** One of them; a text in the dictionary of its column is made once. */
    private static final class Cell extends PrimitiveConverter {
        private final Object[] cells;
        private final int column;
        private final boolean text;
        private String[] texts;

        private Cell(Object[] cells, int column, boolean text) {
            this.cells = cells;
            this.column = column;
            this.text = text;
        }

        @Override
        public boolean hasDictionarySupport() {
            return text;
        }

        @Override
        public void setDictionary(Dictionary dictionary) {
            texts = new String[dictionary.getMaxId() + 1];
            Arrays.setAll(texts, place -> dictionary.decodeToBinary(place).toStringUsingUTF8());
        }

        @Override
        public void addValueFromDictionary(int place) {
            cells[column] = texts[place];
        }

        @Override
        public void addBinary(Binary value) {
            cells[column] = value.toStringUsingUTF8();
        }

        @Override
        public void addLong(long value) {
            cells[column] = value;
        }

        @Override
        public void addDouble(double value) {
            cells[column] = value;
        }
    }
}
