package glissade.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be set of each optimizer and schedule: names, defaults, ranges, and what is said of a value out of range. */
class CatalogueSettingsTest {
    private record Case(Kind kind, List<String> settings) {
        @Override
        public String toString() {
            return kind.name();
        }
    }

    static List<Case> kinds() {
        List<Case> cases = new ArrayList<>();
        OptimizerCase.ALL.forEach(each -> cases.add(new Case(each.kind(), each.settings())));
        ScheduleCase.ALL.forEach(each -> cases.add(new Case(each.kind(), each.settings())));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void settingsHaveTheirNamesDefaultsAndRanges(Case each) {
        List<String> settings = each.kind.settings().stream()
                .map(CatalogueSettingsTest::inWords)
                .toList();
        assertEquals(each.settings, settings);
        for (Setting setting : each.kind.settings()) {
            assertEquals(setting.fallback(), each.kind.recipe().values().get(setting.name()));
            assertTrue(!setting.meaning().isBlank());
        }
        assertEquals(each.kind.name(), each.kind.recipe().name());
        assertTrue(!each.kind.meaning().isBlank());
    }

    private static String inWords(Setting setting) {
        String standard = setting.name() + " = " + setting.fallback();
        return switch (setting.type()) {
            case NUMBER, TABLE -> standard + ", " + setting.range();
            case CHOICE -> standard + ", " + setting.choices();
            case FLAG -> standard;
        };
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNumberOutOfRangeIsRefusedByName(Case each) {
        for (Setting setting : each.kind.settings()) {
            if (setting.type() == Setting.Type.NUMBER) {
                Range range = setting.range();
                assertRefused(each.kind, setting, Double.NaN);
                assertRefused(each.kind, setting, -1e-9);
                assertRefused(each.kind, setting, Double.POSITIVE_INFINITY);
                assertEdge(each.kind, setting, range.low(), range.lowIncluded());
                assertEdge(each.kind, setting, range.high(), range.highIncluded());
            }
        }
    }

    private static void assertEdge(Kind kind, Setting setting, double value, boolean included) {
        if (included) {
            assertEquals(value, kind.recipe(Map.of(setting.name(), value)).number(setting));
        } else {
            assertRefused(kind, setting, value);
        }
    }

    private static void assertRefused(Kind kind, Setting setting, double value) {
        assertEquals(
                setting.name() + " must be in range " + setting.range() + ", got " + value,
                complaint(kind, setting.name(), value));
    }

    private static String complaint(Kind kind, String setting, Object value) {
        return complaint(() -> kind.recipe(Map.of(setting, value)));
    }

    private static String complaint(Executable making) {
        return assertThrows(IllegalArgumentException.class, making).getMessage();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSettingOfAnotherKindIsRefused(Case each) {
        assertEquals(each.kind.name() + " has no setting rho", complaint(each.kind, "rho", 0.5));
    }

    @Test
    void wrongTypesAreRefusedByName() {
        assertEquals("mu must be in range [0, 1), got true", complaint(Momentum.KIND, "mu", true));
        assertEquals("bias-correction must be true or false, got 1", complaint(Momentum.KIND, "bias-correction", 1));
        assertEquals(
                "convention must be one of heavy-ball, averaged, got nesterov",
                complaint(Momentum.KIND, "convention", "nesterov"));
    }

    /** Training goes by floats: 1 - 1e-9 would be 1, and 1e-60 would be 0. */
    @Test
    void aNumberWhoseFloatIsOutOfRangeIsRefused() {
        assertEquals("mu must be in range [0, 1), got 0.999999999", complaint(Momentum.KIND, "mu", 0.999999999));
        assertEquals("epsilon must be in range (0, inf), got 1.0E-60", complaint(Adam.KIND, "epsilon", 1e-60));
        assertEquals(
                "training.learning-rate must be in range (0, inf), got 1.0E39",
                complaint(() -> TrainingSpec.plain(1, BatchSize.ALL, 1e39)));
    }

    @Test
    void aTableHasAscendingEpochsFromZeroAndPossibleRates() {
        String complaint = "table must be a list of [epoch, value], epochs ascending from 0, values in range (0, inf)";
        List<Object> bad = List.of(
                "0: 0.1",
                List.of(0.1),
                List.of(List.of(1.0)),
                List.of(List.of(1.0, 0.1, 0.2)),
                List.of(List.of(-0.5, 0.1)),
                List.of(List.of(Double.POSITIVE_INFINITY, 0.1)),
                List.of(List.of(Double.NaN, 0.1)),
                List.of(List.of(1.0, 0.0)),
                List.of(List.of(1.0, 0.1), List.of(1.0, 0.2)),
                List.of(List.of(2.0, 0.1), List.of(1.0, 0.2)));
        for (Object value : bad) {
            assertEquals(complaint, complaint(Manual.KIND, "table", value), value.toString());
        }
        assertNull(Manual.TABLE.complaint(List.of(List.of(0.0, 0.1), List.of(0.5, 0.2))));
    }

    @Test
    void everyKindIsFoundByItsName() {
        for (Optimizer optimizer : Optimizers.ALL) {
            assertSame(optimizer, Optimizers.named(optimizer.name()));
        }
        for (Schedule schedule : Schedules.ALL) {
            assertSame(schedule, Schedules.named(schedule.name()));
        }
        assertEquals("no optimizer is called adem", complaint(() -> Optimizers.named("adem")));
        assertEquals("no schedule is called step", complaint(() -> Schedules.named("step")));
    }

    @Test
    void lanesThatDifferInNumbersOnlyHaveOneShape() {
        assertEquals(
                Adam.KIND.recipe().shape(),
                Adam.KIND.recipe(Map.of("beta1", 0.5)).shape());
        List<String> shapes = List.of(
                Momentum.KIND.recipe().shape(),
                Momentum.KIND.recipe(Map.of("convention", "averaged")).shape(),
                Momentum.KIND.recipe(Map.of("bias-correction", true)).shape(),
                Nesterov.KIND.recipe().shape());
        assertEquals(4, shapes.stream().distinct().count());
    }
}
