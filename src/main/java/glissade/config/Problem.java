package glissade.config;

/**
 * One thing to put right.
 *
 * @param place where it is written; null where nothing is written, such as a missing key
 * @param path the key or axis; empty where the text as a whole is meant
 * @param message what was expected and what was found
 */
public record Problem(Place place, String path, String message) {
    @Override
    public String toString() {
        boolean pathIsShown = path.isEmpty() || (place != null && place.isOverrideOf(path));
        return (place == null ? "" : place + ": ") + (pathIsShown ? "" : path + ": ") + message;
    }
}
