"""PyTorch, float32, one thread, one trial after the other; rows are indexed directly, which is far faster than its loader."""
import torch
from torch.nn import functional

from peer import serve

torch.set_num_threads(1)


def network(sizes, random):
    layers = []
    for i, o in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(i, o), torch.nn.ReLU()]
        torch.nn.init.zeros_(layers[-2].bias)
        with torch.no_grad():
            layers[-2].weight.normal_(0, (2 / i) ** 0.5 if len(sizes) > 2 else 0, generator=random)
    return torch.nn.Sequential(*layers[:-1])


def optimizer(name, parameters, rate):
    if name == "adam":
        return torch.optim.Adam(parameters, lr=rate)
    return torch.optim.SGD(parameters, lr=rate, momentum=0.9 if name == "momentum" else 0)


def train(request, data, rate, seed=42):
    train_x, train_y = torch.from_numpy(data.train_x), torch.from_numpy(data.train_y)
    test_x, test_y = torch.from_numpy(data.test_x), torch.from_numpy(data.test_y)
    random = torch.Generator().manual_seed(seed)
    model = network([train_x.shape[1], *request.hidden, 10], random)
    descent = optimizer(request.optimizer, model.parameters(), rate)
    for _ in range(request.epochs):
        total = torch.zeros(())
        for rows in torch.randperm(len(train_y), generator=random).split(request.batch):
            descent.zero_grad()
            loss = functional.cross_entropy(model(train_x[rows]), train_y[rows])
            loss.backward()
            descent.step()
            total += loss.detach() * len(rows)
        with torch.no_grad():
            z = model(test_x)
            test_loss = functional.cross_entropy(z, test_y).item()
            accuracy = (z.argmax(1) == test_y).float().mean().item()
    return total.item() / len(train_y), test_loss, accuracy


if __name__ == "__main__":
    serve(train, f"PyTorch {torch.__version__}")
