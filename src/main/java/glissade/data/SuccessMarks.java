package glissade.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The empty files {@code _SUCCESS} by which Spark and Hadoop say that a folder is written to its end. */
public final class SuccessMarks {
    private static final String MARK = "_SUCCESS";

    private SuccessMarks() {}

    /**
     * The folders of data files that are not marked: neither they, nor one above them as far as the path of the data names or
     * matches folders. Nothing for generated data.
     */
    public static List<String> missing(DataSpec spec) {
        SortedSet<String> unmarked = new TreeSet<>();
        for (String given : SourceKind.of(spec.source()).places(spec)) {
            String place = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
            Storage storage = Storage.of(place);
            try {
                for (String folder : folders(place, spec)) {
                    if (!isMarked(storage, folder, place)) {
                        unmarked.add(folder);
                    }
                }
            } catch (IOException e) {
                throw new DataFile(place, place).unreadable(e);
            }
        }
        return List.copyOf(unmarked);
    }

    private static List<String> folders(String place, DataSpec spec) {
        if (DataFile.isFolder(place) && !SourceKind.of(spec.source()).isTable()) {
            return List.of(place);
        }
        List<String> folders = new ArrayList<>();
        FileListing.of(place, "data.path").forEach(file -> folders.add(parent(file.location())));
        return folders.stream().distinct().toList();
    }

    private static boolean isMarked(Storage storage, String folder, String place) throws IOException {
        String least =
                FileGlob.isGlob(place) ? withoutPatterns(place) : DataFile.isFolder(place) ? place : parent(place);
        String at = folder;
        while (at.length() >= least.length()) {
            if (storage.entry((at.isEmpty() ? "." : at) + "/" + MARK) != null) {
                return true;
            }
            if (at.indexOf('/') < 0) {
                break;
            }
            at = parent(at);
        }
        return false;
    }

    private static String withoutPatterns(String glob) {
        String root = glob;
        while (FileGlob.isGlob(root)) {
            root = parent(root);
        }
        return root;
    }

    /** Empty where a path is one name only. */
    private static String parent(String path) {
        return path.indexOf('/') < 0 ? "" : path.substring(0, path.lastIndexOf('/'));
    }
}
