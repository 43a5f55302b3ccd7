"""Rows measured on one core, inside warm processes: example-trials a second, evaluation included."""
import sys

from contest import DISAGREE, Contestant, Result, Spread, ratios

EPOCHS = 3
FUSED = 16
# Rates at which plain descent learns well and quickly; others are scaled so that losses stay comparable.
SOFTMAX_RATES = {10: 0.01, 100: 0.05}
# Share of the time in which something is still being compiled, beside the training.
SETTLED = 0.05
SCALE = {"sgd": 1, "momentum": 0.1, "adam": 0.02}


def rates(base, count):
    return [base * (1 + 0.1 * i) for i in range(count)]


introduced = set()


def introduce(contestant):
    """Says once what a contestant runs on."""
    if contestant.name not in introduced:
        introduced.add(contestant.name)
        print(f"{contestant.name}: {contestant.ready}", file=sys.stderr)


def settle(contestant, request):
    """Trains until the JIT compiler has little left to do: two to six times."""
    for turn in range(6):
        answer = contestant.train(request)
        if turn and answer["compiling"] < SETTLED * answer["seconds"]:
            return


class Row:
    """Ours trains `trials` trials in cohorts of `lanes`; a peer the first and the last of them, PyTorch the first only."""

    def __init__(self, name, targets, model, optimizer, batch, rate, lanes, trials, data="mnist", epochs=EPOCHS, tolerance=0.03):
        self.name, self.targets, self.lanes, self.data, self.tolerance = name, targets, lanes, data, tolerance
        self.words = f"model={model} optimizer={optimizer} batch={batch} epochs={epochs}"
        self.rates = rates(rate, trials)

    def request(self, contestant):
        chosen = {"ours": self.rates, "numpy": [self.rates[0], self.rates[-1]]}.get(contestant, self.rates[:1])
        return f"{self.words} lanes={self.lanes} rates=" + ",".join(map(str, chosen))

    def run(self, rounds, absent, folders):
        peers = [peer for peer in self.targets if peer not in absent]
        contestants = [Contestant(name, folders[self.data]) for name in ("ours", *peers)]
        for each in contestants:
            introduce(each)
        try:
            settle(contestants[0], self.request("ours"))
            answers = {each.name: [] for each in contestants}
            for _ in range(rounds):
                for each in contestants:
                    answers[each.name].append(each.train(self.request(each.name)))
        finally:
            for each in contestants:
                each.close()
        return self.results(answers)

    def results(self, answers):
        def rates_of(name, key="rate"):
            return [answer[key] / 1e6 for answer in answers[name]]

        ours = Spread(rates_of("ours"))
        lanes = "lanes " + "+".join(map(str, sorted(set(answers["ours"][0]["lanes"]))))
        for peer in [name for name in answers if name != "ours"]:
            yield Result(
                f"{self.name} / {peer}", ours, Spread(rates_of(peer)), ratios(rates_of("ours"), rates_of(peer)),
                ratios(rates_of("ours", "cpu_rate"), rates_of(peer, "cpu_rate")), self.targets[peer],
                note=self.disagreement(peer, answers["ours"][0], answers[peer][0]) or lanes)
        if len(answers) == 1:
            yield Result(self.name, ours, note=f"{lanes}, no peer present")

    def disagreement(self, peer, ours, theirs):
        """Empty when trials of equal rate end at the same loss; shuffles and starting weights are each one's own."""
        places = [0, -1][: len(theirs["train_losses"])]
        for key in ("train_losses", "test_losses"):
            for place in places:
                a, b = ours[key][place], theirs[key][place]
                if not abs(a - b) <= self.tolerance * b:
                    return f"{DISAGREE}: {key} {a:.4f}, {peer} {b:.4f}"
        return ""


def softmax_rows():
    targets = {"sgd": {"numpy": 11, "torch": 40}, "momentum": {"numpy": 7}, "adam": {"numpy": 6}}
    for optimizer, peers in targets.items():
        for batch, rate in SOFTMAX_RATES.items():
            yield Row(f"fused softmax {optimizer} batch {batch}", peers, "softmax", optimizer, batch,
                      rate * SCALE[optimizer], FUSED, FUSED)


def dense_rows():
    for batch, rate in SOFTMAX_RATES.items():
        yield Row(f"fused softmax dense sgd batch {batch}", {"numpy": 6}, "softmax", "sgd", batch, rate / 10, FUSED, FUSED,
                  data="blobs")


def mlp_rows():
    yield Row("mlp 784-128-10 batch 64, planned width", {"numpy": 2, "torch": None, "sklearn": None}, "mlp", "sgd", 64, 0.05,
              "planned", FUSED, epochs=2, tolerance=0.1)


def solo_rows():
    yield Row("solo softmax sgd batch 10", {"numpy": 4}, "softmax", "sgd", 10, SOFTMAX_RATES[10], 1, 2)
    yield Row("solo mlp batch 64", {"numpy": 1.5}, "mlp", "sgd", 64, 0.05, 1, 2, epochs=2, tolerance=0.1)


def widths(rounds, folders):
    """Whether the planned width is the fastest: each width trains the same 16 trials in the same process."""
    contestant = Contestant("ours", folders["mnist"])
    words = "model=mlp optimizer=sgd batch=64 epochs=1 rates=" + ",".join(map(str, rates(0.05, FUSED)))
    choices = ["planned", 1, FUSED]
    wall, cpu = ({lanes: [] for lanes in choices} for _ in range(2))
    for lanes in choices:
        settle(contestant, f"{words} lanes={lanes}")
    for _ in range(rounds):
        for lanes in choices:
            answer = contestant.train(f"{words} lanes={lanes}")
            wall[lanes].append(answer["rate"] / 1e6)
            cpu[lanes].append(answer["cpu_rate"])
            if lanes == "planned":
                planned = answer["lanes"][0]
    contestant.close()
    for lanes in choices[1:]:
        yield Result(f"mlp planned width {planned} / width {lanes}", Spread(wall["planned"]), Spread(wall[lanes]),
                     ratios(wall["planned"], wall[lanes]), ratios(cpu["planned"], cpu[lanes]), 0.95)
