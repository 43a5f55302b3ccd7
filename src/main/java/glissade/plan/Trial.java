package glissade.plan;

import glissade.data.DataSpec;
import glissade.engine.Evaluation;
import glissade.model.ModelSpec;
import glissade.optim.TrainingSpec;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One point of the sweep.
 *
 * @param id 12 hexadecimal digits of a hash over everything that decides the result
 * @param swept by path, values of the axes that mean something in this trial: each a Long, a Double or a String, and
 *     of the same class in all trials of a plan
 * @param data what to learn from
 * @param model what learns
 * @param training how it learns
 * @param evaluation what is measured on the way
 * @param seed of starting values and batch order
 */
public record Trial(
        String id,
        SortedMap<String, Object> swept,
        DataSpec data,
        ModelSpec model,
        TrainingSpec training,
        Evaluation evaluation,
        long seed) {
    public Trial {
        swept = Collections.unmodifiableSortedMap(new TreeMap<>(swept));
    }
}
