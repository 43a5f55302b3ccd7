"""Rows beside what Spark itself offers, on the same rows and the same cores, both warm, start-up left out."""
import json
import os
import subprocess

from contest import DISAGREE, OUTPUT, PROJECT, Result, Spread, java, ratios
from whole import CONF, two_cores, warm

ROWS = 10_000
# Over the data: theirs are line searches on all rows, ours are epochs of mini-batches. Fewer of ours reach a lower loss.
PASSES = 10
EPOCHS = 2
STEPS = 400
CORES = min(2, os.cpu_count() or 1)
PENALTIES = [round(0.0001 * (i + 1), 4) for i in range(30)]


def digits():
    """Drawn by our own generator, read by both sides."""
    folder = OUTPUT / "data" / "digits-libsvm"
    if not (folder / "train.libsvm").exists():
        subprocess.run([PROJECT / "submit" / "glissade", "data", "digits", "--rows", str(ROWS), "--format", "libsvm",
                        "--out", folder], check=True, capture_output=True)
    return folder / "train.libsvm"


def theirs(what, file, passes):
    command = [*two_cores(), *java("glissade.bench.SparkPeers", what, str(file), str(CORES), str(passes))]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench: spark.ml {what} ended with {done.returncode}\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def ours(file, before, *settings):
    path = f'data.path="{file}"'
    return warm(CONF / "spark-peers.conf", (path, *before), (path, *settings), "--master", f"local[{CORES}]")


def grid(row, what, rounds, file, points, *settings):
    """Both sides have met two points before they are given thirty."""
    mine, other, note = [], [], ""
    settings = (f"training.epochs={EPOCHS}", *settings)
    for _ in range(rounds):
        manifest, trials = ours(file, (*settings, points(2)), *settings, points(30))
        peer = theirs(what, file, PASSES)
        mine.append(manifest["trials"] / manifest["seconds"])
        other.append(peer["count"] / peer["seconds"])
        best = min(float(trial["best_validation_loss"]) for trial in trials if trial["best_validation_loss"])
        words = f"best held-out loss {best:.3f}, theirs {peer['loss']:.3f}"
        note = words if best <= peer["loss"] else f"{DISAGREE}: {words}"
    return Result(row, Spread(mine), Spread(other), ratios(mine, other), target=20, unit="/s", note=note)


def rows(rounds):
    file = digits()
    yield grid("30 softmax trials / CrossValidator", "softmax", rounds, file,
               lambda count: f"sweep.grid={{model.l2={PENALTIES[:count]}}}",
               "model.type=softmax", "model.l2-form=plain", "training.learning-rate=0.05")
    yield grid("30 perceptrons / CrossValidator", "perceptron", rounds, file, "sweep.replicates={}".format,
               "model.type=mlp", "model.hidden=[32]", "model.activation=sigmoid", "training.learning-rate=0.3")

    def descent(steps):
        return (f"training.epochs={steps}", f"training.stop.steps={steps}", "model.type=softmax", "data.validation=0",
                "output.best-by=train.loss", "training.engine=synchronous", "training.learning-rate=0.05",
                f"training.shards={CORES}")

    mine, other = [], []
    for _ in range(rounds):
        manifest, _ = ours(file, descent(STEPS // 4), *descent(STEPS))
        peer = theirs("steps", file, STEPS)
        mine.append(manifest["seconds"] / STEPS * 1000)
        other.append(peer["seconds"] / peer["count"] * 1000)
    yield Result("a step on Spark / runMiniBatchSGD", Spread(mine), Spread(other), ratios(other, mine), unit="ms")
