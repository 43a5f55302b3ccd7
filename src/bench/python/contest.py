"""Contestants that stay alive and take turns: A B A B. While one trains, the others wait for their next line."""
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
OUTPUT = PROJECT / "target" / "bench"
CLASS_PATH = os.environ.get("GLISSADE_BENCH_CLASS_PATH", "")
JAVA = os.environ.get("GLISSADE_BENCH_JAVA", "java")

# One thread for each peer, as we have one; set before a library is loaded.
ONE_THREAD = dict.fromkeys(["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"], "1")
PEERS = {"numpy": "numpy", "torch": "torch", "sklearn": "sklearn"}


def absent_peers():
    return [name for name, module in PEERS.items() if subprocess.run(
        [sys.executable, "-c", f"import {module}"], capture_output=True).returncode]


def java(*arguments):
    return [JAVA, "--add-modules", "jdk.incubator.vector", "-cp", CLASS_PATH, *arguments]


def pinned():
    """Puts a command on one core, where the system can."""
    return ["taskset", "-c", os.environ.get("GLISSADE_BENCH_CPU", "0")] if shutil.which("taskset") else []


class Contestant:
    def __init__(self, name, folder):
        self.name = name
        program = java("glissade.bench.TrainingRate") if name == "ours" else [sys.executable, str(HERE / f"peer_{name}.py")]
        self.process = subprocess.Popen(
            [*pinned(), *program, str(folder)], env={**os.environ, **ONE_THREAD}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.ready = self._answer()["ready"]

    def train(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"bench: {self.name} died with status {self.process.wait()}")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Spread:
    """Several measurements of one thing."""

    def __init__(self, values):
        self.values = list(values)
        self.median = statistics.median(self.values)
        self.least = min(self.values)
        self.most = max(self.values)

    def text(self):
        form = "{:.0f}" if self.median >= 100 else "{:.2f}" if self.median >= 0.1 else "{:.3f}"
        texts = [form.format(value) for value in (self.median, self.least, self.most)]
        return f"{texts[0]} ({texts[1]}..{texts[2]})"


DISAGREE = "LOSSES DIFFER"


class Result:
    """One row of the table. Ratios are taken round by round, so that a machine that changes its speed changes them little;
    that of CPU seconds holds even beside other programs."""

    def __init__(self, row, ours, other=None, ratio=None, cpu_ratio=None, target=None, unit="M/s", at_most=False, note=""):
        self.row, self.ours, self.other, self.ratio, self.cpu_ratio = row, ours, other, ratio, cpu_ratio
        self.target, self.unit, self.at_most, self.note = target, unit, at_most, note

    def verdict(self):
        if self.note.startswith(DISAGREE):
            return "VOID"  # a rate means nothing when the two sides did not learn the same
        if self.target is None:
            return ""
        value = (self.ratio or self.ours).median
        return "ok" if (value <= self.target if self.at_most else value >= self.target) else "MISSED"


def ratios(above, below):
    return Spread(a / b for a, b in zip(above, below))
