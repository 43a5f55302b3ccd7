"""Rows measured as whole processes on two cores, start-up included."""
import csv
import json
import os
import shutil
import subprocess
import sys
import time

from contest import HERE, ONE_THREAD, OUTPUT, PROJECT, Result, Spread

CONF = PROJECT / "src" / "bench" / "conf"
RUNS = OUTPUT / "runs"
TOLERANCE = 0.03


def two_cores():
    return ["taskset", "-c", "0,1"] if shutil.which("taskset") and (os.cpu_count() or 1) > 2 else []


def glissade(experiment, *options):
    """Seconds of one run, and the rows of its trials."""
    shutil.rmtree(RUNS, ignore_errors=True)
    command = [*two_cores(), str(PROJECT / "submit" / "glissade"), "run", str(experiment), "--out", str(RUNS), *options]
    begin = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    seconds = time.monotonic() - begin
    if done.returncode:
        raise SystemExit(f"bench: {' '.join(command)} ended with {done.returncode}\n{done.stderr}")
    with open(next(RUNS.glob("*/*/trials.csv")), newline="") as file:
        return seconds, list(csv.DictReader(file))


def mnist_options():
    if os.environ.get("GLISSADE_MNIST"):
        return []
    settings = ("data.source=digits", "data.rows=60000", "data.test-rows=10000")
    return [word for setting in settings for word in ("--set", setting)]


def numpy_sweep(folder, trials, epochs):
    """Two processes, each on every other trial; seconds until both are done, and the losses of all trials."""
    begin = time.monotonic()
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
    return time.monotonic() - begin, losses


def disagreement(rows, losses):
    for row in rows:
        key = f"{row['training.batch-size']}/{float(row['training.learning-rate']):g}"
        for ours, theirs in zip((float(row["final_train_loss"]), float(row["final_test_loss"])), losses[key]):
            if not abs(ours - theirs) <= TOLERANCE * theirs:
                return f"LOSSES DIFFER: trial {key} {ours:.4f}, numpy {theirs:.4f}"
    return ""


def sweep(rounds, absent, folders):
    options = mnist_options()
    glissade(CONF / "mnist-sweep.conf", "--set", "training.epochs=1", *options)  # builds; warms the file cache
    ours, theirs, note = [], [], "numpy is not installed"
    for _ in range(rounds):
        seconds, rows = glissade(CONF / "mnist-sweep.conf", *options)
        ours.append(seconds)
        if "numpy" not in absent:
            # Batch sizes in turn, so that each process has half of either.
            trials = sorted(((int(row["training.batch-size"]), float(row["training.learning-rate"])) for row in rows),
                            key=lambda trial: trial[0])
            seconds, losses = numpy_sweep(folders["mnist"], trials, int(rows[0]["epochs"]))
            theirs.append(seconds)
            note = disagreement(rows, losses)
    ratio = Spread(b / a for a, b in zip(ours, theirs)) if theirs else None
    yield Result("30-trial MNIST sweep / two numpy", Spread(ours), Spread(theirs) if theirs else None, ratio, 5 if theirs else None,
                 "s", note=note)


def circles(rounds):
    seconds = [glissade(PROJECT / "conf" / "circles.conf")[0] for _ in range(rounds)]
    yield Result("30-trial circles grid, 150 epochs", Spread(seconds), None, None, 15, "s", at_most=True)


def cores():
    """Once only, and unpinned: with one training thread the JIT compiler still has the other core to itself."""
    options = ["--set", "training.epochs=60", *mnist_options()]
    two, _ = glissade(CONF / "mnist-sweep.conf", "--master", "local[2]", *options)
    one, _ = glissade(CONF / "mnist-sweep.conf", "--master", "local[1]", *options)
    yield Result("MNIST sweep, 2 cores / 1 core", Spread([two]), Spread([one]), Spread([one / two]), 1.8, "s")


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
        overheads.append((many - few) * 1000 / len(rows))
    yield Result("10,000 tiny trials, overhead a trial", Spread(overheads), None, None, 1, "ms", at_most=True)
