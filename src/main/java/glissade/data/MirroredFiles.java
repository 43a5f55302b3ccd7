package glissade.data;

import glissade.numeric.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fetches files from the first mirror that has them. A file appears under its name only when it is known to be right; until
 * then it grows under {@code NAME.part}, and what was fetched is kept for the next attempt.
 *
 * @param mirrors addresses of folders, in the order in which to try them
 * @param patience with a mirror that says nothing
 */
record MirroredFiles(List<URI> mirrors, Duration patience) {
    private static final String PART = ".part";
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final String[] ENDINGS = {"", ".gz"};

    /** Brings all files into a folder, and tells of each. What is there already is left alone. */
    void fetch(List<RemoteFile> files, Path folder, Consumer<String> listener) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            String reason = Files.exists(folder) ? "it is not a folder" : e.toString();
            throw new BadData("cannot write to " + folder + ": " + reason, e);
        }
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .build();
        for (RemoteFile file : files) {
            listener.accept(
                    isThere(file, folder)
                            ? file.name() + " is there"
                            : file.name() + " from " + fetch(client, file, folder));
        }
    }

    /** Whether the file is there, as it came or unpacked. Another file of its name is the user's. */
    private static boolean isThere(RemoteFile file, Path folder) {
        String name = file.name().substring(0, file.name().length() - ENDINGS[1].length());
        for (String ending : ENDINGS) {
            DataFile present = new DataFile(name, folder.resolve(name + ending).toString());
            if (Files.exists(Path.of(present.location()))) {
                try (InputStream content = present.open()) {
                    if (Sha256.of(content).equals(file.contentSha256())) {
                        return true;
                    }
                } catch (IOException e) {
                    throw present.unreadable(e);
                }
                throw new BadData(
                        present.location() + " is another file of that name: move it away, or give another --out");
            }
        }
        return false;
    }

    /** The mirror that had it. */
    private URI fetch(HttpClient client, RemoteFile file, Path folder) {
        Path part = folder.resolve(file.name() + PART);
        List<String> refusals = new ArrayList<>();
        for (URI mirror : mirrors) {
            Transfer transfer = new Transfer(client, patience, address(mirror, file), part, file.bytes());
            try {
                complete(transfer, file);
                Files.move(part, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
                return mirror;
            } catch (IOException e) {
                refusals.add(mirror + " " + words(e));
            }
        }
        throw new BadData(file.name() + " could not be fetched: " + String.join("; ", refusals)
                + "; give another place with --mirror URL");
    }

    private static URI address(URI mirror, RemoteFile file) {
        return URI.create(mirror.toString().replaceFirst("/*$", "/") + file.name());
    }

    /** Goes on as long as there is progress; bytes left by an earlier attempt are doubted once. */
    private static void complete(Transfer transfer, RemoteFile file) throws IOException {
        boolean resumed = transfer.present() > 0;
        while (transfer.present() < file.bytes()) {
            long before = transfer.present();
            try {
                transfer.run();
            } catch (IOException e) {
                if (transfer.present() <= before) {
                    throw e;
                }
            }
            if (transfer.present() <= before) {
                throw new IOException("sends nothing");
            }
        }
        if (isRight(transfer, file)) {
            return;
        }
        Files.delete(transfer.part());
        if (!resumed) {
            throw new IOException("has another file of that name: its SHA-256 is wrong");
        }
        complete(transfer, file);
    }

    private static boolean isRight(Transfer transfer, RemoteFile file) throws IOException {
        try (FileChannel written = FileChannel.open(transfer.part(), StandardOpenOption.WRITE)) {
            written.force(true);
        }
        try (InputStream in = Files.newInputStream(transfer.part())) {
            return Sha256.of(in).equals(file.sha256());
        }
    }

    private static String words(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
                return "cannot be reached";
            }
        }
        return failure.getMessage() == null ? "failed: " + failure : failure.getMessage();
    }
}
