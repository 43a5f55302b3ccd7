package glissade.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Writes a table as one Parquet file, through the library that Spark SQL itself writes with.
 *
 * <p>It is called directly because these tables sit on the driver: a first {@code DataFrame.write} costs seconds of session,
 * planner and code generation for a few rows. The schema is the one Spark gives such columns, each optional. Pages are
 * not compressed and no site configuration is read, so that equal tables give equal bytes on every machine; doubles hardly
 * compress, and repeated values are stored once anyway (dictionary encoding).
 */
final class ParquetTableWriter extends WriteSupport<Integer> {
    private final List<Column> columns;
    private Table table;
    private RecordConsumer consumer;

    private ParquetTableWriter(List<Column> columns) {
        this.columns = columns;
    }

    static void write(Table table, OutputStream out) throws IOException {
        try (TableSink sink = open(table.columns(), out)) {
            sink.add(table);
        }
    }

    /** A file of tables with these columns, one below the other. */
    static TableSink open(List<Column> columns, OutputStream out) throws IOException {
        ParquetTableWriter rows = new ParquetTableWriter(columns);
        OrderedFooter ordered = new OrderedFooter(out);
        ParquetWriter<Integer> writer = new Builder(rows, ordered)
                .withConf(new Configuration(false))
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build();
        return new TableSink() {
            @Override
            public void add(Table table) throws IOException {
                rows.table = table;
                for (int row = 0; row < table.rows(); row++) {
                    writer.write(row);
                }
            }

            @Override
            public void close() throws IOException {
                writer.close();
                ordered.finish();
            }
        };
    }

    @Override
    @SuppressWarnings("deprecation") // abstract still, so there is no other way
    public WriteContext init(Configuration configuration) {
        List<Type> fields = columns.stream().map(ParquetTableWriter::field).toList();
        return new WriteContext(new MessageType("spark_schema", fields), Map.of());
    }

    private static Type field(Column column) {
        return switch (column.type()) {
            case STRING ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case LONG -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(Integer row) {
        consumer.startMessage();
        for (int column = 0; column < table.columns().size(); column++) {
            if (!table.isEmpty(row, column)) {
                String name = table.columns().get(column).name();
                consumer.startField(name, column);
                cell(row, column);
                consumer.endField(name, column);
            }
        }
        consumer.endMessage();
    }

    private void cell(int row, int column) {
        switch (table.columns().get(column).type()) {
            case STRING -> consumer.addBinary(Binary.fromString(table.text(row, column)));
            case LONG -> consumer.addLong(table.whole(row, column));
            case DOUBLE -> consumer.addDouble(table.real(row, column));
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Integer, Builder> {
        private final ParquetTableWriter rows;

        private Builder(ParquetTableWriter rows, OutputStream out) {
            super((OutputFile) new StreamOutputFile(out));
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still, so there is no other way
        protected WriteSupport<Integer> getWriteSupport(Configuration configuration) {
            return rows;
        }
    }
}
