package glissade.engine;

import glissade.data.MemoryData;
import glissade.model.Activation;
import glissade.model.ModelSpec;
import glissade.numeric.Kernels;
import glissade.optim.BatchSize;
import glissade.optim.TrainingSpec;
import java.util.List;

/** Trains all kinds of cohorts for as long as the compiler needs to find every kernel hot, and prints which kernels they were. */
final class HotProgram {
    private static final BatchSize BATCH = BatchSize.of(32);
    private static final int EPOCHS = 3;

    private HotProgram() {}

    public static void main(String[] arguments) {
        for (ModelSpec model : List.of(
                Trials.softmax(),
                ModelSpec.of(ModelSpec.Type.LOGISTIC),
                ModelSpec.of(ModelSpec.Type.LINEAR),
                Trials.mlp(Activation.TANH, 9),
                Trials.mlp(Activation.RELU, 32),
                Trials.mlp(Activation.SIGMOID, 17))) {
            MemoryData sparse = Trials.data(300, 70, 50, 0.4, 1, Trials.classes(model));
            for (MemoryData layout : List.of(sparse, sparse.withLayout(false))) {
                for (TrainingSpec training : Trials.updates(EPOCHS, BATCH)) {
                    for (int lanes : new int[] {1, 16, 40}) {
                        Trials.train(Trials.cohort(model, Trials.lanes(lanes, training)), layout);
                    }
                }
            }
        }
        System.out.println("kernels: " + Kernels.best().description());
    }
}
