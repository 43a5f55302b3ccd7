package glissade.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Finds out how files of new rows are written: as their names end, else as those were that a model learnt from. */
final class NewFiles {
    private static final String KEY = "--data";

    private final String path;
    private final NewRows.Known known;
    private final Supplier<JavaSparkContext> spark;

    NewFiles(String path, NewRows.Known known, Supplier<JavaSparkContext> spark) {
        this.path = path;
        this.known = known;
        this.spark = spark;
    }

    NewRows open() {
        List<DataFile> files = FileListing.of(path, KEY);
        return switch (kind(files)) {
            case CSV -> csv(files);
            case LIBSVM -> libsvm(files);
            case PARQUET -> NewParquet.open(files, known);
            case MNIST -> NewImages.open(files, known);
            default ->
                throw new BadData("how " + files.get(0).location()
                        + " is written cannot be told; expected a name that ends with .csv, .libsvm or .parquet, or IDX"
                        + " images");
        };
    }

    private SourceKind kind(List<DataFile> files) {
        String name = files.get(0).name().toLowerCase(Locale.ROOT);
        if (files.stream().anyMatch(file -> file.name().contains("-idx3-ubyte"))) {
            return SourceKind.MNIST;
        }
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return SourceKind.CSV;
        }
        if (name.endsWith(".libsvm") || name.endsWith(".svm")) {
            return SourceKind.LIBSVM;
        }
        return name.endsWith(".parquet")
                ? SourceKind.PARQUET
                : SourceKind.of(known.source().source());
    }

    private NewRows csv(List<DataFile> files) {
        TableSpec table = known.source().table() == null
                ? TableSpec.STANDARD
                : known.source().table();
        CsvHead head = CsvHead.of(files, table);
        CellCoding cells = new CellCoding(known.columns(), known.missing());
        if (cells.features() != known.features()) {
            throw new BadData("the model learnt from lists of numbers; expected Parquet, as CSV has one number a cell");
        }
        NewCsvCoding coding = new NewCsvCoding(cells, head, table, known);
        List<String> header = table.header() ? head.names() : null;
        return text(files, coding, header, table.delimiter().charAt(0), coding.hasTargets());
    }

    private NewRows libsvm(List<DataFile> files) {
        if (known.coding() != null && !known.coding().hasOnlyNumbers()) {
            throw new BadData("the model learnt from categories; expected CSV, as LIBSVM holds numbers only");
        }
        return text(files, new NewLibsvmCoding(known.features(), known.target("the label")), null, ' ', true);
    }

    private NewRows text(List<DataFile> files, RowCoding coding, List<String> header, char delimiter, boolean targets) {
        TextFormat<NewRowCount> format = new NewText.Format(coding, known.features(), header, delimiter);
        TextSurvey.Result<NewRowCount> survey = new TextSurvey<>(format, TextSurvey.helper(files, spark)).of(files);
        long dropped = survey.tally().dropped();
        if (survey.rows() == 0) {
            throw new BadData(path + " has no rows to predict"
                    + (dropped > 0 ? ": each of them lacks a cell (data.missing = drop)" : ""));
        }
        return new NewText(new TextRows(survey.files(), coding, known.features()), dropped, targets);
    }
}
