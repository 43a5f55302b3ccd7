"""What the peers have in common: the data, and a line of JSON for each line of request. No peer is told more than ours.

A request is `model=softmax|mlp optimizer=sgd|momentum|adam batch=N epochs=N rates=A,B,...`: a trial for each rate, one
after the other, each from its own start. Seconds run from the fresh trials to their last epoch's evaluation.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np

HIDDEN = {"softmax": [], "mlp": [128]}


class Data:
    def __init__(self, folder):
        self.train_x, self.train_y = self._split(Path(folder), "train")
        self.test_x, self.test_y = self._split(Path(folder), "test")

    @staticmethod
    def _split(folder, name):
        targets = np.fromfile(folder / f"{name}.y", "<f4").astype(np.int64)
        return np.fromfile(folder / f"{name}.x", "<f4").reshape(len(targets), -1), targets


class Request:
    def __init__(self, line):
        words = dict(word.split("=", 1) for word in line.split())
        self.hidden = HIDDEN[words["model"]]
        self.optimizer = words["optimizer"]
        self.batch = int(words["batch"])
        self.epochs = int(words["epochs"])
        self.rates = [float(rate) for rate in words["rates"].split(",")]


def serve(train, description):
    """Answers requests; `train(request, data, rate)` returns (training loss, test loss, test accuracy) of the last epoch."""
    data = Data(sys.argv[1])
    print(json.dumps({"ready": description}), flush=True)
    for line in sys.stdin:
        request = Request(line)
        begin, begin_cpu = time.perf_counter(), time.process_time()
        ends = [train(request, data, rate) for rate in request.rates]
        seconds, cpu_seconds = time.perf_counter() - begin, time.process_time() - begin_cpu
        examples = len(data.train_y) * request.epochs * len(request.rates)
        losses, test_losses, accuracies = zip(*ends)
        print(json.dumps({
            "seconds": seconds,
            "rate": examples / seconds,
            "cpu_rate": examples / cpu_seconds,
            "train_losses": losses,
            "test_losses": test_losses,
            "test_accuracies": accuracies,
        }), flush=True)
