"""Runs the rows of the table of targets that need no cluster; see submit/bench."""
import csv
import os
import platform
import subprocess
import sys
import time

import checkpoints
import single_core
import sources
import spark_peers
import startup
import whole
import workers
from contest import OUTPUT, PROJECT, absent_peers, java, pinned

ROUNDS = int(os.environ.get("GLISSADE_BENCH_ROUNDS", "2"))
SINGLE_CORE = {
    "softmax": single_core.softmax_rows,
    "solo": single_core.solo_rows,
    "mlp": single_core.mlp_rows,
    "dense": single_core.dense_rows,
}
WHOLE = {
    "sweep": lambda absent, data: whole.sweep(ROUNDS, absent, data),
    "circles": lambda absent, data: whole.circles(ROUNDS),
    "tiny": lambda absent, data: whole.tiny(ROUNDS),
    "cores": lambda absent, data: whole.cores(),
    "synchronous": lambda absent, data: whole.synchronous(ROUNDS),
}
NAMES = [*SINGLE_CORE, "widths", *WHOLE, "data"]
# Minutes long, and so only when asked for.
LONG = {
    "spark-ml": lambda: spark_peers.rows(ROUNDS),
    "workers": lambda: workers.rows(ROUNDS),
    "checkpoints": lambda: checkpoints.rows(ROUNDS),
}
# Tables of their own, printed before the rows: how fast each kernel is; how long a steady step takes and what it allocates.
FEW_STEPS = "fused-steps"
TABLES = {
    "kernels": ["glissade.bench.KernelTable"],
    "steps": ["glissade.bench.StepTable"],
    FEW_STEPS: ["glissade.bench.StepTable", "FUSED_SOFTMAX_10"],
}


# Seconds that each part took.
took = {}


def folders():
    """The data of both sides; written once by our own reader and generators."""
    mnist = "mnist" if os.environ.get("GLISSADE_MNIST") else "digits"
    found = {"mnist": OUTPUT / "data" / mnist, "blobs": OUTPUT / "data" / "blobs"}
    for folder in found.values():
        if not (folder / "test.y").exists():
            subprocess.run(java("glissade.bench.WriteData", folder.name, str(folder)), check=True, stderr=subprocess.DEVNULL)
    print(f"data: {mnist}, 60,000 rows of 784 features" + ("" if mnist == "mnist" else " (GLISSADE_MNIST is not set)"))
    return found


def machine():
    try:
        with open("/proc/cpuinfo") as facts:
            model = next(line.split(":", 1)[1].strip() for line in facts if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    print(f"machine: {model}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC")
    busy, cores = os.getloadavg()[0], os.cpu_count() or 1
    if busy > cores / 4:
        print(f"other programs are running (load {busy:.1f} on {cores} cores): read the ratio of CPU seconds, not of time")


def results(names):
    """The rows, each as soon as it is measured."""
    alone = set(names) <= {"data", "synchronous", *LONG}
    data, absent = ({}, []) if alone else (folders(), absent_peers())
    if absent:
        print("left out, not installed: " + ", ".join(absent))
    for name in names:
        begin = time.monotonic()
        if name == "data":
            yield from sources.rows(ROUNDS)
        elif name in LONG:
            yield from LONG[name]()
        elif name in SINGLE_CORE:
            for row in SINGLE_CORE[name]():
                yield from row.run(ROUNDS, absent, data)
        elif name == "widths":
            yield from single_core.widths(ROUNDS, data)
        else:
            yield from WHOLE[name](absent, data)
        took[name] = time.monotonic() - begin


HEAD = f"{'row':50} {'ours':>20} {'other':>20} {'unit':4} {'ratio':>20} {'of cpu':>7} {'target':>7}"


def line(result):
    target = "" if result.target is None else f"{'<=' if result.at_most else '>='} {result.target:g}"
    return (f"{result.row:50} {result.ours.text():>20} {result.other.text() if result.other else '':>20} {result.unit:4} "
            f"{result.ratio.text() if result.ratio else '':>20} "
            f"{f'{result.cpu_ratio.median:.2f}' if result.cpu_ratio else '':>7} {target:>7} {result.verdict():6} {result.note}").rstrip()


def cells(result):
    row = [result.row, result.unit]
    for spread in (result.ours, result.other, result.ratio, result.cpu_ratio):
        row += [spread.median, spread.least, spread.most] if spread else ["", "", ""]
    return row + [result.target, "at most" if result.at_most else "at least", result.verdict(), result.note]


def main():
    names = sys.argv[1:] or [FEW_STEPS, *NAMES]
    known = [*NAMES, *LONG, *TABLES, "startup", "growth"]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise SystemExit(f"bench: no row is called {unknown[0]}; there are {', '.join(known)}")
    begin, missed = time.monotonic(), 0
    machine()
    for name in names:
        if name in TABLES:
            start = time.monotonic()
            missed |= show_table(name)
            took[name] = time.monotonic() - start
        elif name == "startup":
            startup.show()
        elif name == "growth":
            growth()
    rows = [name for name in names if name in NAMES or name in LONG]
    if rows:
        measure(rows)
    parts = ", ".join(f"{name} {seconds:.0f}" for name, seconds in took.items())
    print(f"\n{time.monotonic() - begin:.0f} s{f' ({parts})' if parts else ''}, tables in {OUTPUT}")
    sys.exit(missed)


def show_table(name):
    """Whether it missed its target."""
    program, *arguments = TABLES[name]
    text = ""
    with subprocess.Popen([*pinned(), *java(program, str(OUTPUT / f"{name}.csv"), *arguments)], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as table:
        print()
        for line in table.stdout:
            if not line.startswith("WARNING: Using incubator"):
                print(line, end="", flush=True)
                text += line
    if table.returncode and "MISSED" not in text:
        raise SystemExit(f"bench: {program} ended with {table.returncode}")
    return table.returncode


def growth():
    """Synchronous steps on two local cores, in a JVM with the options that Spark wants."""
    options = "@" + str(PROJECT / "target" / "spark-home" / "java-options")
    command = java("glissade.bench.GrowthTable", str(OUTPUT / "growth.csv"))
    print(subprocess.run([*whole.two_cores(), command[0], options, "-Xmx4g", *command[1:]], check=True, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout, end="")


def measure(names):
    table = OUTPUT / time.strftime("bench-%Y%m%d-%H%M%S.csv", time.gmtime())
    with open(table, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["row", "unit", *(f"{side}_{what}" for side in ("ours", "other", "ratio", "cpu_ratio") for what in ("median", "min", "max")),
                      "target", "sense", "verdict", "note"])
        heading = HEAD
        for result in results(names):
            if heading:
                print(f"\nmedian (least..most) of {ROUNDS} rounds\n{heading}")
                heading = None
            print(line(result), flush=True)
            out.writerow(cells(result))
            file.flush()


if __name__ == "__main__":
    main()
