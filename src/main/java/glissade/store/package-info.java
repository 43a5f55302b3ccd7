/**
 * Everything a run leaves behind: the run folder, tables (Parquet is the truth, CSV derives from it), status, manifest,
 * digest, model files. Every path is a Hadoop path; every file appears whole or not at all.
 *
 * <p>Knows nothing of trials in training: it is handed tables and numbers. Start with {@link glissade.store.RunFolder},
 * then {@link glissade.store.Schemas} for what the tables hold and {@link glissade.store.Digest} for what is hashed.
 */
package glissade.store;
