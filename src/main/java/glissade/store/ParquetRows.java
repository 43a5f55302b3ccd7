package glissade.store;

import glissade.numeric.Block;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Rows as {@link RowFormat#PARQUET}, written as {@link ParquetTableWriter} writes tables. */
final class ParquetRows implements RowWriter {
    /** Small enough that several readers find work in a file. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final ParquetWriter<float[]> writer;
    private final float[] values;

    ParquetRows(OutputStream out, RowShape shape) throws IOException {
        values = new float[shape.features() + 1];
        writer = new Builder(shape, out)
                .withConf(new Configuration(false))
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    @Override
    public void write(Block rows) throws IOException {
        for (int row = 0; row < rows.rows(); row++) {
            Arrays.fill(values, 0f);
            for (int entry = rows.starts()[row]; entry < rows.starts()[row + 1]; entry++) {
                values[rows.columns()[entry]] = rows.values()[entry];
            }
            values[values.length - 1] = rows.targets()[row];
            writer.write(values);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Takes a row's features, then its target. */
    private static final class Rows extends WriteSupport<float[]> {
        private static final String LIST = "list";
        private static final String ELEMENT = "element";

        private final RowShape shape;
        private RecordConsumer consumer;

        private Rows(RowShape shape) {
            this.shape = shape;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still, so there is no other way
        public WriteContext init(Configuration configuration) {
            List<Type> fields = new ArrayList<>();
            if (RowShape.isWide(shape.features())) {
                fields.add(ConversionPatterns.listOfElements(
                        Repetition.REQUIRED,
                        RowShape.FEATURES,
                        Types.required(PrimitiveTypeName.FLOAT).named(ELEMENT)));
            } else {
                for (int i = 0; i < shape.features(); i++) {
                    fields.add(Types.required(PrimitiveTypeName.FLOAT).named(RowShape.feature(i)));
                }
            }
            PrimitiveTypeName target = shape.classes() ? PrimitiveTypeName.INT32 : PrimitiveTypeName.FLOAT;
            fields.add(Types.required(target).named(RowShape.TARGET));
            return new WriteContext(new MessageType("spark_schema", fields), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(float[] row) {
            consumer.startMessage();
            int fields = RowShape.isWide(shape.features()) ? list(row) : columns(row);
            consumer.startField(RowShape.TARGET, fields);
            float target = row[row.length - 1];
            if (shape.classes()) {
                consumer.addInteger((int) target);
            } else {
                consumer.addFloat(target);
            }
            consumer.endField(RowShape.TARGET, fields);
            consumer.endMessage();
        }

        private int columns(float[] row) {
            for (int i = 0; i < shape.features(); i++) {
                String name = RowShape.feature(i);
                consumer.startField(name, i);
                consumer.addFloat(row[i]);
                consumer.endField(name, i);
            }
            return shape.features();
        }

        private int list(float[] row) {
            consumer.startField(RowShape.FEATURES, 0);
            consumer.startGroup();
            consumer.startField(LIST, 0);
            for (int i = 0; i < shape.features(); i++) {
                consumer.startGroup();
                consumer.startField(ELEMENT, 0);
                consumer.addFloat(row[i]);
                consumer.endField(ELEMENT, 0);
                consumer.endGroup();
            }
            consumer.endField(LIST, 0);
            consumer.endGroup();
            consumer.endField(RowShape.FEATURES, 0);
            return 1;
        }
    }

    private static final class Builder extends ParquetWriter.Builder<float[], Builder> {
        private final RowShape shape;

        private Builder(RowShape shape, OutputStream out) {
            super((OutputFile) new StreamOutputFile(out));
            this.shape = shape;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract still, so there is no other way
        protected WriteSupport<float[]> getWriteSupport(Configuration configuration) {
            return new Rows(shape);
        }
    }
}
