"""
Two workers of one core each against one, on a standalone master: processes of their own, as on a cluster. The driver and the
starts of all processes share the same cores.
"""
import os
import subprocess
import time

from contest import JAVA, OUTPUT, PROJECT, Result, Spread, ratios
from whole import CONF, glissade, mnist_settings, warm

HOME = PROJECT / "target" / "spark-home"
HOST = "127.0.0.1"
PATIENCE = 60
# Four cohorts, so that two workers can have equal shares, for about a minute on one.
SETTINGS = ("training.epochs=60", "sweep.grid.training.batch-size=[10, 20, 50, 100]")


class Server:
    def __init__(self, name, *arguments):
        self.log = OUTPUT / f"{name}.log"
        environment = {**os.environ, "SPARK_HOME": str(HOME), "SPARK_SCALA_VERSION": "2.13", "SPARK_LOCAL_IP": HOST}
        command = [JAVA, f"@{HOME}/java-options", "-cp", f"{HOME}/jars/*", f"org.apache.spark.deploy.{name.split('-')[0]}",
                   "--host", HOST, "--port", "0", "--webui-port", "0", *arguments]
        with open(self.log, "wb") as out:
            self.process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT)

    def wait_for(self, words):
        """The text that follows these words in its log."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            text = self.log.read_text(errors="replace")
            if words in text:
                return text.split(words, 1)[1].split()[0]
            time.sleep(0.2)
        raise SystemExit(f"bench: no '{words}' in {self.log}")

    def stop(self):
        self.process.terminate()
        self.process.wait()


def seconds(master, cores):
    """Of the whole process of one run, and of training where executors have trained before."""
    options = ("--master", master, "--conf", f"spark.cores.max={cores}", "--conf", "spark.executor.cores=1",
               "--conf", "spark.executor.memory=2g")
    settings = [*SETTINGS, *mnist_settings()]
    spent, _ = glissade(CONF / "mnist-sweep.conf", *options, *(word for each in settings for word in ("--set", each)))
    manifest, _ = warm(CONF / "mnist-sweep.conf", [*settings, "training.epochs=10"], settings, *options)
    return spent.seconds, manifest["seconds"]


def rows(rounds):
    servers = [Server("master.Master")]
    try:
        master = "spark://" + servers[0].wait_for("Starting Spark master at spark://")
        for number in range(2):
            servers.append(Server(f"worker.Worker-{number}", "--cores", "1", "--memory", "3g", master))
            servers[-1].wait_for("Successfully registered with master ")
        two, one = [], []
        for _ in range(rounds):
            two.append(seconds(master, 2))
            one.append(seconds(master, 1))
    finally:
        for server in reversed(servers):
            server.stop()
    for what, one_side, two_side, target in zip(("whole, cold", "executors warm"), zip(*one), zip(*two), (None, 1.7)):
        yield Result(f"a sweep, 2 workers of a core / 1, {what}", Spread(two_side), Spread(one_side),
                     ratios(one_side, two_side), target=target, unit="s")
