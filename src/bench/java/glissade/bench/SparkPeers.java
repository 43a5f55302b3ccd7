package glissade.bench;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.optimization.GradientDescent;
import org.apache.spark.mllib.optimization.LogisticGradient;
import org.apache.spark.mllib.optimization.SquaredL2Updater;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.mllib.util.MLUtils;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * What Spark itself offers, on the rows of a LIBSVM file: {@code SparkPeers softmax|perceptron|steps FILE CORES PASSES}.
 *
 * <p>Prints one line of JSON: seconds of training once all is warm, with the data cached; how many models were fitted (or steps
 * made) in that time; and the best mean loss on held-out rows.
 */
final class SparkPeers {
    private static final int POINTS = 30;
    private static final int FOLDS = 2;
    private static final int CLASSES = 10;
    private static final int FEATURES = 784;
    private static final int HIDDEN = 32;
    private static final int BATCH = 100;
    private static final double RATE = 0.1;

    private final SparkSession spark;
    private final String file;
    private final int cores;
    private final int passes;

    private SparkPeers(SparkSession spark, String file, int cores, int passes) {
        this.spark = spark;
        this.file = file;
        this.cores = cores;
        this.passes = passes;
    }

    public static void main(String[] arguments) {
        int cores = Integer.parseInt(arguments[2]);
        SparkSession spark = SparkSession.builder()
                .appName("peers")
                .master("local[" + cores + "]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.sql.shuffle.partitions", cores)
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        SparkPeers peers = new SparkPeers(spark, arguments[1], cores, Integer.parseInt(arguments[3]));
        System.out.println(
                switch (arguments[0]) {
                    case "softmax" -> peers.softmax();
                    case "perceptron" -> peers.perceptron();
                    case "steps" -> peers.steps();
                    default -> throw new IllegalArgumentException("nothing is called " + arguments[0]);
                });
        spark.stop();
    }

    private static String json(double seconds, int count, double loss) {
        return "{\"seconds\": " + seconds + ", \"count\": " + count + ", \"loss\": " + loss + "}";
    }

    /** A penalty for each point of the grid, as ours. */
    private String softmax() {
        LogisticRegression regression = new LogisticRegression()
                .setFamily("multinomial")
                .setStandardization(false)
                .setTol(0)
                .setMaxIter(passes);
        double[] penalties =
                IntStream.range(0, POINTS).mapToDouble(i -> 0.0001 * (i + 1)).toArray();
        return crossValidation(
                regression,
                new ParamGridBuilder().addGrid(regression.regParam(), penalties).build());
    }

    /** Other starting values for each point of the grid. */
    private String perceptron() {
        MultilayerPerceptronClassifier perceptron = new MultilayerPerceptronClassifier()
                .setLayers(new int[] {FEATURES, HIDDEN, CLASSES})
                .setTol(0)
                .setMaxIter(passes);
        long[] seeds = IntStream.range(0, POINTS).asLongStream().toArray();
        return crossValidation(
                perceptron,
                new ParamGridBuilder().addGrid(perceptron.seed(), seeds).build());
    }

    private String crossValidation(Estimator<?> estimator, ParamMap[] points) {
        Dataset<Row> data = spark.read()
                .format("libsvm")
                .option("numFeatures", FEATURES)
                .load(file)
                .repartition(cores)
                .cache();
        data.count();
        CrossValidator validator = new CrossValidator()
                .setEstimator(estimator)
                .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("logLoss"))
                .setNumFolds(FOLDS)
                .setParallelism(cores)
                .setSeed(42);
        validator.setEstimatorParamMaps(Arrays.copyOf(points, 2)).fit(data);
        long start = System.nanoTime();
        CrossValidatorModel model = validator.setEstimatorParamMaps(points).fit(data);
        double seconds = (System.nanoTime() - start) / 1e9;
        // After the folds the best point is fitted once more, on all rows: as much work as two of the others.
        int fits = FOLDS * POINTS + 2;
        return json(seconds, fits, Arrays.stream(model.avgMetrics()).min().orElse(Double.NaN));
    }

    /** So many steps of mini-batch descent, each a job over all rows. */
    private String steps() {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        RDD<LabeledPoint> points = MLUtils.loadLibSVMFile(context.sc(), file, FEATURES);
        RDD<Tuple2<Object, org.apache.spark.mllib.linalg.Vector>> rows = points.toJavaRDD()
                .map(point -> new Tuple2<Object, org.apache.spark.mllib.linalg.Vector>(point.label(), point.features()))
                .coalesce(cores)
                .cache()
                .rdd();
        double share = (double) BATCH / rows.count();
        descend(rows, share, passes / 4);
        long start = System.nanoTime();
        double[] losses = descend(rows, share, passes);
        return json((System.nanoTime() - start) / 1e9, losses.length, losses[losses.length - 1]);
    }

    private static double[] descend(
            RDD<Tuple2<Object, org.apache.spark.mllib.linalg.Vector>> rows, double share, int steps) {
        return GradientDescent.runMiniBatchSGD(
                        rows,
                        new LogisticGradient(CLASSES),
                        new SquaredL2Updater(),
                        RATE,
                        steps,
                        0,
                        share,
                        Vectors.zeros((CLASSES - 1) * FEATURES))
                ._2();
    }
}
