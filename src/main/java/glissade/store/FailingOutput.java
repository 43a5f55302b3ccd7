package glissade.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSError;

/** Hadoop makes an error, as if of the machine, of what a local disk refuses; here it is an exception again. */
final class FailingOutput extends FilterOutputStream {
    FailingOutput(OutputStream out) {
        super(out);
    }

    static String reason(FSError error) {
        return error.getCause() == null ? error.getMessage() : error.getCause().getMessage();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (FSError e) {
            throw new IOException(reason(e), e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (FSError e) {
            throw new IOException(reason(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } catch (FSError e) {
            throw new IOException(reason(e), e);
        }
    }
}
