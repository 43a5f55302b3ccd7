"""Where the seconds of a whole run go: quickstart, with Spark's own log as the clock (it costs a few hundredths itself)."""
import re
import shutil
import statistics
import subprocess
import time

from contest import OUTPUT, PROJECT, Spread

RUNS = 3
# What ends each phase: the first line that matches, after the one before.
PHASES = [
    ("script and JVM", r"."),
    ("config, Hadoop, data, plan", r"^experiment "),
    ("start of Spark", r"Starting job"),
    ("training", None),  # ended by the last job
    ("writing, summary", r"SparkContext is stopping"),
    ("stop of Spark", None),  # ended by the process
]
JOB = re.compile(r"Job \d+ finished: .* took ([\d.]+) ms")


def lines_of_run():
    """Every line of one run with the seconds at which it came, then an empty one at its end."""
    shutil.rmtree(OUTPUT / "runs", ignore_errors=True)
    command = [str(PROJECT / "submit" / "glissade"), "--verbose", "run", str(PROJECT / "conf" / "quickstart.conf"),
               "--out", str(OUTPUT / "runs")]
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = [(time.monotonic() - begin, line.rstrip()) for line in process.stdout]
    if process.wait():
        raise SystemExit("bench: quickstart failed: " + "\n".join(line for _, line in lines[-20:]))
    return [*lines, (time.monotonic() - begin, "")]


def breakdown(lines):
    """Seconds of each phase, and of each job."""
    jobs = [(at, float(match[1]) / 1000) for at, line in lines if (match := JOB.search(line))]
    seconds, previous = {}, 0.0
    for phase, pattern in PHASES:
        if phase == "training":
            end = jobs[-1][0]
        elif phase == "stop of Spark":
            end = lines[-1][0]
        else:
            end = next(at for at, line in lines if at >= previous and re.search(pattern, line))
        seconds[phase] = end - previous
        previous = end
    return seconds, [took for _, took in jobs]


def show():
    glissade = [str(PROJECT / "submit" / "glissade"), "keys"]
    subprocess.run(glissade, check=True, capture_output=True)  # builds, if need be
    runs = [breakdown(lines_of_run()) for _ in range(RUNS)]
    print(f"\nquickstart as a whole process, seconds: median (least..most) of {RUNS}")
    for phase, _ in PHASES:
        print(f"  {phase:28} {Spread(seconds[phase] for seconds, _ in runs).text():>22}")
    print(f"  {'all':28} {Spread(sum(seconds.values()) for seconds, _ in runs).text():>22}")
    print(f"  {'  first of the Spark jobs':28} {Spread(jobs[0] for _, jobs in runs).text():>22}")
    print(f"  {'  median of the others':28} {Spread(statistics.median(jobs[1:]) for _, jobs in runs).text():>22}")
