package glissade.data;

import glissade.numeric.Block;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where rows come from. Opening one has told it its exact shape; reading is pure: any process, at any time, in any order,
 * gets the same rows. Values are raw: {@code data.scaling} has not been applied, zeros and -0 may occur.
 */
interface Source extends Serializable {
    /** The rows a source keeps apart by itself. Validation rows are held out of {@code TRAINING} later. */
    enum Part {
        TRAINING,
        TEST
    }

    SourceShape shape();

    /** The named pieces (files, or one generator) that the training rows consist of, in canonical order. */
    List<Segment> trainingSegments();

    /**
     * Hands the rows {@code [from, to)} of one part to the sink, in order, as consecutive blocks of any size and layout.
     */
    void read(Part part, long from, long to, Consumer<Block> sink);

    /** Whether rows are called something. */
    default boolean hasIds() {
        return false;
    }

    /** Hands the ids of the rows {@code [from, to)} of one part to the sink, in order; only where there are any. */
    default void readIds(Part part, long from, long to, Consumer<String> sink) {
        throw new BadData("rows have no ids: data.id names no column");
    }

    /** How the cells of a table became features; null where there are no cells of different kinds. */
    default TableCoding coding() {
        return null;
    }

    /** What it is like as a table. */
    default TableFacts facts() {
        return TableFacts.of(coding());
    }

    /** Whether this JVM should scan the rows by itself, and may keep them. */
    default boolean isSmall() {
        return shape().isSmall();
    }

    /** What is true of the rows as a whole, where the source was made to have it. */
    default Truth truth() {
        return Truth.UNKNOWN;
    }

    /**
     * Rows with a common origin. The validation split is keyed by name and position in it, so that it stays as it was when
     * a file grows or another one is added.
     *
     * @param name path relative to the source's root, or the name of a generator
     */
    record Segment(String name, long rows) implements Serializable {}
}
