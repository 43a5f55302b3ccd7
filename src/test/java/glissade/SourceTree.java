package glissade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The product's sources as text. */
final class SourceTree {
    private static final Path ROOT = Path.of("src/main/java/glissade");
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile(
            "/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'", Pattern.DOTALL);
    private static final Pattern OWN_PACKAGE = Pattern.compile("\\bglissade\\.([a-z]+(?:\\.[a-z]+)*)");

    private SourceTree() {}

    /**
     * One source file.
     *
     * @param place its path below the base package
     * @param folder its package below the base package, {@code numeric.vector} for example
     * @param name its top-level class, {@code numeric.Block} for example
     * @param text all of it
     * @param code without comments and without the content of strings
     */
    record Source(String place, String folder, String name, String text, String code) {
        /** The packages of ours, other than its own, that it names. */
        NavigableSet<String> uses() {
            NavigableSet<String> used = new TreeSet<>();
            Matcher names = OWN_PACKAGE.matcher(code);
            while (names.find()) {
                used.add(names.group(1));
            }
            used.remove(folder);
            return used;
        }

        boolean isPackageInfo() {
            return place.endsWith("package-info.java");
        }
    }

    static List<Source> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceTree::source)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(Path file) {
        try {
            String place = ROOT.relativize(file).toString().replace('\\', '/');
            String name = place.replace('/', '.').replaceFirst("\\.java$", "");
            String folder = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
            String text = Files.readString(file);
            return new Source(place, folder, name, text, code(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String code(String text) {
        return COMMENT_OR_TEXT.matcher(text).replaceAll("");
    }
}
