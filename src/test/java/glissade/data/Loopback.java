package glissade.data;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** A Hadoop file system of another scheme, {@code loopback:}, whose files are those of the local disk. */
public final class Loopback extends RawLocalFileSystem {
    @Override
    public String getScheme() {
        return "loopback";
    }

    @Override
    public URI getUri() {
        return URI.create("loopback:///");
    }
}
