package glissade.store;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIsNotEmptyDirectoryException;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Folders that come to be with what is written into the innermost of them, so that they can go again with it. */
final class NewFolders {
    private final FileSystem files;
    /** The innermost first. */
    private final List<Path> paths = new ArrayList<>();

    /** A folder and those above it, as far as they are not there yet. */
    NewFolders(Folder folder) throws IOException {
        files = folder.files();
        for (Path each = folder.path(); each != null && !files.exists(each); each = each.getParent()) {
            paths.add(each);
        }
    }

    /** Takes them away, up to the first that holds something. */
    void deleteEmpty() throws IOException {
        for (Path each : paths) {
            try {
                if (files instanceof RawLocalFileSystem) {
                    // Hadoop would look whether it is empty, and then delete whatever has come into it since.
                    Files.deleteIfExists(java.nio.file.Path.of(each.toUri().getPath()));
                } else {
                    files.delete(each, false);
                }
            } catch (DirectoryNotEmptyException | PathIsNotEmptyDirectoryException e) {
                return;
            }
        }
    }
}
