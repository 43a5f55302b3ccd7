"""scikit-learn's perceptron, float32, plain SGD, no penalty. It starts from its own weights and reports no loss per epoch
on the test split, so that is computed from its probabilities."""
import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

from peer import serve


def train(request, data, rate, seed=42):
    model = MLPClassifier(
        request.hidden, solver="sgd", momentum=0, nesterovs_momentum=False, alpha=0, batch_size=request.batch,
        learning_rate_init=rate, random_state=seed,
    )
    for _ in range(request.epochs):
        model.partial_fit(data.train_x, data.train_y, classes=np.arange(10))
        p = model.predict_proba(data.test_x)
        test_loss = -float(np.log(np.maximum(p[np.arange(len(p)), data.test_y], 1e-30)).mean())
        accuracy = float(np.mean(p.argmax(axis=1) == data.test_y))
    return float(model.loss_), test_loss, accuracy


if __name__ == "__main__":
    serve(train, f"scikit-learn {sklearn.__version__}")
