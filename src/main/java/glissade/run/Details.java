package glissade.run;

import glissade.data.DataSummary;
import glissade.data.Split;
import glissade.engine.Engine;
import glissade.engine.Metric;
import glissade.engine.Scorecard;
import glissade.engine.ScoredRows;
import glissade.engine.ScoredShard;
import glissade.engine.Scoring;
import glissade.model.ModelSpec;
import glissade.predict.Boundary;
import glissade.predict.PredictionColumns;
import glissade.run.Champion.Holder;
import glissade.store.Column;
import glissade.store.DetailSchemas;
import glissade.store.RunFolder;
import glissade.store.RunLog;
import glissade.store.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

/** Scores the best trials once more, where the data lies, and writes what that shows: see {@link DetailSchemas}. */
final class Details {
    /** Of each trial so many rows are written. */
    static final long MOST_ROWS = 100_000;

    /** Of epochs on the way, of all trials together. */
    private static final int MOST_MAPS = 120;

    private final Engine engine;
    private final RunLog log;
    private final int details;
    private final int boundaries;
    private final Table confusion = DetailSchemas.confusion();
    private final Table metrics = DetailSchemas.metrics();
    private final List<Callable<Table>> boundary = new ArrayList<>();
    private final List<Callable<Table>> boundaryEpochs = new ArrayList<>();
    private final Table points = DetailSchemas.points();
    private final Table pictures = DetailSchemas.pictures();

    private int maps;

    /** Of so many trials, and boundaries of so many. */
    Details(Engine engine, RunLog log, int details, int boundaries) {
        this.engine = engine;
        this.log = log;
        this.details = details;
        this.boundaries = boundaries;
    }

    /** A landscape has nothing to predict. */
    private static boolean predicts(Holder holder) {
        return holder.cohort().spec().model().type() != ModelSpec.Type.SURFACE;
    }

    /** Writes the tables of the trials that lead, best first. */
    void write(List<Holder> leaders, RunFolder folder) throws IOException {
        List<Holder> predicting = leaders.stream().filter(Details::predicts).toList();
        List<Table> predictions = new ArrayList<>();
        List<Column> columns = columns(predicting);
        for (int rank = 0; rank < predicting.size(); rank++) {
            boolean detailed = rank < details;
            if (detailed || (rank < boundaries && hasPlane(predicting.get(rank)))) {
                score(predicting.get(rank), detailed, rank < boundaries, columns, predictions);
            }
        }
        if (!predictions.isEmpty()) {
            folder.writeParquet("predictions", columns, predictions);
        }
        writeMaps(DetailSchemas.boundary(), boundary, folder);
        writeMaps(DetailSchemas.boundaryEpochs(), boundaryEpochs, folder);
        for (Table table : List.of(confusion, metrics, points, pictures)) {
            if (table.rows() > 0) {
                folder.writeParquet(table);
            }
        }
    }

    private static void writeMaps(Table empty, List<Callable<Table>> maps, RunFolder folder) throws IOException {
        if (!maps.isEmpty()) {
            folder.writeParquet(empty.name(), empty.columns(), SideBySide.results(maps));
        }
    }

    private static boolean hasPlane(Holder holder) {
        return Boundary.fits(
                holder.cohort().data().summary(), holder.cohort().data().coding());
    }

    private List<Column> columns(List<Holder> holders) {
        Set<String> classes = new LinkedHashSet<>();
        holders.stream()
                .limit(details)
                .map(holder -> PredictionColumns.probabilities(
                        holder.cohort().spec().model(), holder.cohort().data().summary()))
                .forEach(classes::addAll);
        return DetailSchemas.predictions(List.copyOf(classes));
    }

    private void score(
            Holder holder, boolean detailed, boolean bounded, List<Column> columns, List<Table> predictions) {
        SweepCohort cohort = holder.cohort();
        DataSummary data = cohort.data().summary();
        Scoring scoring = new Scoring(
                cohort.spec().model(), holder.parameters(), data, cohort.data().shards(), detailed ? MOST_ROWS : 0);
        List<ScoredShard> shards = engine.score(scoring, cohort.data());
        if (detailed) {
            for (Split split : scoring.splits()) {
                predictions.add(rows(holder, split, scoring.rowsBack(split), columns, shards));
                sums(holder.trialId(), split, data, shards);
                WorstPictures.add(pictures, holder.trialId(), split, data.features(), shards);
                if (scoring.rowsBack(split) < data.rows(split)) {
                    log.line("predictions of trial " + holder.trialId() + " hold the first " + scoring.rowsBack(split)
                            + " of " + data.rows(split) + " rows for " + name(split) + ", as there are at most "
                            + MOST_ROWS + " of a trial");
                }
            }
        }
        if (bounded && hasPlane(holder)) {
            Boundary map = new Boundary(holder.description(), holder.parameters(), shards);
            boundary.add(() -> map.grid(holder.trialId()));
            map.addPointsTo(points, holder.trialId());
            if (detailed) {
                addEpochs(holder, map);
            }
        }
    }

    private void addEpochs(Holder holder, Boundary map) {
        maps += holder.snapshots().size();
        if (maps <= MOST_MAPS) {
            holder.snapshots()
                    .forEach((epoch, parameters) ->
                            boundaryEpochs.add(() -> map.grid(holder.trialId(), epoch, parameters)));
        }
    }

    private static String name(Split split) {
        return split.name().toLowerCase(Locale.ROOT);
    }

    private static Table rows(Holder holder, Split split, long count, List<Column> columns, List<ScoredShard> shards) {
        DataSummary data = holder.cohort().data().summary();
        List<String> ids = holder.cohort().data().ids(split, count);
        PredictionColumns cells = new PredictionColumns(holder.cohort().spec().model(), data, columns);
        Table table = new Table("predictions", columns);
        for (ScoredShard shard : shards) {
            ScoredRows rows = shard.rows(split);
            for (int row = 0; row < rows.count(); row++) {
                long position = rows.first() + row;
                List<Object> line = new ArrayList<>(List.of(holder.trialId(), name(split), position));
                line.add(ids.isEmpty() ? null : ids.get((int) position));
                cells.add(rows, row, line);
                table.add(line);
            }
        }
        return table;
    }

    private void sums(String trial, Split split, DataSummary data, List<ScoredShard> shards) {
        Scorecard card =
                Scorecard.sum(shards.stream().map(shard -> shard.card(split)).toList());
        List<String> names = data.classNames();
        for (Scorecard.Cell cell : card.confusion()) {
            confusion.add(Arrays.asList(
                    trial,
                    name(split),
                    names.get(cell.actual()),
                    cell.predicted() < 0 ? null : names.get(cell.predicted()),
                    cell.count()));
        }
        for (Metric metric : Metric.of(card)) {
            String of = metric.ofClass() == Metric.OVERALL ? null : names.get(metric.ofClass());
            metrics.add(Arrays.asList(trial, name(split), metric.name(), of, metric.value()));
        }
    }
}
