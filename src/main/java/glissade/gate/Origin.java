package glissade.gate;

import glissade.data.DataSummary;
import java.util.List;
import java.util.Map;

/**
 * What results depend on, or should not.
 *
 * @param data what was learnt from, in order
 * @param config every key that decides results, with its value
 * @param versions of the program, by name, and of what it runs on
 */
public record Origin(List<DataSummary> data, Map<String, ?> config, Map<String, String> versions) {}
