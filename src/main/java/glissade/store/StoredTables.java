package glissade.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The tables in a folder, some of them in two formats: where one of two files is damaged, the other one gives it back. */
final class StoredTables {
    static final String PARQUET = ".parquet";
    static final String CSV = ".csv";

    private final SealedFolder files;
    private final Notices notices;

    StoredTables(SealedFolder files, Notices notices) {
        this.files = files;
        this.notices = notices;
    }

    /** A table by its name, from a file that is what was written. */
    Table read(String name) throws IOException {
        try {
            files.check(name + PARQUET);
        } catch (Damaged e) {
            Optional<byte[]> copy = copy(name + PARQUET);
            if (copy.isEmpty()) {
                throw e;
            }
            notices.tell(e.getMessage() + "; " + name + CSV + ", which is whole, was read instead");
            return fromCsv(name);
        }
        return fromParquet(name);
    }

    private Table fromParquet(String name) throws IOException {
        Folder folder = files.folder();
        try {
            return ParquetTableReader.read(name, files.place(name + PARQUET), folder.configuration());
        } catch (RuntimeException e) {
            // Of a run without checksums.
            throw new Damaged(Folder.plain(files.place(name + PARQUET)), "it cannot be read: " + e.getMessage());
        }
    }

    private Table fromCsv(String name) throws IOException {
        return CsvTable.parse(name, new String(files.read(name + CSV), StandardCharsets.UTF_8));
    }

    /** The bytes that a damaged file must have had, made of the same table in the other format; empty if there is none. */
    Optional<byte[]> copy(String file) throws IOException {
        boolean parquet = file.endsWith(PARQUET);
        if (!parquet && !file.endsWith(CSV)) {
            return Optional.empty();
        }
        String name = file.substring(0, file.lastIndexOf('.'));
        String other = name + (parquet ? CSV : PARQUET);
        if (!files.isListed(other)) {
            return Optional.empty();
        }
        try {
            files.check(other);
            Table table = parquet ? fromCsv(name) : fromParquet(name);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (parquet) {
                ParquetTableWriter.write(table, bytes);
            } else {
                Csv.write(table, bytes);
            }
            byte[] copy = bytes.toByteArray();
            return files.isAsListed(file, copy) ? Optional.of(copy) : Optional.empty();
        } catch (Damaged e) {
            return Optional.empty();
        }
    }
}
