package glissade.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;

/** A process that tries to lock each folder it is told of, says whether it could, and holds it until it is told of another. */
final class LockRacer {
    private LockRacer() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        RunLock held = null;
        System.out.println("ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (held != null) {
                held.close();
            }
            held = null;
            if (!line.isEmpty()) {
                try {
                    held = RunFolder.at(new Configuration(), line).lock();
                    System.out.println("won");
                } catch (RunLock.Held e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }
}
