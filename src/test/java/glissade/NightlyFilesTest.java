package glissade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What starts Glissade every night, as far as it can be tried without cron, Airflow or Kubernetes. */
class NightlyFilesTest {
    private static final Path FOLDER = Path.of("submit/nightly").toAbsolutePath();

    @TempDir
    Path home;

    /** In place of Glissade something that says how it was called, and ends as it is told. */
    private void install(String instead) throws IOException {
        Path nightly = Files.createDirectories(home.resolve("submit/nightly"));
        Files.copy(FOLDER.resolve("nightly.sh"), nightly.resolve("nightly.sh"));
        executable(nightly.resolve("nightly.sh"));
        Files.writeString(home.resolve("submit/glissade"), "#!/usr/bin/env bash\n" + instead);
        executable(home.resolve("submit/glissade"));
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private int bash(String line) throws IOException, InterruptedException {
        return bash(line, Map.of());
    }

    /** In place of all variables, some. */
    private int bash(String line, Map<String, String> only) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile());
        if (!only.isEmpty()) {
            shell.environment().clear();
            shell.environment().putAll(only);
        }
        return shell.start().waitFor();
    }

    private String read(String name) throws IOException {
        return Files.readString(home.resolve(name));
    }

    @Test
    void theCronLineKeepsOutputAndExitCodeOfEveryNight() throws Exception {
        install("echo \"called: $1 $2 $3 $4\"; exit 3\n");
        Matcher line =
                Pattern.compile("(?m)^30 2 \\* \\* \\* +(.*)$").matcher(Files.readString(FOLDER.resolve("crontab")));
        assertTrue(line.find());
        // cron takes a bare % for the end of the command.
        assertTrue(!line.group(1).replace("\\%", "").contains("%"), line.group(1));
        Map<String, String> ofCron = Map.of(
                "PATH",
                "/usr/bin:/bin",
                "SHELL",
                "/bin/bash",
                "HOME",
                home.toString(),
                "GLISSADE_HOME",
                home.toString());
        assertEquals(0, bash(line.group(1).replace("\\%", "%"), ofCron), read("output"));
        assertEquals("called: run conf/nightly.conf --out runs\n", read("nightly.log"));
        assertTrue(
                read("nightly.codes").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ 3\n"), read("nightly.codes"));
    }

    @Test
    void aNightThatDidNotSucceedIsToldWithItsReasons() throws Exception {
        install("for last; do [[ $previous == --on-end ]] && sh -c \"$last\"; previous=$last; done; exit 3\n");
        assertEquals(
                3,
                bash(
                        "GLISSADE_STATE=gate-failed GLISSADE_REASONS='too low' GLISSADE_ERROR= submit/nightly/nightly.sh"));
        assertEquals("nightly: gate-failed: too low\n", read("output"));
        bash(
                "GLISSADE_STATE=failed GLISSADE_ERROR='no luck' GLISSADE_NOTIFY='echo \"$GLISSADE_ERROR!\"' submit/nightly/nightly.sh");
        assertEquals("no luck!\n", read("output"));
        bash("GLISSADE_STATE=succeeded submit/nightly/nightly.sh");
        assertEquals("", read("output"));
    }

    @Test
    void anotherExperimentAndOptionsArePassedOn() throws Exception {
        install("echo \"$@\"\n");
        assertEquals(0, bash("GLISSADE_RUNS=/r submit/nightly/nightly.sh my.conf --set a=1"));
        assertTrue(read("output").startsWith("run my.conf --out /r --on-end "), read("output"));
        assertTrue(read("output").endsWith(" --set a=1\n"), read("output"));
    }

    /** Where there is no Python with a reader of YAML this says nothing, as the next tests do without Python or systemd. */
    @Test
    void theKubernetesManifestGivesTheCommandItsArguments() throws Exception {
        if (bash("python3 -c 'import yaml'") == 0) {
            String show = "m = yaml.safe_load(open(sys.argv[1])); s = m[\"spec\"];"
                    + " print(m[\"kind\"], s[\"concurrencyPolicy\"], *s[\"template\"][\"arguments\"][:2])";
            assertEquals(
                    0,
                    bash("python3 -c 'import sys, yaml; " + show + "' '" + FOLDER + "/kubernetes.yaml'"),
                    read("output"));
            assertEquals("ScheduledSparkApplication Forbid run s3a://bucket/conf/nightly.conf\n", read("output"));
        }
    }

    /** With something in place of Airflow that keeps what it is told, and runs commands as its BashOperator does. */
    @Test
    void theAirflowGraphRetriesWhatARetryCanMend() throws Exception {
        install("case $GLISSADE_RUNS in /var/*) exit $(cat code) ;; esac\n");
        Path airflow =
                Files.createDirectories(home.resolve("airflow/operators")).getParent();
        Files.writeString(airflow.resolve("operators/bash.py"), "from airflow import BashOperator\n");
        Files.writeString(airflow.resolve("exceptions.py"), "class AirflowFailException(Exception): pass\n");
        Files.writeString(airflow.resolve("__init__.py"), """
                import subprocess
                from types import SimpleNamespace

                class DAG:
                    def __init__(self, **told): self.told = told
                    def __enter__(self): return self
                    def __exit__(self, *failure): pass

                class BashOperator:
                    def __init__(self, task_id, bash_command, append_env):
                        self.bash_command, self.after = bash_command, []
                        self.subprocess_hook = SimpleNamespace(run_command=self.run)
                    def __rshift__(self, other): self.after.append(other)
                    def get_env(self, context): return None
                    def run(self, command, env):
                        done = subprocess.run(command, env=env, capture_output=True, text=True)
                        return SimpleNamespace(exit_code=done.returncode, output=done.stdout)
                """);
        Files.writeString(home.resolve("night.py"), """
                import sys
                import airflow_dag as graph
                for code in (0, 1, 2, 3, 4, 5, 6, 143):
                    open("code", "w").write(str(code))
                    graph.sweep.bash_command = graph.sweep.bash_command.replace(graph.HOME, ".")
                    try:
                        graph.sweep.execute({})
                        print(code, "done")
                    except graph.AirflowFailException:
                        print(code, "failed")
                    except RuntimeError:
                        print(code, "again")
                print(graph.dag.told["dag_id"], graph.dag.told["max_active_runs"], graph.sweep.after == [graph.publish])
                """);
        if (bash("command -v python3") == 0) {
            Files.copy(FOLDER.resolve("airflow_dag.py"), home.resolve("airflow_dag.py"));
            assertEquals(0, bash("python3 night.py"), read("output"));
            assertEquals(
                    "0 done, 1 again, 2 failed, 3 failed, 4 failed, 5 failed, 6 failed, 143 again, glissade_nightly 1 True",
                    String.join(", ", read("output").lines().toList()));
        }
    }

    @Test
    void systemdAcceptsServiceAndTimer() throws Exception {
        install("exit 0\n");
        for (String unit : List.of("glissade-nightly.service", "glissade-nightly.timer")) {
            String text = Files.readString(FOLDER.resolve(unit)).replace("/opt/glissade", home.toString());
            Files.writeString(home.resolve(unit), text.replaceAll("(?m)^(User|Documentation)=.*\n", ""));
        }
        if (bash("command -v systemd-analyze") == 0) {
            String verify = "systemd-analyze verify ./glissade-nightly.service ./glissade-nightly.timer";
            assertEquals(0, bash(verify), read("output"));
            String when = Files.readAllLines(FOLDER.resolve("glissade-nightly.timer")).stream()
                    .filter(line -> line.startsWith("OnCalendar="))
                    .findFirst()
                    .orElseThrow()
                    .replace("OnCalendar=", "");
            assertEquals(0, bash("systemd-analyze calendar '" + when + "'"), read("output"));
            assertTrue(read("output").contains("Normalized form: *-*-* 02:30:00"), read("output"));
        }
    }
}
