package glissade.run;

import java.util.Map;

/**
 * Where the results of a run come from.
 *
 * @param identity what a run id stands for: equal config on equal data has the same, whatever the folder is called
 * @param config every key that means something, with its typed value
 * @param versions of glissade, Java and Spark
 */
public record Provenance(String identity, Map<String, Object> config, Map<String, String> versions) {}
