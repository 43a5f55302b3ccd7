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
 * @param seed of starting values
 * @param orderSeed of batch order
 * @param configuration id of its replicate 0, which may be itself
 * @param replicate its number among the trials that differ in these seeds only
 */
public record Trial(
        String id,
        SortedMap<String, Object> swept,
        DataSpec data,
        ModelSpec model,
        TrainingSpec training,
        Evaluation evaluation,
        long seed,
        long orderSeed,
        String configuration,
        int replicate) {
    static final int ID_DIGITS = 12;

    public Trial {
        swept = Collections.unmodifiableSortedMap(new TreeMap<>(swept));
    }

    /** The same with other seeds. */
    Trial replicate(int number, String newId, long newSeed, long newOrderSeed) {
        return new Trial(newId, swept, data, model, training, evaluation, newSeed, newOrderSeed, configuration, number);
    }
}
