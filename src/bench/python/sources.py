"""Rows about data: how fast they are generated and read on one core, and how soon MNIST is ready to train on."""
import json
import os
import shutil
import subprocess
import time

from contest import OUTPUT, Result, Spread, java, pinned, ratios

# Turns of a JVM before it counts as warm.
WARM_UP = 5
READY_SECONDS = 1.5
HEAP = "-Xmx2g"


def lines(program, *arguments):
    """What a program says, line by line, on one core."""
    command = [*pinned(), *java(HEAP, f"glissade.bench.{program}", *map(str, arguments))]
    with subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        yield from process.stdout
    if process.returncode:
        raise SystemExit(f"bench: {' '.join(command)} ended with {process.returncode}")


def stand_in():
    return "" if os.environ.get("GLISSADE_MNIST") else "digits of that size (GLISSADE_MNIST is not set)"


def files():
    """The files to read; written once, by our own code."""
    folder = OUTPUT / "data" / ("sources-digits" if stand_in() else "sources-mnist")
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        list(lines("SourceFiles", folder))
        (folder / "done").touch()
    return folder


def pass_row(answer):
    """Rows a second; the other side reads the bytes of as many rows."""
    def rates(side, unit):
        return [answer["rows"] / unit / seconds for seconds in answer[side]]

    def megabytes(side):
        return f"{answer['bytes'] / 1e6 / Spread(answer[side]).median:,.0f} MB/s"

    unit, name = (1e6, "M/s") if answer["rows"] / Spread(answer["ours"]).median >= 1e6 else (1e3, "k/s")
    return Result(f"{answer['name']} / plain read", Spread(rates("ours", unit)), Spread(rates("plain", unit)),
                  ratios(answer["plain"], answer["ours"]), ratios(answer["plain_cpu"], answer["ours_cpu"]), unit=name,
                  note=f"{megabytes('ours')}, plain {megabytes('plain')}")


def ready(folder, form, turns):
    return [float(line.split()[0]) for line in lines("MnistReady", folder, form, turns)]


def rows(rounds):
    folder = files()
    for line in lines("SourceRate", folder, rounds):
        if line.startswith("{"):
            yield pass_row(json.loads(line))
    for form in ("plain", "gzip"):
        yield Result(f"MNIST {form} ready to train, warm JVM", Spread(ready(folder, form, WARM_UP + rounds)[WARM_UP:]),
                     target=READY_SECONDS, unit="s", at_most=True, note=stand_in())
    seconds, whole = [], []
    for _ in range(rounds):
        begin = time.monotonic()
        seconds += ready(folder, "gzip", 1)
        whole.append(time.monotonic() - begin)
    yield Result("MNIST gzip ready to train, cold JVM", Spread(seconds), unit="s",
                 note=f"the whole process {Spread(whole).text()} s")
