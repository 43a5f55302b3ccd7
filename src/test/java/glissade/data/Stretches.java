package glissade.data;

import java.util.ArrayList;
import java.util.List;

/** Passes in this thread, over so many stretches of blocks as if each were a task of its own. */
record Stretches(int count) implements ScanPlace {
    @Override
    public <T> List<T> over(long blocks, Stretch<T> stretch) {
        List<T> found = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            found.add(stretch.scan(blocks * number / count, blocks * (number + 1) / count));
        }
        return found;
    }
}
