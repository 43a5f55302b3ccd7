package glissade.cluster;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Waits until another process creates a file, and is told by the system at once, while that is still empty. */
final class AppearingFiles {
    private static final List<String> FOLDERS = List.of("", "checkpoints", "report", "model");
    private static final int LOOK_MILLIS = 5;

    private final Path place;
    private final WatchService watch;
    private final Map<String, WatchKey> keys = new TreeMap<>();

    private AppearingFiles(Path place, WatchService watch) {
        this.place = place;
        this.watch = watch;
    }

    /**
     * Waits in the folder of a run, which need not be there yet, for a file whose path in it is like this, after so many others of
     * that kind; whether it came before the process that was to make it was gone.
     */
    static boolean await(Path place, Pattern file, int others, BooleanSupplier alive)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + ServerProcess.PATIENCE.toNanos();
        try (WatchService watch = place.getFileSystem().newWatchService()) {
            AppearingFiles files = new AppearingFiles(place, watch);
            for (int left = others; alive.getAsBoolean(); ) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("waited in vain for " + file);
                }
                left -= files.count(file);
                if (left < 0) {
                    return alive.getAsBoolean();
                }
            }
            return false;
        }
    }

    private int count(Pattern file) throws IOException, InterruptedException {
        for (String folder : FOLDERS) {
            if ((keys.get(folder) == null || !keys.get(folder).isValid()) && Files.isDirectory(place.resolve(folder))) {
                register(folder);
            }
        }
        int count = 0;
        WatchKey changed = watch.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (changed != null) {
            for (WatchEvent<?> event : changed.pollEvents()) {
                String path = place.relativize((Path) changed.watchable())
                        .resolve(String.valueOf(event.context()))
                        .toString();
                count += file.matcher(path).matches() ? 1 : 0;
            }
            changed.reset();
        }
        return count;
    }

    private void register(String folder) throws IOException {
        try {
            keys.put(folder, place.resolve(folder).register(watch, StandardWatchEventKinds.ENTRY_CREATE));
        } catch (NoSuchFileException | NotDirectoryException | ClosedWatchServiceException e) {
            // Gone again.
        }
    }
}
