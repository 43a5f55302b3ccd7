package glissade.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the bytes of one file from one address into a partial file, after those that are there (RFC 9110, 14: range
 * requests). An answer that announces another file is refused before anything is written.
 *
 * @param patience without a further byte, after which to give up
 * @param part the partial file
 * @param bytes of the whole
 */
record Transfer(HttpClient client, Duration patience, URI address, Path part, long bytes) {
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-\\d+/(\\d+|\\*)");
    private static final long LOOK_MILLIS = 200;

    /** How much is there. */
    long present() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    /** Asks once for what is missing. The exception says why it is not all there now. */
    void run() throws IOException {
        long present = present();
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (present > 0) {
            request.header("Range", "bytes=" + present + "-");
        }
        HttpResponse<Path> response = await(client.sendAsync(request.build(), info -> sink(info, present)));
        String refusal = refusal(response.statusCode(), response.headers(), present);
        if (refusal != null) {
            throw new IOException(refusal);
        }
    }

    private BodySubscriber<Path> sink(ResponseInfo info, long present) {
        if (refusal(info.statusCode(), info.headers(), present) != null) {
            return BodySubscribers.replacing(part);
        }
        StandardOpenOption where =
                info.statusCode() == PARTIAL_CONTENT ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        return BodySubscribers.ofFile(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, where);
    }

    /** Why these bytes are not wanted; null if they are. */
    private String refusal(int status, HttpHeaders headers, long present) {
        if (status == OK) {
            long length = headers.firstValueAsLong("Content-Length").orElse(bytes);
            return length == bytes ? null : "offers " + length + " bytes, expected " + bytes;
        }
        if (status != PARTIAL_CONTENT) {
            return "answered " + status;
        }
        String range = headers.firstValue("Content-Range").orElse("");
        Matcher parts = CONTENT_RANGE.matcher(range);
        boolean asked = parts.matches()
                && parts.group(1).equals(Long.toString(present))
                && (parts.group(2).equals("*") || parts.group(2).equals(Long.toString(bytes)));
        return asked ? null : "answered with the range '" + range + "', expected to go on from byte " + present;
    }

    /** Looks now and then whether the file still grows: the client itself waits for a body without end. */
    private HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> answer) throws IOException {
        long grownTo = present();
        long lastGrowth = System.nanoTime();
        while (true) {
            try {
                return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long present = present();
                if (present != grownTo) {
                    grownTo = present;
                    lastGrowth = System.nanoTime();
                }
                boolean silent = System.nanoTime() - lastGrowth > patience.toNanos();
                if (silent || present > bytes) {
                    answer.cancel(true);
                    throw new IOException(
                            silent ? "fell silent" : "sends more than the expected " + bytes + " bytes", e);
                }
            } catch (ExecutionException e) {
                throw new IOException("broke off: " + e.getCause().getMessage(), e);
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
