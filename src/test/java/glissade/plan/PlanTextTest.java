package glissade.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void aPlanExplainsItself() {
        Plan plan = Samples.plan("""
                name = tour
                description = "What it is for"
                data { source = digits, rows = 1000 }
                sweep.grid { training { batch-size = [10, 5000], learning-rate = [0.1, 0.2, 0.3, 0.4, 0.5, 1, 2] } }
                """);
        assertEquals("""
                experiment  tour: What it is for
                trials      14 = 2 batch-size x 7 learning-rate
                data        digits: 1,000 rows to train on, 0 held out, 2,000 to test; 784 features, 10 classes, sparse (19 % not zero)
                model       softmax 784-10, 7,850 parameters
                cohorts     14 trials in 2 fused cohorts on 2 cores
                engine      in-task: 3.5 MB of data fits an executor (which takes 3.2 GB of its 8.0 GB)
                time        about 1 s in-task, 13 s synchronous (estimates)
                shards      1: 150,000 stored values are at most 2^27
                best by     test.accuracy at the best epoch
                memory      3.5 MB of data, 1.9 MB for the largest cohort

                cohort  lanes  batch  steps/epoch  epochs  lanes share      lanes differ in
                     1      7     10          100      10  batch-size 10    learning-rate 0.1, 0.2, 0.3, 0.4, ... 2
                     2      7  1,000            1      10  batch-size 5000  learning-rate 0.1, 0.2, 0.3, 0.4, ... 2

                trial         training.batch-size  training.learning-rate
                2b8c4b785b63                   10                     0.1
                2aa75b66e298                   10                     0.2
                27fbfa8f9233                   10                     0.3
                ... and 11 more trials

                note: selected on test, as no rows are held out (data.validation): the winner's test numbers flatter it
                note: batch-size 5,000 is above the 1,000 training rows: trains as all
                """, PlanText.render(plan, 3));
    }

    @Test
    void numbersReadWell() {
        assertEquals("1,234,567", Numbers.grouped(1_234_567));
        assertEquals("1 row", Numbers.counted(1, "row"));
        assertEquals("2 classes", Numbers.counted(2, "class"));
        assertEquals("0 B", Numbers.bytes(0));
        assertEquals("1023 B", Numbers.bytes(1023));
        assertEquals("1.5 KB", Numbers.bytes(1536));
        assertEquals("12 MB", Numbers.bytes(12L << 20));
        assertEquals("1 s", Numbers.seconds(0.01));
        assertEquals("90 s", Numbers.seconds(90));
        assertEquals("3 min", Numbers.seconds(170));
        assertEquals("20 h", Numbers.seconds(72_000));
        assertEquals("2", Numbers.roughly(2.4));
        assertEquals("50", Numbers.roughly(45.3));
        assertEquals("100", Numbers.roughly(97));
        assertEquals("2,000", Numbers.roughly(1_990));
        assertEquals("8192 PB", Numbers.bytes(Long.MAX_VALUE));
    }
}
