// The loss of single batches, of those trials that are shown among the learning curves too.

const pace = { smoothing: 0.9, measure: "loss" };
const stepsByRow = new Map(page.steps?.trials.map((trial) => [trial.row, trial]));

function hasSteps(row) {
  return stepsByRow.has(row);
}

function stepValues(row) {
  const own = stepsByRow.get(row);
  return ["step", pace.measure].map((name) => numbers(own[name], own.length));
}

function stepSeries(row, place, across, up) {
  const [step, values] = stepValues(row);
  const line = (name, heights, style) => ({
    type: "line", name, color: trialColour(row), z: BEST_ON_TOP - place, showSymbol: false, symbol: "circle", emphasis: { disabled: true }, lineStyle: style,
    data: Array.from(step, (number, i) => [across(number), up(heights[i]), values[i], number]),
  });
  const keep = pace.measure === "loss" ? pace.smoothing : 0;
  const drawn = line(trialName(row), keep > 0 ? smoothed(values, keep) : values, { width: 2 });
  return keep > 0 ? [{ ...line("raw", values, { width: 1, opacity: 0.22 }), silent: true, tooltip: { show: false } }, drawn] : [drawn];
}

function stepsOption() {
  const rows = shown(hasSteps);
  const values = rows.flatMap((row) => Array.from(stepValues(row)[1]));
  const up = measuredScale((low, high) => spansDecades(low, high, FEWEST_DECADES), values);
  const across = lengthScale("updates", rows, (row) => stepValues(row)[0], false);
  const series = rows.flatMap((row, place) => stepSeries(row, place, across.at, up.at));
  return {
    grid: { ...room, left: 4 },
    xAxis: acrossAxis(across.axis),
    yAxis: upAxis(up.axis),
    tooltip: hover(stepTip, { trigger: "axis", axisPointer: { lineStyle: { color: colour("faint") } } }),
    series,
  };
}

function stepTip(marks) {
  const seen = marks.filter((mark) => mark.seriesName !== "raw");
  return seen.length === 0 ? "" : tip(`update ${count(seen[0].value[3])}`, seen.map((mark) => [mark.color, mark.seriesName, short(mark.value[2])]));
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
