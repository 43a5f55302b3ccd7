package glissade.data;

import glissade.data.TextFormat.Tally;
import glissade.data.TextStretch.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;

/**
 * The first pass over files of lines: how many rows each has, where reading can begin, and what the format learns from
 * them. Files are cut into stretches of bytes (gzip cannot be), a line belongs to the stretch in which it begins, and what
 * the stretches found is added in order: so it is the same however they were cut and whoever read them.
 */
final class TextSurvey<T extends Tally<T>> {
    /** Up to this many bytes are surveyed by this JVM. */
    static final long SMALL_BYTES = 256L << 20;

    private static final long STRETCH_BYTES = 64L << 20;

    private final TextFormat<T> format;
    private final Supplier<JavaSparkContext> spark;

    /** Whom to ask for help with these files: Spark if there is much to read, else nobody (null). */
    static Supplier<JavaSparkContext> helper(List<DataFile> files, Supplier<JavaSparkContext> spark) {
        return files.stream().mapToLong(DataFile::length).sum() <= SMALL_BYTES ? null : spark;
    }

    /** By Spark, or by this JVM alone where that is null. */
    TextSurvey(TextFormat<T> format, Supplier<JavaSparkContext> spark) {
        this.format = format;
        this.spark = spark;
    }

    /** What was learnt. */
    record Result<T>(List<TextFile> files, T tally) {
        long rows() {
            return files.stream().mapToLong(TextFile::rows).sum();
        }
    }

    Result<T> of(List<DataFile> files) {
        return of(files, STRETCH_BYTES);
    }

    /** With stretches of so many bytes. */
    Result<T> of(List<DataFile> files, long stretchBytes) {
        ArrayList<Bounds> stretches = new ArrayList<>();
        for (DataFile file : files) {
            long length = file.length();
            long from = 0;
            while (!file.isCompressed() && length - from > stretchBytes) {
                stretches.add(new Bounds(file, from, from + stretchBytes));
                from += stretchBytes;
            }
            stretches.add(new Bounds(file, from, Long.MAX_VALUE));
        }
        return spark == null ? here(stretches) : onSpark(stretches);
    }

    private Result<T> here(List<Bounds> stretches) {
        Joined joined = new Joined();
        stretches.forEach(bounds -> joined.add(bounds, TextStretch.read(bounds, format)));
        return joined.result;
    }

    private Result<T> onSpark(List<Bounds> stretches) {
        Joined joined = new Joined();
        List<TextStretch<T>> found = DataScan.onSpark(spark.get(), stretches.size(), reading(stretches, format));
        for (int i = 0; i < found.size(); i++) {
            joined.add(stretches.get(i), found.get(i));
        }
        return joined.result;
    }

    /** What a task does; it takes no survey along, which could not travel. */
    private static <T extends Tally<T>> Function<Integer, TextStretch<T>> reading(
            List<Bounds> stretches, TextFormat<T> format) {
        return number -> TextStretch.read(stretches.get(number), format);
    }

    /** The stretches so far. */
    private final class Joined {
        private final Result<T> result = new Result<>(new ArrayList<>(), format.tally());

        void add(Bounds bounds, TextStretch<T> stretch) {
            if (bounds.from() == 0) {
                result.files().add(new TextFile(bounds.file()));
            }
            TextFile file = result.files().get(result.files().size() - 1);
            if (stretch.problem() != null) {
                throw file.bad(file.lines() + stretch.lines(), stretch.problem());
            }
            file.add(stretch);
            try {
                result.tally().add(stretch.tally());
            } catch (BadLine e) {
                throw new BadData(bounds.file().location() + ": " + e.getMessage(), e);
            }
        }
    }
}
