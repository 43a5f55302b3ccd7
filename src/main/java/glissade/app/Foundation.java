package glissade.app;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What this program stands on, read from files that every version of it has, so that a plain spark-submit of the wrong one
 * ends in a sentence before any class is touched that is different there. {@code submit/glissade} holds to the same rules.
 *
 * @param spark its version; empty where it does not say
 * @param java the feature release
 */
record Foundation(String spark, String scala, String hadoop, int java) {
    private static final String SPARK = "4.1";
    private static final String SCALA = "2.13";

    /** On newer ones, Hadoop of before 3.4.3 fails: getSubject is not supported. */
    private static final int LAST_JAVA_OF_OLD_HADOOP = 22;

    private static final Pattern OLD_HADOOP = Pattern.compile("2\\..*|3\\.[0-3]\\..*|3\\.4\\.[0-2]\\b.*");

    /** Of this process. */
    static Foundation found() {
        return new Foundation(
                version("spark-version-info.properties", "version"),
                version("library.properties", "version.number"),
                version("common-version-info.properties", "version"),
                Runtime.version().feature());
    }

    private static String version(String file, String key) {
        Properties properties = new Properties();
        try (InputStream in = Foundation.class.getClassLoader().getResourceAsStream(file)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException | IllegalArgumentException e) {
            // It does not say.
        }
        return properties.getProperty(key, "");
    }

    /** Why this program cannot run on it, and what it could run on. */
    Optional<String> problem() {
        if (!is(SPARK, spark) || !is(SCALA, scala)) {
            return Optional.of("this is Spark " + named(spark) + " with Scala " + named(scala) + "; expected Spark "
                    + SPARK + " with Scala " + SCALA + "; nothing was started");
        }
        if (java > LAST_JAVA_OF_OLD_HADOOP && OLD_HADOOP.matcher(hadoop).matches()) {
            return Optional.of("the Hadoop of this Spark (" + hadoop + ") does not run on Java " + java
                    + "; expected Java 17 or 21, or Hadoop 3.4.3; nothing was started");
        }
        return Optional.empty();
    }

    private static boolean is(String wanted, String version) {
        return version.isEmpty() || version.equals(wanted) || version.startsWith(wanted + ".");
    }

    private static String named(String version) {
        return version.isEmpty() ? "(of unknown version)" : version;
    }

    /** The exception by which spark-submit learns an exit code; its constructor is not the same in every Spark. */
    static Exception ending(int code) throws ReflectiveOperationException {
        Constructor<?> constructor =
                Class.forName("org.apache.spark.SparkUserAppException").getConstructors()[0];
        Object[] arguments = new Object[constructor.getParameterCount()];
        arguments[0] = code;
        return (Exception) constructor.newInstance(arguments);
    }
}
