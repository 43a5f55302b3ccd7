"""Rows measured as whole processes on two cores, start-up included."""
import csv
import json
import os
import resource
import shutil
import subprocess
import sys
import time

from contest import DISAGREE, HERE, ONE_THREAD, OUTPUT, PROJECT, Result, Spread, java, pinned, ratios

CONF = PROJECT / "src" / "bench" / "conf"
RUNS = OUTPUT / "runs"
TOLERANCE = 0.03


def two_cores():
    return ["taskset", "-c", "0,1"] if shutil.which("taskset") and (os.cpu_count() or 1) > 2 else []


class Stopwatch:
    """Seconds, and CPU seconds of the processes that have ended since."""

    def __init__(self):
        self.begin, self.begin_cpu = time.monotonic(), self._cpu()

    @staticmethod
    def _cpu():
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    def stop(self):
        return Time(time.monotonic() - self.begin, self._cpu() - self.begin_cpu)


class Time:
    def __init__(self, seconds, cpu):
        self.seconds, self.cpu = seconds, cpu


def spread(times):
    return Spread(each.seconds for each in times)


def glissade(experiment, *options, cores=None):
    """The time of one run, on two cores unless others are given, and the rows of its trials."""
    shutil.rmtree(RUNS, ignore_errors=True)
    command = [*(two_cores() if cores is None else cores), str(PROJECT / "submit" / "glissade"), "run", str(experiment), "--out", str(RUNS), *options]
    watch = Stopwatch()
    done = subprocess.run(command, capture_output=True, text=True)
    spent = watch.stop()
    if done.returncode:
        raise SystemExit(f"bench: {' '.join(command)} ended with {done.returncode}\n{done.stderr}")
    with open(next(RUNS.glob("*/*/trials.csv")), newline="") as file:
        return spent, list(csv.DictReader(file))


def mnist_settings():
    return [] if os.environ.get("GLISSADE_MNIST") else ["data.source=digits", "data.rows=60000", "data.test-rows=10000"]


def mnist_options():
    return [word for setting in mnist_settings() for word in ("--set", setting)]


def warm(experiment, before, settings, *options):
    """The manifest of a run and the rows of its trials; one with settings of its own went before it in the same process."""
    experiments = OUTPUT / "warm"
    shutil.rmtree(experiments, ignore_errors=True)
    experiments.mkdir(parents=True)
    for name, own in (("1-before", before), ("2-measured", settings)):
        lines = [f'include file("{experiment}")', f"name = {name}", *own]
        (experiments / f"{name}.conf").write_text("\n".join(lines) + "\n")
    glissade(experiments, *options)
    folder = next(RUNS.glob("2-measured/*/manifest.json")).parent
    with open(folder / "trials.csv", newline="") as trials:
        return json.loads((folder / "manifest.json").read_text()), list(csv.DictReader(trials))


def numpy_sweep(folder, trials, epochs):
    """Two processes, each on every other trial; the time until both are done, and the losses of all trials."""
    watch = Stopwatch()
    processes = []
    for share in range(2):
        command = [sys.executable, str(HERE / "numpy_sweep.py"), str(folder), str(epochs), str(share), "2"]
        processes.append(subprocess.Popen([*two_cores(), *command], env={**os.environ, **ONE_THREAD}, text=True,
                                          stdin=subprocess.PIPE, stdout=subprocess.PIPE))
        processes[-1].stdin.write(json.dumps(trials))
        processes[-1].stdin.close()
    losses = {}
    for process in processes:
        losses.update(json.loads(process.stdout.read()))
        process.wait()
    return watch.stop(), losses


def disagreement(rows, losses):
    for row in rows:
        key = f"{row['training.batch-size']}/{float(row['training.learning-rate']):g}"
        for ours, theirs in zip((float(row["final_train_loss"]), float(row["final_test_loss"])), losses[key]):
            if not abs(ours - theirs) <= TOLERANCE * theirs:
                return f"{DISAGREE}: trial {key} {ours:.4f}, numpy {theirs:.4f}"
    return ""


def sweep(rounds, absent, folders):
    options = mnist_options()
    glissade(CONF / "mnist-sweep.conf", "--set", "training.epochs=1", *options)  # builds; warms the file cache
    ours, theirs, note = [], [], "numpy is not installed"
    for _ in range(rounds):
        spent, rows = glissade(CONF / "mnist-sweep.conf", *options)
        ours.append(spent)
        if "numpy" not in absent:
            # Batch sizes in turn, so that each process has half of either.
            trials = sorted(((int(row["training.batch-size"]), float(row["training.learning-rate"])) for row in rows),
                            key=lambda trial: trial[0])
            spent, losses = numpy_sweep(folders["mnist"], trials, int(rows[0]["epochs"]))
            theirs.append(spent)
            note = disagreement(rows, losses)
    if not theirs:
        yield Result("30-trial MNIST sweep", spread(ours), unit="s", note=note)
        return
    yield Result("30-trial MNIST sweep / two numpy", spread(ours), spread(theirs),
                 ratios([t.seconds for t in theirs], [o.seconds for o in ours]),
                 ratios([t.cpu for t in theirs], [o.cpu for o in ours]), 5, "s", note=note)


def circles(rounds):
    times = [glissade(PROJECT / "conf" / "circles.conf")[0] for _ in range(rounds)]
    yield Result("30-trial circles grid, 150 epochs", spread(times), target=15, unit="s", at_most=True)


def cores():
    """A minute on one core, once only. The process that has one core has it for all it does, the JIT compiler included. Four
    cohorts of about the same length, so that neither core is idle at the end."""
    options = ["--set", "training.epochs=60", "--set", 'sweep.grid."training.batch-size"=[10,20,50,100]', *mnist_options()]
    two, _ = glissade(CONF / "mnist-sweep.conf", "--master", "local[2]", *options)
    one, _ = glissade(CONF / "mnist-sweep.conf", "--master", "local[1]", *options, cores=pinned())
    yield Result("60 trials on MNIST, 2 cores / 1 core", spread([two]), spread([one]), ratios([one.seconds], [two.seconds]),
                 target=1.8, unit="s")


def synchronous(rounds):
    """Steps by one Spark job each beside jobs that do nothing, on the same cached shards, in one JVM."""
    command = java("glissade.engine.StepsOnSpark", str(rounds))
    done = subprocess.run([*two_cores(), command[0], f"@{PROJECT}/target/spark-home/java-options", "-Xmx4g", *command[1:]],
                          check=True, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    turns = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    empty, one, sixteen = ([turn[side] for turn in turns] for side in ("empty", "one", "sixteen"))
    yield Result("synchronous step / empty job", Spread(one), Spread(empty), ratios(one, empty), target=1.3, unit="ms",
                 at_most=True)
    yield Result("synchronous step, 16 lanes / one", Spread(sixteen), Spread(one), ratios(sixteen, one), target=1.7,
                 unit="ms", at_most=True)


def tiny_grid(rates, penalties):
    file = OUTPUT / "tiny.conf"
    file.write_text(f'include file("{CONF / "tiny.conf"}")\nsweep.grid {{\n'
                    f"  training.learning-rate = {[round(0.001 * (i + 1), 6) for i in range(rates)]}\n"
                    f"  model.l2 = {[round(0.0001 * (i + 1), 6) for i in range(penalties)]}\n}}\n")
    return file


def tiny(rounds):
    """What 10,000 trials take beyond the start that 16 take as well, their training included."""
    overheads = []
    for _ in range(rounds):
        few, _ = glissade(tiny_grid(4, 4))
        many, rows = glissade(tiny_grid(100, 100))
        overheads.append((many.seconds - few.seconds) * 1000 / len(rows))
    yield Result("10,000 tiny trials, overhead a trial", Spread(overheads), target=1, unit="ms", at_most=True)
