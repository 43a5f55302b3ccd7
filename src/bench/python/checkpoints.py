"""What it costs to keep the states of cohorts: a sweep of a minute and more with them and without, in turn."""
import json

from contest import Result, Spread, ratios
from whole import CONF, RUNS, glissade, mnist_options

# Adam's state is three times as large as plain descent's.
SETTINGS = ("training.epochs=80", "training.optimizer.type=adam", "output.report=false",
            "output.details=0")
WAYS = {"never": "checkpoint.every-minutes=1000000", "every minute": "checkpoint.every-minutes=1",
        "as often as may be": "checkpoint.every-minutes=0"}
MOST = 1.02


def seconds(way):
    """Of training, on the wall: what comes before and after is the same."""
    settings = [word for setting in (*SETTINGS, WAYS[way]) for word in ("--set", setting)]
    glissade(CONF / "mnist-sweep.conf", *settings, *mnist_options())
    return json.loads(next(RUNS.glob("*/*/manifest.json")).read_text())["seconds"]


def rows(rounds):
    glissade(CONF / "mnist-sweep.conf", "--set", "training.epochs=1", *mnist_options())  # builds; warms the file cache
    took = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            took[way].append(seconds(way))
    never = took["never"]
    for way in list(WAYS)[1:]:
        yield Result(f"30 trials, states kept {way} / never", Spread(took[way]), Spread(never), ratios(took[way], never),
                     target=MOST, unit="s", at_most=True)
