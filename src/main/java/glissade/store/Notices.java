package glissade.store;

import java.util.TreeSet;
import java.util.function.Consumer;

/** Tells somebody of what is not as it should be, and of each thing once. */
final class Notices {
    static final Notices UNREAD = new Notices(sentence -> {});

    private final Consumer<String> reader;
    private final TreeSet<String> told = new TreeSet<>();

    Notices(Consumer<String> reader) {
        this.reader = reader;
    }

    synchronized void tell(String sentence) {
        if (told.add(sentence)) {
            reader.accept(sentence);
        }
    }
}
