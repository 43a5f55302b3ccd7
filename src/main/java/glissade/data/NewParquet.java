package glissade.data;

import glissade.data.ParquetFiles.Counted;
import glissade.data.TableCoding.Column;
import glissade.data.TableCoding.Use;
import glissade.numeric.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.schema.MessageType;

/** New rows in Parquet files; columns are found by their names, beside any others. */
final class NewParquet implements NewRows {
    private static final long serialVersionUID = 1;
    /** What {@code glissade data} calls the target, and all features where there are very many. */
    private static final String TARGET = "target";

    private static final String FEATURES = "features";

    private final ParquetFiles files;
    private final boolean targets;

    private NewParquet(ParquetFiles files, boolean targets) {
        this.files = files;
        this.targets = targets;
    }

    static NewRows open(List<DataFile> listed, Known known) {
        ParquetColumns columns;
        List<Integer> widths = new ArrayList<>();
        try (ParquetReading first = new ParquetReading(listed.get(0))) {
            columns = columns(listed.get(0), first.schema(), known, widths);
        }
        List<Counted> counted = new ArrayList<>();
        for (DataFile file : listed) {
            try (ParquetReading reading = new ParquetReading(file)) {
                columns.projection(file, reading.schema(), false);
                counted.add(new Counted(file, Arrays.stream(reading.groups()).sum()));
            }
        }
        int[] each = widths.stream().mapToInt(Integer::intValue).toArray();
        String name = columns.target() == null ? "" : columns.target().inWords();
        ParquetFiles files = new ParquetFiles(counted, columns, each, known.target("the target, " + name + ","));
        if (files.rows() == 0) {
            throw new BadData(listed.get(0).location() + " has no rows to predict");
        }
        return new NewParquet(files, columns.target() != null);
    }

    private static ParquetColumns columns(DataFile file, MessageType schema, Known known, List<Integer> widths) {
        List<String> features = new ArrayList<>();
        String target = TARGET;
        boolean wide = known.coding() == null && schema.containsField(FEATURES);
        if (wide) {
            features.add(FEATURES);
            widths.add(known.features());
        } else {
            for (Column column : known.columns().columns()) {
                target = column.use() == Use.TARGET ? column.name() : target;
                if (column.use() == Use.CATEGORY) {
                    throw new BadData(file.location() + ": the model learnt from categories in column '" + column.name()
                            + "'; expected CSV, as Parquet is read for numbers only");
                }
                if (column.features() > 0) {
                    features.add(column.name());
                    widths.add(column.features());
                }
            }
        }
        ColumnName own =
                known.source().table() == null ? null : known.source().table().target();
        String wanted = own == null || own.name() == null ? target : own.name();
        return ParquetColumns.of(file, schema, features, schema.containsField(wanted) ? wanted : null);
    }

    @Override
    public long rows() {
        return files.rows();
    }

    @Override
    public boolean hasTargets() {
        return targets;
    }

    @Override
    public void read(long from, long to, Consumer<Block> sink) {
        files.read(from, to, sink);
    }
}
