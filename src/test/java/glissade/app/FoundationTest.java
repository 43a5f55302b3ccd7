package glissade.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundationTest {
    private static String problem(String spark, String scala, String hadoop, int java) {
        return new Foundation(spark, scala, hadoop, java).problem().orElse("none");
    }

    @Test
    void whatTheTestsRunOnWillDo() {
        assertEquals(Optional.empty(), Foundation.found().problem());
        assertEquals("4.1.0", Foundation.found().spark());
    }

    @Test
    void otherVersionsAreToldWithWhatIsExpected() {
        String expected = "; expected Spark 4.1 with Scala 2.13; nothing was started";
        assertEquals("this is Spark 3.5.1 with Scala 2.12.18" + expected, problem("3.5.1", "2.12.18", "3.3.4", 17));
        assertEquals("this is Spark 4.10.0 with Scala 2.13.16" + expected, problem("4.10.0", "2.13.16", "3.4.3", 17));
        assertEquals(
                "this is Spark (of unknown version) with Scala 3.3.4" + expected, problem("", "3.3.4", "3.4.3", 17));
    }

    @Test
    void laterPatchesAndUnknownVersionsAreTried() {
        assertEquals("none", problem("4.1.3", "2.13.20", "3.4.2", 21));
        assertEquals("none", problem("4.1.0-vendor-7", "2.13.17", "", 25));
        assertEquals("none", problem("", "", "", 17));
    }

    @Test
    void anOldHadoopOnANewJavaIsRefused() {
        assertEquals(
                "the Hadoop of this Spark (3.4.2) does not run on Java 25; expected Java 17 or 21, or Hadoop 3.4.3;"
                        + " nothing was started",
                problem("4.1.0", "2.13.17", "3.4.2", 25));
        assertEquals("none", problem("4.1.0", "2.13.17", "3.4.3", 25));
        assertEquals("none", problem("4.1.0", "2.13.17", "3.5.0", 25));
    }
}
