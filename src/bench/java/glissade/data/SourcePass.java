package glissade.data;

import glissade.data.Source.Part;

/** One pass over a source, opened afresh: all that stands between a spec and raw rows. */
public final class SourcePass {
    private SourcePass() {}

    /** The number of rows that came, of training and test together. */
    public static long rows(DataSpec spec) {
        Source source = SourceKind.of(spec.source()).open(spec);
        long[] rows = {0};
        for (Part part : Part.values()) {
            if (source.shape().rows(part) > 0) {
                source.read(part, 0, source.shape().rows(part), block -> rows[0] += block.rows());
            }
        }
        return rows[0];
    }
}
