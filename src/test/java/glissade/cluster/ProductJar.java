package glissade.cluster;

import com.typesafe.config.Config;
import glissade.app.Main;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import picocli.CommandLine;

/** The product in one jar, from the classes that are under test: the real one is packaged only after the tests. */
final class ProductJar {
    private static final String CHARTS = "META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private ProductJar() {}

    /** Our classes and the two libraries that Spark does not have. */
    static Path write(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            addFolder(out, origin(Main.class));
            addJar(out, origin(CommandLine.class));
            addJar(out, origin(Config.class));
        }
        return jar;
    }

    /** The same with what pages and pictures are drawn with, which takes time at the end of every run. */
    static Path writeWithPictures(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            addFolder(out, origin(Main.class));
            addJar(out, origin(CommandLine.class));
            addJar(out, origin(Config.class));
            addJar(out, origin(JFreeChart.class));
            out.putNextEntry(new JarEntry(CHARTS));
            try (InputStream in = ProductJar.class.getResourceAsStream("/" + CHARTS)) {
                in.transferTo(out);
            }
        }
        return jar;
    }

    /** The folder of classes that one of them is from. */
    static Path writeNeighbours(Path jar, Class<?> type) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            addFolder(out, origin(type));
        }
        return jar;
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addFolder(JarOutputStream out, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
            Files.copy(file, out);
        }
    }

    private static void addJar(JarOutputStream out, Path jar) throws IOException {
        try (JarFile library = new JarFile(jar.toFile())) {
            for (JarEntry entry : library.stream().toList()) {
                if (entry.getName().matches("(?!META-INF|module-info).*[^/]")) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream in = library.getInputStream(entry)) {
                        in.transferTo(out);
                    }
                }
            }
        }
    }
}
