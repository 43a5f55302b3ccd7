package glissade.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    @Test
    void resultsAreInTheOrderOfTheWorkWhicheverEndsFirst() {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            work.add(() -> {
                // The earlier ones have more to do.
                double sum = 0;
                for (int j = 0; j < 1_000 * (200 - number); j++) {
                    sum += StrictMath.sqrt(j);
                }
                return sum < 0 ? -1 : number;
            });
        }
        assertEquals(IntStream.range(0, 200).boxed().toList(), SideBySide.results(work));
        assertEquals(List.of(), SideBySide.results(List.of()));
    }

    @Test
    void whatFailsIsToldWithItsCause() {
        ArithmeticException cause = new ArithmeticException("no luck");
        Callable<Integer> failing = () -> {
            throw cause;
        };
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> SideBySide.results(List.of(() -> 1, failing)));
        assertEquals(cause, failure.getCause());
    }
}
