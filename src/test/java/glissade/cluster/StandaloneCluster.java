package glissade.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real cluster on this machine: Spark's own master and workers, each a process of its own from the Spark home that Maven
 * assembles, on ports that were free. Jobs are submitted as {@code submit/glissade} does it, from processes too; executors are
 * children of their workers. Closing kills them all. What each printed is in the folder.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with (master) ");
    private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final String QUIET =
            Path.of("submit/log4j2.properties").toAbsolutePath().toString();
    private static final String LOOPBACK = "127.0.0.1";

    /** Two names of this machine: Spark sends no second copy of a task to a host that has one already. */
    private static final List<String> HOSTS = List.of(LOOPBACK, "localhost");

    /** What is meant for Spark, not for glissade. */
    private static final Pattern OF_SPARK = Pattern.compile("--(conf|files|jars|deploy-mode)=.*", Pattern.DOTALL);

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
        this(folder, Collections.nCopies(workers, JAVA_HOME));
    }

    /** With a worker for each of these Java homes, which its executors run on. */
    StandaloneCluster(Path folder, List<Path> javaHomes) throws IOException, InterruptedException {
        this.folder = folder;
        jar = ProductJar.write(folder.resolve("glissade.jar"));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            master = server("master", LOOPBACK, JAVA_HOME, "org.apache.spark.deploy.master.Master")
                    .await(MASTER);
            for (int i = 0; i < javaHomes.size(); i++) {
                String host = HOSTS.get(i % HOSTS.size());
                workers.add(server(
                        "worker-" + i,
                        host,
                        javaHomes.get(i),
                        "org.apache.spark.deploy.worker.Worker",
                        workerArguments(i)));
            }
            for (ServerProcess worker : workers) {
                worker.await(REGISTERED);
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private String[] workerArguments(int number) {
        return new String[] {
            "--cores", "1", "--memory", "4g", "--work-dir", work(number).toString(), master
        };
    }

    /** Its address, for {@code --master}. */
    String master() {
        return master;
    }

    List<ServerProcess> workers() {
        return List.copyOf(workers);
    }

    private ServerProcess server(String name, String host, Path javaHome, String type, String... more)
            throws IOException {
        List<String> command = java(type, QUICK);
        command.addAll(List.of("--host", host, "--port", "0", "--webui-port", "0"));
        command.addAll(List.of(more));
        return started(name, command, Map.of("JAVA_HOME", javaHome.toString()));
    }

    /** What the last application's executors on a worker have written: Spark's log, and what the JVM says as it boots. */
    String executorLogs(int worker) throws IOException {
        String last = "";
        for (int i = 0; i < workers.size(); i++) {
            for (Path each : list(work(i))) {
                String name = each.getFileName().toString();
                last = name.startsWith("app-") && number(name).compareTo(number(last)) > 0 ? name : last;
            }
        }
        return logs(work(worker).resolve(last));
    }

    /** The time before it is that of a clock, which may be put back. */
    private static String number(String application) {
        return application.substring(application.lastIndexOf('-') + 1);
    }

    /** What drivers have written that ran on workers. */
    String driverLogs() throws IOException {
        StringBuilder logs = new StringBuilder();
        for (int i = 0; i < workers.size(); i++) {
            for (Path each : list(work(i))) {
                if (each.getFileName().toString().startsWith("driver-")) {
                    logs.append(Files.readString(each.resolve("stderr")));
                }
            }
        }
        return logs.toString();
    }

    private Path work(int worker) {
        return folder.resolve("work-" + worker);
    }

    private static List<Path> list(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(place)) {
            return entries.sorted().toList();
        }
    }

    private static String logs(Path place) throws IOException {
        StringBuilder logs = new StringBuilder();
        for (Path each : list(place)) {
            Path log = each.resolve("stderr");
            logs.append(Files.exists(log) ? Files.readString(log) : "");
        }
        return logs.toString();
    }

    /**
     * Starts {@code glissade ARGUMENTS} on the cluster; what is meant for spark-submit is written in one word, such as {@code
     * --conf=KEY=VALUE}.
     */
    ServerProcess submit(String name, String... arguments) throws IOException {
        List<String> command = submission(jar, master, arguments);
        return started(name, command, Map.of("LOG4J_CONFIGURATION_FILE", QUIET));
    }

    /** Words for it with which nothing is trained before every worker has an executor, however slow these are to begin. */
    String[] onAllWorkers(String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of(
                "--conf=spark.cores.max=" + workers.size(),
                "--conf=spark.scheduler.minRegisteredResourcesRatio=1",
                "--conf=spark.scheduler.maxRegisteredResourcesWaitingTime=" + ServerProcess.PATIENCE.toSeconds()
                        + "s"));
        return words.toArray(String[]::new);
    }

    /** Processes of applications on all workers. */
    List<ProcessHandle> executors() {
        return workers.stream().flatMap(ServerProcess::children).toList();
    }

    /** The same in one process that is driver and executor, without a cluster. */
    static ServerProcess submitLocally(Path folder, Path jar, String name, String... arguments) throws IOException {
        return submit("local[2]", folder, jar, name, arguments);
    }

    /** The same with an executor that is a process of its own, and goes with the driver. */
    static ServerProcess submitWithExecutor(Path folder, Path jar, String name, String... arguments)
            throws IOException {
        return submit("local-cluster[1,1,1024]", folder, jar, name, arguments);
    }

    private static ServerProcess submit(String master, Path folder, Path jar, String name, String... arguments)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(submission(jar, master, arguments));
        builder.environment().putAll(environment());
        builder.environment().put("LOG4J_CONFIGURATION_FILE", QUIET);
        return new ServerProcess(builder, folder, name);
    }

    private static List<String> submission(Path jar, String master, String... arguments) {
        List<String> command = sparkSubmit();
        command.addAll(List.of("--master", master, "--conf", "spark.executor.memory=" + EXECUTOR_MEMORY));
        Map<Boolean, List<String>> ofSpark = Stream.of(arguments)
                .collect(Collectors.partitioningBy(
                        argument -> OF_SPARK.matcher(argument).matches()));
        command.addAll(ofSpark.get(true));
        command.addAll(List.of("--class", "glissade.app.Main", jar.toString()));
        command.addAll(ofSpark.get(false));
        return command;
    }

    /** Starts a script of {@code submit/cluster} with the cluster's address and these arguments. */
    ServerProcess script(String name, String script, String... arguments) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("spark/bin"));
        String words = sparkSubmit().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Path submit = Files.writeString(
                bin.resolve("spark-submit"), "#!/bin/sh\nSPARK_HOME='" + HOME + "' exec " + words + " \"$@\"\n");
        Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of("submit/cluster/" + script, master));
        command.addAll(List.of(arguments));
        return started(
                name,
                command,
                Map.of(
                        "LOG4J_CONFIGURATION_FILE",
                        QUIET,
                        "SPARK_HOME",
                        bin.getParent().toString(),
                        "GLISSADE_JAR",
                        jar.toString()));
    }

    private static List<String> sparkSubmit() {
        List<String> command = java("org.apache.spark.deploy.SparkSubmit", THOROUGH);
        command.addAll(List.of("--conf", "spark.driver.host=" + LOOPBACK));
        command.addAll(List.of("--conf", "spark.driver.bindAddress=" + LOOPBACK));
        command.addAll(List.of("--conf", "spark.ui.enabled=false"));
        return command;
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

    private static Map<String, String> environment() {
        return Map.of(
                "SPARK_HOME",
                HOME.toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                LOOPBACK,
                "JAVA_HOME",
                JAVA_HOME.toString());
    }

    private ServerProcess started(String name, List<String> command, Map<String, String> more) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
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
