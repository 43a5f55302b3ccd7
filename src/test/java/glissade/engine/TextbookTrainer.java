package glissade.engine;

import glissade.data.MemoryData;
import glissade.data.Split;
import glissade.model.Architecture;
import glissade.model.DoubleNetwork;
import glissade.numeric.Block;
import glissade.optim.Clipping;
import glissade.optim.OptimizerCase;
import glissade.optim.Penalty;
import glissade.optim.ScheduleCase;
import glissade.optim.ScheduleCase.Moment;
import glissade.optim.TextbookStep;
import glissade.optim.TrainingSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * One trial's descent in plain double, row by row and parameter by parameter, by the textbook's formulas. Of the product it
 * uses the settings, the starting values and the order of the rows.
 */
final class TextbookTrainer {
    private final CohortSpec cohort;
    private final TrainingSpec training;
    private final MemoryData data;
    private final DoubleNetwork network;
    private final boolean[] isWeight;
    private final TextbookStep[] steps;
    private final ScheduleCase schedule;
    private final BatchOrder order;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> seen = new ArrayList<>();
    private double lossOfEpoch;
    private double rightOfEpoch;

    /** For the only lane of a cohort, on dense rows in one shard. */
    TextbookTrainer(CohortSpec cohort, MemoryData data) {
        this.cohort = cohort;
        this.training = cohort.lanes().get(0).training();
        this.data = data;
        Architecture architecture = Architecture.of(
                cohort.model(), data.summary().features(), data.summary().classes());
        this.network = new DoubleNetwork(architecture);
        this.isWeight = new boolean[architecture.parameters()];
        initialise(architecture);
        this.steps = new TextbookStep[isWeight.length];
        OptimizerCase optimizer = OptimizerCase.ALL.stream()
                .filter(each -> each.kind().name().equals(training.optimizer().name()))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < steps.length; i++) {
            steps[i] = optimizer.textbook().apply(training.optimizer(), isWeight[i]);
        }
        this.schedule = ScheduleCase.ALL.stream()
                .filter(each -> each.kind().name().equals(training.schedule().name()))
                .findFirst()
                .orElseThrow();
        long rows = data.summary().trainingRows();
        this.order =
                new BatchOrder(cohort.orderSeed(), rows, 1, training.batchSize().rows(rows));
    }

    private void initialise(Architecture architecture) {
        long seed = cohort.lanes().get(0).seed();
        int next = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int inputs = architecture.inputs(layer);
            int outputs = architecture.outputs(layer);
            for (int input = 0; input <= inputs; input++) {
                boolean weight = input < inputs;
                for (int unit = 0; unit < outputs; unit++) {
                    isWeight[next] = weight;
                    network.parameters()[next++] = weight
                            ? training.weights().value(seed, layer, input, unit, inputs, outputs)
                            : training.biases().value(seed, layer, -1, unit, inputs, outputs);
                }
            }
        }
    }

    double[] parameters() {
        return network.parameters();
    }

    /** The rate of each step so far. */
    List<Double> rates() {
        return rates;
    }

    /** Goes through the rows once; returns what the product should have recorded. */
    CurvePoint epoch(int epoch) {
        steps(epoch, (int) order.steps());
        double rows = data.summary().trainingRows();
        double loss = lossOfEpoch / rows;
        CurvePoint point = new CurvePoint(
                epoch + 1,
                rates.size(),
                rates.get(rates.size() - 1),
                loss,
                loss + penalty(order.rows(0)),
                accuracy(rightOfEpoch / rows),
                mean(Split.VALIDATION, false),
                accuracy(mean(Split.VALIDATION, true)),
                mean(Split.TEST, false),
                accuracy(mean(Split.TEST, true)));
        see(point);
        return point;
    }

    /** Makes the first steps of an epoch. */
    void steps(int epoch, int count) {
        lossOfEpoch = 0;
        rightOfEpoch = 0;
        for (int step = 0; step < count; step++) {
            Moment moment = new Moment(epoch, step, (int) order.steps(), training.epochs(), seen);
            rates.add(schedule.textbook()
                    .at(training.learningRate(), training.schedule().values(), moment));
            step(epoch, step, rates.get(rates.size() - 1));
        }
    }

    /** The sum over rows of the losses met in the epoch. */
    double lossOfEpoch() {
        return lossOfEpoch;
    }

    private double accuracy(double value) {
        return data.summary().classes() > 0 ? value : Double.NaN;
    }

    private void see(CurvePoint point) {
        if (training.schedule().values().get("metric") instanceof String metric) {
            seen.add(
                    switch (metric) {
                        case "train.loss" -> point.trainLoss();
                        case "validation.accuracy" -> point.validationAccuracy();
                        case "test.loss" -> point.testLoss();
                        case "test.accuracy" -> point.testAccuracy();
                        default -> throw new AssertionError(metric);
                    });
        }
    }

    private void step(int epoch, int step, double rate) {
        double[] gradient = new double[steps.length];
        Block block = data.load(0).rows(Split.TRAIN);
        int[] rows = new int[order.mostRowsOfShard()];
        int count = order.rows(epoch, step, 0, rows);
        for (int i = 0; i < count; i++) {
            double[] x = row(block, rows[i]);
            double target = block.targets()[rows[i]];
            lossOfEpoch += network.loss(x, target);
            rightOfEpoch += network.isRight(x, target) ? 1 : 0;
            network.addGradient(x, target, gradient);
        }
        double[] w = network.parameters();
        double lambda = training.penalty().lambda();
        double pull = training.penalty().form() == Penalty.Form.PLAIN ? lambda : lambda / count;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = gradient[i] / count + (isWeight[i] ? pull * w[i] : 0);
        }
        clip(gradient);
        for (int i = 0; i < gradient.length; i++) {
            w[i] = steps[i].next(w[i], gradient[i], rate);
        }
    }

    private void clip(double[] gradient) {
        double bound = training.clipping().bound();
        double square = 0;
        for (double g : gradient) {
            square += g * g;
        }
        double norm = StrictMath.sqrt(square);
        for (int i = 0; i < gradient.length; i++) {
            if (training.clipping().kind() == Clipping.Kind.VALUE) {
                gradient[i] = StrictMath.max(-bound, StrictMath.min(bound, gradient[i]));
            } else if (training.clipping().kind() == Clipping.Kind.NORM && norm > bound) {
                gradient[i] *= bound / norm;
            }
        }
    }

    /** What the penalty adds to the mean loss of a batch of n rows. */
    private double penalty(long n) {
        double square = 0;
        for (int i = 0; i < isWeight.length; i++) {
            square += isWeight[i] ? parameters()[i] * parameters()[i] : 0;
        }
        double lambda = training.penalty().lambda();
        return training.penalty().form() == Penalty.Form.PLAIN ? lambda / 2 * square : lambda / (2 * n) * square;
    }

    private double mean(Split split, boolean right) {
        Block block = data.load(0).rows(split);
        double sum = 0;
        for (int row = 0; row < block.rows(); row++) {
            double[] x = row(block, row);
            double target = block.targets()[row];
            sum += right ? network.isRight(x, target) ? 1 : 0 : network.loss(x, target);
        }
        return sum / block.rows();
    }

    private static double[] row(Block block, int row) {
        double[] x = new double[block.width()];
        for (int i = 0; i < x.length; i++) {
            x[i] = block.values()[row * x.length + i];
        }
        return x;
    }
}
