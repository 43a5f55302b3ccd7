package glissade.predict;

import glissade.data.DataSpec;
import glissade.data.DataSummary;
import glissade.data.NewRows;
import glissade.data.Scaling;
import glissade.data.ShardedData;
import glissade.data.TableCoding;
import glissade.engine.Selection;
import glissade.model.Architecture;
import glissade.model.ModelSpec;
import glissade.store.ModelFiles;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@code model/parameters.bin} means, and all that is needed to use them: nothing else of the run is.
 *
 * @param version of this description
 * @param layout of the parameters, in words
 * @param parameters their number
 * @param digest SHA-256 of their file
 * @param trial whose they are
 * @param epoch after which they were taken
 * @param selection the number for which the trial was chosen
 * @param value that number
 * @param model the architecture
 * @param source what it learnt from, and how a table was read
 * @param features a name for each
 * @param coding how the cells of a table became features; null where it learnt from no table
 * @param scaling what is done to raw features first
 * @param shards of the data, by which sums over rows are ordered
 * @param data the number of features, the names of classes
 */
public record ModelDescription(
        int version,
        String layout,
        int parameters,
        String digest,
        String trial,
        int epoch,
        Selection selection,
        double value,
        ModelSpec model,
        DataSpec source,
        List<String> features,
        TableCoding coding,
        Scaling scaling,
        int shards,
        DataSummary data) {
    /** The one that is written, and the newest that is read. */
    public static final int VERSION = 1;

    private static final String LAYOUT = "little-endian float32; layer by layer: weights [input][unit], then biases";
    private static final int MOST_NAMED = 10_000;

    public ModelDescription {
        features = features == null ? List.of() : List.copyOf(features);
    }

    /** Why a trial is the one: the epoch that stands for it and its number. */
    public record Choice(String trial, int epoch, Selection selection, double value) {}

    /** Of parameters in logical order that were learnt from data. */
    public static ModelDescription of(
            Choice choice, ModelSpec model, DataSpec source, ShardedData data, float[] parameters) {
        return new ModelDescription(
                VERSION,
                LAYOUT,
                parameters.length,
                ModelFiles.digest(parameters),
                choice.trial(),
                choice.epoch(),
                choice.selection(),
                choice.value(),
                model,
                source,
                names(data),
                data.coding(),
                data.scaling(),
                data.shards(),
                data.summary());
    }

    /** Those of the table's columns, else x0, x1 and so on; none where there are very many. */
    private static List<String> names(ShardedData data) {
        int features = data.summary().features();
        if (features > MOST_NAMED) {
            return List.of();
        }
        return data.coding() == null
                ? IntStream.range(0, features).mapToObj(i -> "x" + i).toList()
                : data.coding().featureNames();
    }

    /** The model on its data. */
    public Architecture architecture() {
        return Architecture.of(model, data.features(), data.classes());
    }

    /** What must be known to understand rows to come; the source says how they are read. */
    public NewRows.Known known(DataSpec read) {
        return new NewRows.Known(read, coding, data.features(), features, data.classNames());
    }
}
