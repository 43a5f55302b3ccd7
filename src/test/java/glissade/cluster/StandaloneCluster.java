package glissade.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A real cluster on this machine: Spark's own master and workers, each a process of its own from the Spark home that Maven
 * assembles, on ports that were free. Jobs are submitted as {@code submit/glissade} does it, from processes too; executors are
 * children of their workers. Closing kills them all. What each printed is in the folder.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with (master) ");
    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final String QUIET =
            Path.of("submit/log4j2.properties").toAbsolutePath().toString();
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EXECUTOR_MEMORY = "512m";

    /** How far the JVM compiles: a server soon idles, a driver may have to train. */
    private static final int QUICK = 1;

    private static final int THOROUGH = 4;

    private final Path folder;
    private final Path jar;
    private final Thread atExit = new Thread(this::kill);
    private final List<ServerProcess> processes = new ArrayList<>();
    private final List<ServerProcess> workers = new ArrayList<>();
    private final String master;

    /** With so many workers, each with one core and room for one executor. */
    StandaloneCluster(Path folder, int workers) throws IOException, InterruptedException {
        this.folder = folder;
        jar = ProductJar.write(folder.resolve("glissade.jar"));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            master = server("master", "org.apache.spark.deploy.master.Master").await(MASTER, PATIENCE);
            for (int i = 0; i < workers; i++) {
                this.workers.add(server("worker-" + i, "org.apache.spark.deploy.worker.Worker", workerArguments(i)));
            }
            for (ServerProcess worker : this.workers) {
                worker.await(REGISTERED, PATIENCE);
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private String[] workerArguments(int number) {
        String work = folder.resolve("work-" + number).toString();
        return new String[] {"--cores", "1", "--memory", "1g", "--work-dir", work, master};
    }

    /** Its address, for {@code --master}. */
    String master() {
        return master;
    }

    List<ServerProcess> workers() {
        return List.copyOf(workers);
    }

    private ServerProcess server(String name, String type, String... more) throws IOException {
        List<String> command = java(type, QUICK);
        command.addAll(List.of("--host", LOOPBACK, "--port", "0", "--webui-port", "0"));
        command.addAll(List.of(more));
        return started(name, command, Map.of());
    }

    /** Starts {@code glissade ARGUMENTS} on the cluster; Spark's settings are written {@code --conf=KEY=VALUE}. */
    ServerProcess submit(String name, String... arguments) throws IOException {
        List<String> command = java("org.apache.spark.deploy.SparkSubmit", THOROUGH);
        command.addAll(List.of("--master", master));
        command.addAll(List.of("--conf", "spark.driver.host=" + LOOPBACK));
        command.addAll(List.of("--conf", "spark.driver.bindAddress=" + LOOPBACK));
        command.addAll(List.of("--conf", "spark.ui.enabled=false"));
        command.addAll(List.of("--conf", "spark.executor.memory=" + EXECUTOR_MEMORY));
        for (String argument : arguments) {
            if (argument.startsWith("--conf=")) {
                command.addAll(List.of("--conf", argument.substring("--conf=".length())));
            }
        }
        command.addAll(List.of("--class", "glissade.app.Main", jar.toString()));
        for (String argument : arguments) {
            if (!argument.startsWith("--conf=")) {
                command.add(argument);
            }
        }
        return started(name, command, Map.of("LOG4J_CONFIGURATION_FILE", QUIET));
    }

    private static List<String> java(String type, int tiers) {
        return new ArrayList<>(List.of(
                JAVA_HOME.resolve("bin/java").toString(),
                "@" + HOME.resolve("java-options"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=" + tiers,
                "-Xmx512m",
                "-cp",
                HOME.resolve("jars") + "/*",
                type));
    }

    private ServerProcess started(String name, List<String> command, Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        HOME.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        LOOPBACK,
                        "JAVA_HOME",
                        JAVA_HOME.toString()));
        builder.environment().putAll(more);
        synchronized (processes) {
            ServerProcess process = new ServerProcess(builder, folder, name);
            processes.add(process);
            return process;
        }
    }

    private void kill() {
        synchronized (processes) {
            processes.forEach(ServerProcess::close);
        }
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
