"""Softmax regression and perceptrons in NumPy, float32, as one writes them who knows NumPy well: no temporary arrays (every
operation has an `out`), one `take` a batch, all parameters in one flat array so that an update is a handful of calls."""
import numpy as np


def sgd(size):
    def update(w, g, rate):
        g *= rate
        w -= g

    return update


def momentum(size, mu=np.float32(0.9)):
    velocity = np.zeros(size, np.float32)

    def update(w, g, rate):
        np.multiply(velocity, mu, out=velocity)
        g *= rate
        np.add(velocity, g, out=velocity)
        w -= velocity

    return update


def adam(size, beta1=0.9, beta2=0.999, epsilon=np.float32(1e-8)):
    mean, square, scratch = (np.zeros(size, np.float32) for _ in range(3))
    products = [1.0, 1.0]

    def update(w, g, rate):
        products[0] *= beta1
        products[1] *= beta2
        np.multiply(mean, np.float32(beta1), out=mean)
        np.multiply(g, np.float32(1 - beta1), out=scratch)
        np.add(mean, scratch, out=mean)
        np.multiply(square, np.float32(beta2), out=square)
        np.multiply(g, g, out=g)
        g *= np.float32(1 - beta2)
        np.add(square, g, out=square)
        np.sqrt(square, out=scratch)
        np.multiply(scratch, np.float32((1 - products[1]) ** -0.5), out=scratch)
        np.add(scratch, epsilon, out=scratch)
        np.divide(mean, scratch, out=scratch)
        np.multiply(scratch, np.float32(rate / (1 - products[0])), out=scratch)
        w -= scratch

    return update


OPTIMIZERS = {"sgd": sgd, "momentum": momentum, "adam": adam}


class Network:
    """Relu layers under a softmax. Weights start at zero without hidden layers, else as He has it; biases at zero."""

    def __init__(self, sizes, batch, optimizer, seed):
        random = np.random.default_rng(seed)
        count = sum((i + 1) * o for i, o in zip(sizes, sizes[1:]))
        self.parameters = np.zeros(count, np.float32)
        self.gradient = np.zeros(count, np.float32)
        self.weights, self.biases = self._views(self.parameters, sizes)
        self.weight_gradients, self.bias_gradients = self._views(self.gradient, sizes)
        if len(sizes) > 2:
            for weights in self.weights:
                weights[:] = random.normal(0, (2 / len(weights)) ** 0.5, weights.shape)
        self.update = OPTIMIZERS[optimizer](count)
        self.batch = batch
        self.rows = np.empty((batch, sizes[0]), np.float32)
        self.outputs = [np.empty((batch, size), np.float32) for size in sizes[1:]]
        self.deltas = [np.empty((batch, size), np.float32) for size in sizes[1:-1]]
        self.places = np.arange(batch)

    @staticmethod
    def _views(flat, sizes):
        weights, biases, at = [], [], 0
        for i, o in zip(sizes, sizes[1:]):
            weights.append(flat[at : at + i * o].reshape(i, o))
            biases.append(flat[at + i * o : at + (i + 1) * o])
            at += (i + 1) * o
        return weights, biases

    def epoch(self, x, y, order, rate):
        """One pass; the mean over all rows of the loss each had just before its batch's update."""
        total = 0.0
        for start in range(0, len(order), self.batch):
            rows = order[start : start + self.batch]
            total += self.step(x.take(rows, axis=0, out=self.rows[: len(rows)], mode="clip"), y[rows], rate)
        return total / len(order)

    def step(self, x, labels, rate):
        n = len(labels)
        outputs = [out[:n] for out in self.outputs]
        inputs = [x] + outputs[:-1]
        for layer, out in enumerate(outputs):
            np.dot(inputs[layer], self.weights[layer], out=out)
            out += self.biases[layer]
            if layer < len(outputs) - 1:
                np.maximum(out, 0, out=out)
        z = outputs[-1]
        z -= z.max(axis=1, keepdims=True)
        right = z[self.places[:n], labels].sum()
        np.exp(z, out=z)
        sums = z.sum(axis=1, keepdims=True)
        loss = float(np.log(sums).sum() - right)
        z /= sums
        z[self.places[:n], labels] -= 1
        z *= np.float32(1 / n)
        self.backward(inputs, outputs)
        self.update(self.parameters, self.gradient, np.float32(rate))
        return loss

    def backward(self, inputs, outputs):
        delta = outputs[-1]
        for layer in range(len(outputs) - 1, -1, -1):
            np.dot(inputs[layer].T, delta, out=self.weight_gradients[layer])
            delta.sum(axis=0, out=self.bias_gradients[layer])
            if layer > 0:
                below = self.deltas[layer - 1][: len(delta)]
                np.dot(delta, self.weights[layer].T, out=below)
                below *= inputs[layer] > 0
                delta = below

    def evaluate(self, x, y):
        """Loss and accuracy of a whole split in one go."""
        for layer, (weights, biases) in enumerate(zip(self.weights, self.biases)):
            x = x @ weights
            x += biases
            if layer < len(self.weights) - 1:
                np.maximum(x, 0, out=x)
        right = np.mean(x.argmax(axis=1) == y)
        x -= x.max(axis=1, keepdims=True)
        losses = np.log(np.exp(x).sum(axis=1)) - x[np.arange(len(y)), y]
        return float(losses.mean(dtype=np.float64)), float(right)
