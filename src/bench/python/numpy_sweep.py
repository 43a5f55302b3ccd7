"""A share of the MNIST sweep in NumPy: `numpy_sweep.py DATA-FOLDER EPOCHS SHARE OF`, the trials as JSON on standard input.

What src/bench/conf/mnist-sweep.conf asks of us: a tenth of the rows held out and measured after every epoch, the test split
measured once. In its favour: the data lies ready as float32, and nothing is written but the losses.
"""
import json
import sys

import numpy as np

from numpy_network import Network
from peer import Data

HELD_OUT = 0.1


def main(folder, epochs, share, of):
    data = Data(folder)
    random = np.random.default_rng(42)
    order = random.permutation(len(data.train_y))
    held_out = order[: int(len(order) * HELD_OUT)]
    validation_x, validation_y = data.train_x[held_out], data.train_y[held_out]
    training = order[len(held_out) :]
    losses = {}
    for batch, rate in json.load(sys.stdin)[share::of]:
        network = Network([data.train_x.shape[1], 10], batch, "sgd", 42)
        for _ in range(epochs):
            loss = network.epoch(data.train_x, data.train_y, random.permutation(training), rate)
            network.evaluate(validation_x, validation_y)
        losses[f"{batch}/{rate:g}"] = loss, *network.evaluate(data.test_x, data.test_y)
    print(json.dumps(losses))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
