package glissade.data;

import glissade.data.Storage.Entry;
import glissade.numeric.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The files that a path stands for: a file; a folder with all files below it; or a glob, whose root is the folder before
 * its first pattern. Their canonical order is that of their names, which are relative to the root, by UTF-8 bytes. Hidden
 * files, and those that begin with an underscore as Hadoop's own do, are left out unless the path names them.
 */
final class FileListing {
    private static final Comparator<DataFile> CANONICAL =
            Comparator.comparing(DataFile::name, Utf8.ORDER).thenComparing(DataFile::location, Utf8.ORDER);

    private final Storage storage;
    private final List<Pattern> patterns = new ArrayList<>();
    private final List<DataFile> files = new ArrayList<>();

    private FileListing(Storage storage) {
        this.storage = storage;
    }

    /**
     * In canonical order, at least one.
     *
     * @param key where the path was given, for messages
     */
    static List<DataFile> of(String path, String key) {
        FileListing listing = new FileListing(Storage.of(path));
        try {
            listing.collect(path, key);
        } catch (IOException e) {
            throw new DataFile(path, path).unreadable(e);
        }
        return listing.files.stream().sorted(CANONICAL).toList();
    }

    /** Names, lengths and times of files in one line: what can be known without reading them. */
    static String describe(List<DataFile> files) {
        StringBuilder listing = new StringBuilder();
        for (DataFile file : files) {
            Entry entry = file.entry();
            listing.append(file.name())
                    .append(' ')
                    .append(entry.length())
                    .append(' ')
                    .append(entry.modified())
                    .append('\n');
        }
        return Sha256.of(listing.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void collect(String path, String key) throws IOException {
        Entry entry = storage.entry(path);
        if (entry != null && !entry.folder()) {
            files.add(new DataFile(DataFile.unpackedName(entry.name()), path));
            return;
        }
        if (entry == null && !FileGlob.isGlob(path)) {
            throw new BadData("there is no file or folder " + path + " (from " + key + ")");
        }
        walk(entry == null ? rootOfGlob(path) : withSlash(path), "", 0);
        if (files.isEmpty()) {
            throw new BadData("there is no file in " + path + " (from " + key
                    + "); hidden files and those that begin with _ do not count");
        }
    }

    private static String withSlash(String folder) {
        return folder.endsWith("/") ? folder : folder + "/";
    }

    /** The folder before the first pattern, empty or with a slash at its end; notes the patterns behind it. */
    private String rootOfGlob(String path) throws IOException {
        int first = 0;
        while (path.indexOf('/', first) >= 0 && !FileGlob.isGlob(path.substring(first, path.indexOf('/', first)))) {
            first = path.indexOf('/', first) + 1;
        }
        for (String component : path.substring(first).split("/+")) {
            patterns.add(FileGlob.pattern(component));
        }
        String root = path.substring(0, first);
        return root.isEmpty() || storage.entry(root) != null ? root : missing(root);
    }

    private static String missing(String root) {
        throw new BadData("there is no folder " + root + " to look for files in");
    }

    /** Adds what the patterns from this one on match; where there are no more, all files below. */
    private void walk(String root, String folder, int pattern) throws IOException {
        String place = root + folder;
        for (Entry child : storage.children(place.isEmpty() ? "." : place)) {
            String name = child.name();
            boolean free = pattern >= patterns.size();
            if (isHidden(name) || (!free && !patterns.get(pattern).matcher(name).matches())) {
                continue;
            }
            if (child.folder()) {
                walk(root, folder + name + "/", pattern + 1);
            } else if (pattern + 1 >= patterns.size()) {
                files.add(new DataFile(DataFile.unpackedName(folder + name), place + name));
            }
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }
}
