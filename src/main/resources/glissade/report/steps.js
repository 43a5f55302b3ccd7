// The loss of single batches, of those trials that are shown among the learning curves too.

const pace = { smoothing: 0.9, measure: "loss" };
const stepsByRow = new Map(page.steps?.trials.map((trial) => [trial.row, trial]));

function hasSteps(row) {
  return stepsByRow.has(row);
}

function stepSeries(row, place) {
  const own = stepsByRow.get(row);
  const [step, values] = ["step", pace.measure].map((name) => numbers(own[name], own.length));
  const low = range(values.filter((value) => value > 0))[0];
  const line = (name, heights, style) => ({
    type: "line", name, color: lineColour(place), showSymbol: false, symbol: "circle", emphasis: { disabled: true }, lineStyle: style,
    data: Array.from(step, (number, i) => [number, heights[i] > 0 ? heights[i] : low, values[i]]),
  });
  const keep = pace.measure === "loss" ? pace.smoothing : 0;
  const drawn = line(trialName(row), keep > 0 ? smoothed(values, keep) : values, { width: 2 });
  return keep > 0 ? [{ ...line("raw", values, { width: 1, opacity: 0.22 }), silent: true, tooltip: { show: false } }, drawn] : [drawn];
}

function stepsOption() {
  const series = shown(hasSteps).flatMap(stepSeries);
  const [low, high] = range(series.flatMap((each) => each.data.map((point) => point[1])));
  const ratio = spansDecades(low, high, FEWEST_DECADES);
  return {
    grid: { ...room, left: 4 },
    xAxis: acrossAxis({ type: "value", name: "updates", min: "dataMin", max: "dataMax", minInterval: 1, axisLabel: { formatter: count } }),
    yAxis: upAxis(scaleAxis(ratio, low, high)),
    tooltip: hover(stepTip, { trigger: "axis", axisPointer: { lineStyle: { color: colour("faint") } } }),
    series,
  };
}

function stepTip(marks) {
  const seen = marks.filter((mark) => mark.seriesName !== "raw");
  return seen.length === 0 ? "" : tip(`update ${count(seen[0].value[0])}`, seen.map((mark) => [mark.color, mark.seriesName, short(mark.value[2])]));
}

function stepsSection() {
  if (stepsByRow.size === 0) {
    return;
  }
  show("steps");
  const chart = new Chart("steps-chart", "Loss of single batches", stepsOption);
  const redraw = () => {
    paintLegend(part("steps", "legend"), shown(hasSteps));
    const without = wanted.chosen.filter((row) => !hasSteps(row)).length;
    part("steps", "note").textContent = [page.steps.note, without > 0 ? `${counted(without, "chosen trial")} without steps in this page.` : ""].filter(Boolean).join(" ");
    chart.draw();
  };
  part("steps", "controls").append(
    ...(page.steps.trials.some((trial) => typeof trial.rate === "string")
      ? [choice("Show the", [["loss", "loss"], ["rate", "learning rate"]], pace.measure, (value) => {
          pace.measure = value;
          redraw();
        })]
      : []),
    smoother(pace, redraw),
  );
  onWanted(redraw);
  onColours(() => paintLegend(part("steps", "legend"), shown(hasSteps)));
  redraw();
}
