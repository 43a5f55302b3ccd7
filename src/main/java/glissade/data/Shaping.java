package glissade.data;

import java.util.ArrayList;
import java.util.List;

/**
 * From a source's rows to those of the data set: which are held out, and how features are scaled.
 *
 * <p>Rows are held out twice, one after the other. First a source that was asked for a share of test rows ({@code data.test})
 * has set them apart: {@link TestShare}, always by a keyed hash, whatever {@code data.split} says, so that the test is on the
 * same rows for every split and every share held out for validation. Then {@code data.validation} of the rows that are left
 * is held out by {@code data.split}, as though the test rows had never been there: by a hash of another purpose, stratified
 * by the classes of the rows left, or the last of the rows left. What scaling finds is of the rest, the training rows.
 */
final class Shaping {
    private final Source source;
    private final DataSpec spec;
    private final ScanPlace place;
    private final long memoryBytes;

    /** By passes made at that place, of rows that are to be held in so much memory. */
    Shaping(Source source, DataSpec spec, ScanPlace place, long memoryBytes) {
        this.source = source;
        this.spec = spec;
        this.place = place;
        this.memoryBytes = memoryBytes;
    }

    /** Whether rows must be read before it is known what becomes of them. */
    static boolean readsRows(DataSpec spec) {
        return spec.scaling().isFitted() || (spec.validation() > 0 && spec.split() == SplitKind.STRATIFIED);
    }

    CanonicalRows rows() {
        CanonicalRows raw = new CanonicalRows(source, index(), RowScaling.NONE);
        requireRowsOnBothSides(raw);
        return switch (spec.scaling()) {
            case NONE -> raw;
            case CONSTANT -> raw.scaled(Scaling.constant(spec.scale()));
            case STANDARDIZE, MIN_MAX, MAX_ABS ->
                raw.scaled(new ScalingFit(raw, place, memoryBytes).fit(spec.scaling()));
        };
    }

    /** What the user should know of it. */
    static List<String> notes(DataSpec spec, Scaling scaling) {
        List<String> notes = new ArrayList<>(scaling.notes());
        if (spec.validation() > 0 && !spec.split().isStable()) {
            notes.add("data.split = " + spec.split().text()
                    + ": appended rows may change which of the present ones are held out");
        }
        return notes;
    }

    private SplitIndex index() {
        long rows = source.shape().trainingRows();
        if (spec.validation() == 0) {
            return SplitIndex.whole(rows);
        }
        RowKeys keys = new RowKeys(spec.seed(), source.trainingSegments());
        return switch (spec.split()) {
            case HASH -> SplitIndex.of(new HashSplit(keys, spec.validation(), Split.VALIDATION), rows, place);
            case STRATIFIED -> new Stratification(source, keys, spec.validation()).index(place);
            case TIME -> SplitIndex.of(TimeSplit.of(spec.validation(), rows), rows, place);
        };
    }

    private void requireRowsOnBothSides(CanonicalRows rows) {
        long all = source.shape().trainingRows();
        if (spec.validation() > 0 && rows.rows(Split.VALIDATION) == 0) {
            throw new BadData("data.validation = " + spec.validation() + " holds out none of " + all + " rows");
        }
        if (rows.rows(Split.TRAIN) == 0) {
            throw new BadData(
                    "data.validation = " + spec.validation() + " leaves none of " + all + " rows to train on");
        }
    }
}
