package glissade.predict;

import glissade.data.BadData;
import glissade.data.NewRows;
import glissade.data.RowScaling;
import glissade.data.ShardPlan;
import glissade.engine.BlockScoring;
import glissade.engine.Scorecard;
import glissade.engine.ScoredRows;
import glissade.model.Architecture;
import glissade.model.Scorer;
import glissade.numeric.Block;
import glissade.numeric.Denormals;
import glissade.numeric.Kernels;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Scores files of rows by Spark tasks. Rows come back in waves, a few tasks' at a time and in order, so that files of any size
 * pass through this process and none is ever held here as a whole. Rows are cut into as many shards as the model was trained
 * on, so that the sums over its test rows are those of its run, bit for bit.
 */
public final class FilePrediction {
    /** Rows of a task: whole blocks, little enough that a wave of tasks fits anywhere. */
    private static final int TASK_ROWS = 2 * BlockScoring.BLOCK_ROWS;

    private static final int TASKS_A_CORE = 4;
    private static final int MOST_TASKS = 64;

    private final JavaSparkContext spark;
    private final ModelDescription model;
    private final float[] parameters;
    private final NewRows rows;
    private final int shards;

    /** Of rows by a model. */
    public FilePrediction(JavaSparkContext spark, ModelDescription model, float[] parameters, NewRows rows) {
        this.spark = spark;
        this.model = model;
        this.parameters = parameters;
        this.rows = rows;
        this.shards = Math.max(1, model.shards());
    }

    /** Takes rows in their order; their ids are null where they have none. */
    @FunctionalInterface
    public interface Sink {
        void accept(ScoredRows rows, List<String> ids) throws IOException;
    }

    /** The rows {@code [from, to)} of a shard. */
    private record Piece(int shard, long from, long to) implements Serializable {}

    /** Hands all rows to the sink; the sums over those whose target is known. */
    public Scorecard run(Sink sink) throws IOException {
        Broadcast<Work> work = spark.broadcast(new Work(model, parameters, rows));
        try {
            List<Scorecard> sums = new ArrayList<>();
            Architecture architecture = model.architecture();
            for (int s = 0; s < shards; s++) {
                sums.add(new Scorecard(architecture.classifies() ? architecture.classes() : 0));
            }
            List<Piece> pieces = pieces();
            int wave = Math.min(MOST_TASKS, TASKS_A_CORE * spark.defaultParallelism());
            for (int from = 0; from < pieces.size(); from += wave) {
                List<Piece> some = new ArrayList<>(pieces.subList(from, Math.min(from + wave, pieces.size())));
                List<Scored> scored = scored(work, some);
                for (int i = 0; i < some.size(); i++) {
                    scored.get(i).cards.forEach(sums.get(some.get(i).shard())::add);
                    sink.accept(scored.get(i).rows, scored.get(i).ids);
                }
            }
            return Scorecard.sum(sums);
        } finally {
            work.destroy();
        }
    }

    private List<Piece> pieces() {
        ShardPlan plan = new ShardPlan(rows.rows(), shards);
        List<Piece> pieces = new ArrayList<>();
        for (int s = 0; s < shards; s++) {
            long end = plan.start(s) + plan.size(s);
            for (long from = plan.start(s); from < end; from += TASK_ROWS) {
                pieces.add(new Piece(s, from, Math.min(from + TASK_ROWS, end)));
            }
        }
        return pieces;
    }

    /** Spark wraps what a task throws; the user is told the reason alone. */
    private List<Scored> scored(Broadcast<Work> work, List<Piece> pieces) {
        try {
            return spark.parallelize(pieces, pieces.size())
                    .map(piece -> work.value().score(piece))
                    .collect();
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BadData) {
                    throw new BadData(cause.getMessage(), e);
                }
            }
            throw e;
        }
    }

    /** What a task sends back. */
    private static final class Scored implements Serializable {
        private static final long serialVersionUID = 1;

        private final ArrayList<Scorecard> cards = new ArrayList<>();
        private final ScoredRows rows;
        private final ArrayList<String> ids;

        Scored(ScoredRows rows, List<String> ids) {
            this.rows = rows;
            this.ids = ids == null ? null : new ArrayList<>(ids);
        }
    }

    /** What every task needs. */
    private static final class Work implements Serializable {
        private static final long serialVersionUID = 1;

        private final Architecture architecture;
        private final float[] parameters;
        private final RowScaling scaling;
        private final NewRows rows;

        Work(ModelDescription model, float[] parameters, NewRows rows) {
            this.architecture = model.architecture();
            this.parameters = parameters;
            this.scaling = RowScaling.of(model.scaling(), model.data().features());
            this.rows = rows;
        }

        Scored score(Piece piece) {
            Denormals.check();
            Scorer scorer = new Scorer(architecture, parameters, Kernels.best());
            int count = (int) (piece.to() - piece.from());
            List<String> ids = rows.hasIds() ? new ArrayList<>(count) : null;
            if (ids != null) {
                rows.readIds(piece.from(), piece.to(), ids::add);
            }
            Scored scored = new Scored(new ScoredRows(piece.from(), count, architecture), ids);
            for (long from = piece.from(); from < piece.to(); from += BlockScoring.BLOCK_ROWS) {
                long to = Math.min(from + BlockScoring.BLOCK_ROWS, piece.to());
                RowScaling.Rows block = scaling.rows(architecture.inputs(0));
                rows.read(from, to, block::add);
                Block all = block.finish();
                scored.cards.add(BlockScoring.score(scorer, all, 0, all.rows(), scored.rows));
            }
            return scored;
        }
    }
}
