package glissade.data;

import glissade.data.TableSpec.Missing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;

/** Opens tables in text files: lists them, surveys them, and knows then how a line becomes a row. */
final class TextTables {
    private final DataSpec spec;
    private final TableSpec table;
    private final List<DataFile> files;
    private final List<DataFile> testFiles;
    private final Supplier<JavaSparkContext> spark;

    private TextTables(DataSpec spec, Supplier<JavaSparkContext> spark) {
        this.spec = spec;
        table = spec.table();
        files = FileListing.of(spec.path(), "data.path");
        testFiles = table.testPath() == null ? List.of() : FileListing.of(table.testPath(), "data.test-path");
        this.spark = TextSurvey.helper(files, spark);
    }

    static Source csv(DataSpec spec, Supplier<JavaSparkContext> spark) {
        return new TextTables(spec, spark).csv();
    }

    static Source libsvm(DataSpec spec, Supplier<JavaSparkContext> spark) {
        return new TextTables(spec, spark).libsvm();
    }

    /** Names, lengths and times of the files. */
    static String describe(DataSpec spec) {
        String test = spec.table().testPath();
        return spec.source() + " files=" + FileListing.describe(FileListing.of(spec.path(), "data.path"))
                + (test == null ? "" : " test=" + FileListing.describe(FileListing.of(test, "data.test-path")));
    }

    private Source csv() {
        CsvColumns columns = CsvColumns.of(table, CsvHead.of(files, table));
        CsvFormat format = new CsvFormat(columns);
        TextSurvey.Result<CsvFormat.Learnt> training = new TextSurvey<>(format, spark).of(files);
        TextSurvey.Result<CsvFormat.Learnt> test = new TextSurvey<>(format, spark).of(testFiles);
        requireRows(training.rows(), training.tally().dropped());
        CsvCoding coding = new CsvCoding(columns, training.tally());
        CsvMeans.put(columns, training, spark, coding);
        List<String> remarks = new ArrayList<>(
                List.of(columns.remark(coding), training.tally().target().remark()));
        missingRemark(columns, training.tally()).ifPresent(remarks::add);
        return source(
                new TextRows(training.files(), coding, coding.features()),
                new TextRows(test.files(), coding, coding.features()),
                coding.features(),
                coding.target(),
                remarks,
                training.tally().nonZeros() + test.tally().nonZeros(),
                training.tally().facts(coding.stored()));
    }

    private Optional<String> missingRemark(CsvColumns columns, CsvFormat.Learnt learnt) {
        if (learnt.dropped() > 0) {
            return Optional.of(learnt.dropped() + " rows left out, as a cell is missing (data.missing = drop)");
        }
        long cells = 0;
        for (int column : columns.used()) {
            cells += learnt.missing(column);
        }
        return cells == 0 || table.missing() != Missing.MEAN
                ? Optional.empty()
                : Optional.of(cells + " missing cells stand for the mean of their column (data.missing = mean)");
    }

    private Source libsvm() {
        LibsvmFormat format = new LibsvmFormat(table, labelsAreNumbers());
        TextSurvey.Result<LibsvmFormat.Learnt> training = new TextSurvey<>(format, spark).of(files);
        TextSurvey.Result<LibsvmFormat.Learnt> test = new TextSurvey<>(format, spark).of(testFiles);
        requireRows(training.rows(), 0);
        int found = Math.max(training.tally().features(), test.tally().features());
        int features = table.features() > 0 ? table.features() : found;
        if (features == 0) {
            throw new BadData(spec.path() + " has no features, only labels");
        }
        TargetCode target = training.tally().target().code();
        LibsvmCoding coding = new LibsvmCoding(table, target);
        return source(
                new TextRows(training.files(), coding, features),
                new TextRows(test.files(), coding, features),
                features,
                target,
                List.of(training.tally().target().remark()),
                training.tally().nonZeros() + test.tally().nonZeros(),
                TableFacts.NONE);
    }

    private boolean labelsAreNumbers() {
        LibsvmLine line = LibsvmFormat.line(table);
        for (DataFile file : files) {
            try (LineReader reader = new LineReader(file.open(), 0)) {
                while (reader.next()) {
                    if (line.read(reader.buffer(), reader.start(), reader.end())) {
                        return FloatText.isNumber(reader.buffer(), line.labelStart(), line.labelEnd());
                    }
                }
            } catch (BadLine e) {
                return true; // the survey will meet the same line and say where it is
            } catch (IOException e) {
                throw file.unreadable(e);
            }
        }
        return true;
    }

    private void requireRows(long rows, long dropped) {
        if (rows == 0 && dropped > 0) {
            throw new BadData("each of the " + dropped + " rows of " + spec.path()
                    + " lacks a cell, so data.missing = drop leaves none to train on");
        }
        if (rows == 0) {
            throw new BadData(spec.path() + " has no rows");
        }
    }

    private Source source(
            TextRows training,
            TextRows test,
            int features,
            TargetCode target,
            List<String> remarks,
            long nonZeros,
            TableFacts facts) {
        if (table.testPath() != null && test.rows() == 0) {
            throw new BadData(table.testPath() + " has no rows");
        }
        SourceShape shape = new SourceShape(training.rows(), test.rows(), features, target.classNames(), remarks);
        return TestShare.of(new TextSource(training, test, shape, nonZeros, facts), spec, spark);
    }
}
