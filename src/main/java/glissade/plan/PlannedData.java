package glissade.plan;

import glissade.data.DataSpec;
import glissade.data.DataSummary;

/**
 * A data set and how it is cut.
 *
 * @param spec what was asked for
 * @param summary what it is
 * @param shards the parts of its training rows
 */
public record PlannedData(DataSpec spec, DataSummary summary, ShardCount shards) {}
