package glissade.app;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.package$;
import picocli.CommandLine.IVersionProvider;

/** What this program is made of. */
final class Versions implements IVersionProvider {
    /** By name, in alphabetical order. */
    static Map<String, String> all() {
        String own = Versions.class.getPackage().getImplementationVersion();
        Map<String, String> all = new TreeMap<>(Map.of(
                "glissade", own == null ? "development" : own,
                "java", Runtime.version().toString(),
                "spark", package$.MODULE$.SPARK_VERSION()));
        CodeHash.ofThisProgram().ifPresent(hash -> all.put("code", hash));
        return all;
    }

    @Override
    public String[] getVersion() {
        return all().entrySet().stream()
                .map(version -> version.getKey() + " " + version.getValue())
                .toArray(String[]::new);
    }
}
