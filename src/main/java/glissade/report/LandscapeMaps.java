package glissade.report;

/** The ground under the paths of models on a surface. */
final class LandscapeMaps {
    /** The landscape of a name. */
    void write(String name, JsonText json) {
        json.beginObject().name("name").value(name).endObject();
    }
}
