package glissade.report;

import glissade.store.DetailSchemas;
import glissade.store.RunFolder;
import glissade.store.Schemas;
import glissade.store.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;

/**
 * The pictures of a run, drawn into {@code report/}.
 *
 * <ul>
 *   <li>{@code best.png}: the best trial's accuracy over its loss, on each split
 *   <li>{@code leaders.png}: the same of the leading trials, or the best of each kind on a landscape, on the split that ranks
 *       them, or without curves of it on that of training
 *   <li>{@code loss.png}: their training loss against the number of updates
 *   <li>{@code heat-map.png}: the selected number over two swept axes
 *   <li>{@code boundaries.png}: where the leading models of two features draw the line, for all trials that have a map
 *   <li>{@code contact-sheet.png}: the loss of each of the leading trials, side by side
 *   <li>{@code confusion.png}: which class the best trial takes for which; {@code predictions.png}: what it says of each
 *       row's value
 *   <li>{@code trajectories.png}: the ways of the best trials over each landscape
 * </ul>
 */
public final class Report {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;

    private final StoredTables tables;
    private final Subject subject;
    private RunFolder folder;

    /** Of these tables. */
    public Report(StoredTables tables, Subject subject) {
        this.tables = tables;
        this.subject = subject;
    }

    /** Draws all there is to draw, into a folder. */
    public void draw(RunFolder into) throws IOException, CannotDraw {
        folder = into;
        // Set here, as an AWT that looks for a screen may wait for one.
        System.setProperty("java.awt.headless", "true");
        RunTables run = new RunTables(tables, subject);
        try {
            draw(run);
        } catch (LinkageError | InternalError | RuntimeException e) {
            // A Java without fonts, or without the libraries that draw, fails in many ways.
            throw new CannotDraw(e);
        }
    }

    private void draw(RunTables run) throws IOException {
        List<Integer> leaders = run.leaders(1);
        if (leaders.isEmpty()) {
            return;
        }
        DrawnTrials drawn = DrawnTrials.of(run);
        CurveCharts curves = new CurveCharts(run, drawn);
        write("best.png", curves.trial(leaders.get(0)));
        if (run.trials().rows() > 1) {
            write("leaders.png", curves.leaders());
            write("contact-sheet.png", new ContactSheet(run, drawn).picture());
        }
        Optional<Table> steps = run.table("steps");
        write("loss.png", curves.lossBySteps(steps));
        Optional<JFreeChart> heatMap = HeatMap.of(run);
        if (heatMap.isPresent()) {
            write("heat-map.png", heatMap.get());
        }
        Optional<Table> boundary = run.table("boundary");
        if (boundary.isPresent()) {
            write("boundaries.png", new BoundarySheet(run, boundary.get()).picture(run.table("points")));
        }
        drawDetails(run, leaders.get(0));
        Optional<Table> landscape = run.table(DetailSchemas.LANDSCAPE);
        Optional<Table> trajectory = run.table(Schemas.TRAJECTORY);
        if (landscape.isPresent() && trajectory.isPresent()) {
            write("trajectories.png", new TrajectorySheet(run, landscape.get(), trajectory.get()).picture());
        }
    }

    private void drawDetails(RunTables run, int best) throws IOException {
        Optional<Table> confusion = run.table("confusion");
        if (confusion.isPresent()) {
            Optional<Picture> picture = ConfusionPicture.of(run, best, confusion.get());
            if (picture.isPresent()) {
                write("confusion.png", picture.get());
            }
            return;
        }
        // Of classes there may be very many rows, and nothing to see in them here.
        Optional<Table> predictions = run.table("predictions");
        if (predictions.isPresent()) {
            Optional<JFreeChart> chart = ValueChart.of(run, best, predictions.get());
            if (chart.isPresent()) {
                write("predictions.png", Picture.of(chart.get(), HEIGHT, HEIGHT));
            }
        }
    }

    private void write(String name, JFreeChart chart) throws IOException {
        write(name, Picture.of(chart, WIDTH, HEIGHT));
    }

    private void write(String name, Picture picture) throws IOException {
        folder.writeBytes(RunFolder.REPORT + "/" + name, picture.png());
    }
}
