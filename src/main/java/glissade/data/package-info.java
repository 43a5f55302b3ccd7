/**
 * From a {@link glissade.data.DataSpec} to shards of blocks.
 *
 * <p>A {@link glissade.data.Source} yields rows in canonical order; {@link glissade.data.DataSets} opens it, holds out the
 * validation rows, scans the content once (layout, fingerprint) and cuts it into shards that any process can load. What
 * happens to rows is here; what is learnt from them is not. Spark appears only where rows are surveyed, scanned, shipped or
 * cached. Start reading at {@code Source}, then {@code DataSets} and {@code Shaping}; for tables in files at
 * {@code TextTables} and {@code ParquetTables}.
 */
package glissade.data;
