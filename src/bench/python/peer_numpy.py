"""NumPy, float32, one trial after the other."""
import numpy as np

from numpy_network import Network
from peer import serve


def train(request, data, rate, seed=42):
    sizes = [data.train_x.shape[1], *request.hidden, 10]
    network = Network(sizes, request.batch, request.optimizer, seed)
    random = np.random.default_rng(seed)
    for _ in range(request.epochs):
        loss = network.epoch(data.train_x, data.train_y, random.permutation(len(data.train_y)), rate)
        test_loss, accuracy = network.evaluate(data.test_x, data.test_y)
    return loss, test_loss, accuracy


def library():
    """The BLAS behind NumPy, by the file it has loaded: the reference one would make this comparison worthless."""
    np.dot(np.ones((2, 2), np.float32), np.ones((2, 2), np.float32))
    try:
        with open("/proc/self/maps") as maps:
            files = {line.split("/")[-1].strip() for line in maps if "blas" in line or "mkl" in line}
    except OSError:
        return "unknown BLAS"
    return " ".join(sorted(files)) or "unknown BLAS"


if __name__ == "__main__":
    serve(train, f"NumPy {np.__version__}, {library()}")
