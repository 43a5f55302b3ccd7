package glissade.plan;

import static glissade.plan.Samples.problems;
import static glissade.plan.Samples.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import glissade.engine.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionRuleTest {
    private static final String CIRCLES = "data.source = circles\n";
    private static final String HELD_OUT = CIRCLES + "data.validation = 0.5\n";

    private static String selected(String text, String... assignments) {
        Selection selection = trials(text, assignments).selection();
        return selection.name() + (selection.best() ? " at best" : " at last");
    }

    @Test
    void heldOutRowsDecideWhereThereAreSome() {
        assertEquals("validation.accuracy at best", selected(HELD_OUT));
        assertEquals(
                "validation.loss at last", selected(HELD_OUT, "output.epoch=last", "output.best-by=validation.loss"));
        assertEquals(List.of(), trials(HELD_OUT).notes());
    }

    @Test
    void testRowsDecideOtherwiseAndThatIsSaid() {
        assertEquals("test.accuracy at best", selected(CIRCLES));
        assertEquals(
                List.of("selected on test, as no rows are held out (data.validation): the winner's test numbers flatter"
                        + " it"),
                trials(CIRCLES).notes());
        assertEquals(
                List.of("selected on test, as asked: the winner's test numbers flatter it"),
                trials(HELD_OUT, "output.best-by=test.loss").notes());
    }

    @Test
    void oneTrialWithoutHeldOutRowsDecidesForAll() {
        assertEquals("test.accuracy at best", selected(HELD_OUT + "sweep.grid.data.validation = [0.5, 0]"));
        assertEquals("train.accuracy at best", selected(CIRCLES + "sweep.grid.data.test-rows = [10, 0]"));
    }

    @Test
    void lossDecidesWhereValuesArePredicted() {
        assertEquals("validation.loss at best", selected(HELD_OUT, "model.type=linear"));
        assertEquals("validation.loss at best", selected(HELD_OUT, "sweep.grid.model.type=[softmax, linear]"));
    }

    @Test
    void aNumberThatIsNotMeasuredCannotDecide() {
        assertEquals(
                List.of("test.conf:2: output.best-by: validation.loss needs held-out rows (data.validation), there are"
                        + " none"),
                problems(() -> trials(CIRCLES + "output.best-by = validation.loss")));
        assertEquals(
                List.of("--set output.best-by=test.loss: test.loss needs test rows (data.test-rows, data.test or"
                        + " data.test-path), there are none"
                        + " where data.test-rows = 0"),
                problems(() -> trials(CIRCLES, "sweep.grid.data.test-rows=[5, 0]", "output.best-by=test.loss")));
    }

    private static boolean testsEachEpoch(String... assignments) {
        return trials(HELD_OUT, assignments).all().get(0).evaluation().testEachEpoch();
    }

    @Test
    void testRowsAreLookedAtEachEpochOnlyIfSomethingGoesByThem() {
        assertFalse(testsEachEpoch());
        assertFalse(testsEachEpoch("output.best-by=test.loss", "output.epoch=last"));
        assertFalse(testsEachEpoch("training.schedule.type=plateau"));
        assertTrue(testsEachEpoch("output.best-by=test.loss"));
        assertTrue(testsEachEpoch("output.best-by=test.loss", "output.epoch=last", "training.stop.patience=2"));
        assertTrue(testsEachEpoch("training.schedule.type=plateau", "training.schedule.metric=test.accuracy"));
        assertTrue(testsEachEpoch("evaluate.test=each-epoch"));
    }

    @Test
    void aScheduleCannotWatchRowsThatAreNotThere() {
        assertEquals(
                List.of("training.schedule.metric: validation.loss needs held-out rows (data.validation), there are"
                        + " none"),
                problems(() ->
                        trials(CIRCLES, "training.schedule.type=plateau", "training.schedule.metric=validation.loss")));
    }
}
