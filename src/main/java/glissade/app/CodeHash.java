package glissade.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A hash over the classes of this program, by which two builds of one version can be told apart; a jar or a folder is the same. */
final class CodeHash {
    private static final String OWN = "glissade/";
    private static final String ENDING = ".class";
    private static final int DIGITS = 12;

    private final MessageDigest digest;

    private CodeHash() throws NoSuchAlgorithmException {
        digest = MessageDigest.getInstance("SHA-256");
    }

    /** Empty where it cannot be seen from where classes came. */
    static Optional<String> ofThisProgram() {
        CodeSource source = CodeHash.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Path.of(source.getLocation().toURI())));
        } catch (IOException | URISyntaxException | IllegalArgumentException | NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    /** Of a jar, or of a folder of classes. */
    static String of(Path place) throws IOException, NoSuchAlgorithmException {
        CodeHash hash = new CodeHash();
        if (Files.isDirectory(place)) {
            hash.addFolder(place);
        } else {
            hash.addJar(place);
        }
        return HexFormat.of().formatHex(hash.digest.digest()).substring(0, DIGITS);
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder.resolve(OWN))) {
            classes = files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        List<String> names = classes.stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList();
        for (String name : names) {
            try (InputStream in = Files.newInputStream(folder.resolve(name))) {
                add(name, in);
            }
        }
    }

    private void addJar(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<String> names = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(OWN) && name.endsWith(ENDING))
                    .sorted()
                    .toList();
            for (String name : names) {
                try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
                    add(name, in);
                }
            }
        }
    }

    private void add(String name, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        digest.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
