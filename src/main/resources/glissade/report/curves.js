// Learning curves: of the trials shown in colour, of others in grey.

const SPLITS = ["train", "validation", "test"];
const DASHES = { train: "solid", validation: [7, 4], test: [2, 3] };
const MOST_OTHERS = 200;
const FEWEST_DECADES = 10;
/** Height of the best line's layer: each next one lies below. */
const BEST_ON_TOP = 20;

const view = { split: null, over: "epoch", smoothing: 0, ratio: "auto", measure: "loss" };
const decoded = new Map();

function hasCurve(row) {
  return page.curves.lines[row] !== null;
}

/** A trial's curve: epoch, steps and all metrics, as far as they are in this page. */
function curve(row) {
  if (!decoded.has(row)) {
    const [grid, ...series] = page.curves.lines[row];
    const { length, epoch, steps } = page.curves.grids[grid];
    const columns = new Map(page.curves.columns.map((name, i) => [name, numbers(series[i], length)]));
    columns.set("epoch", numbers(epoch, length)).set("steps", numbers(steps, length));
    columns.set("examples", columns.get("epoch").map((number) => number * page.curves.rows[row]));
    decoded.set(row, columns);
  }
  return decoded.get(row);
}

/** Exponentially weighted average, corrected for its start: what came before counts less and less. */
function smoothed(values, keep) {
  let average = 0;
  let weight = 0;
  return values.map((value) => {
    if (Number.isNaN(value)) {
      return NaN;
    }
    average = keep * average + (1 - keep) * value;
    weight = keep * weight + (1 - keep);
    return average / weight;
  });
}

/** Points to draw: where, how high, and what the table says there, of the number and of where. */
function points(row, column, { across, up }, keep) {
  const values = curve(row).get(column);
  const over = curve(row).get(view.over);
  const heights = keep > 0 ? smoothed(values, keep) : values;
  const list = [];
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) {
      list.push([across(over[i]), up(heights[i]), values[i], over[i]]);
    }
  }
  return list;
}

function splitsWith(measure, rows) {
  const measured = SPLITS.filter((split) => page.curves.columns.includes(`${split}_${measure}`));
  const some = measured.filter((split) => rows.some((row) => curve(row).get(`${split}_${measure}`).some(Number.isFinite)));
  return view.split === "all" ? some : some.includes(view.split) ? [view.split] : some.slice(0, 1);
}

function lines(measure) {
  const rows = shown(hasCurve);
  const list = [];
  const splits = measure === "rate" ? [null] : splitsWith(measure, rows);
  for (const split of splits) {
    rows.forEach((row, place) => list.push({ row, place, split, column: split === null ? "learning_rate" : `${split}_${measure}` }));
  }
  return list;
}

/** Of the trials that are only hinted at, evenly by rank. */
function others() {
  const coloured = shown(hasCurve);
  const rest = wanted.passing.filter((row) => hasCurve(row) && !coloured.includes(row));
  const stride = Math.max(1, Math.ceil(rest.length / MOST_OTHERS));
  return rest.filter((_, place) => place % stride === 0);
}

function upwards(measure, values) {
  const wantsRatio = (low, high) => (view.ratio === "auto" ? measure === "loss" && spansDecades(low, high, FEWEST_DECADES) : view.ratio === "ratio");
  return measuredScale(wantsRatio, values);
}

function curvesOption(measure) {
  const list = lines(measure);
  const values = list.flatMap(({ row, column }) => Array.from(curve(row).get(column)));
  const [low, high] = range(values);
  const up = upwards(measure, values);
  const name = view.over === "epoch" ? "epoch" : view.over === "steps" ? "updates" : "examples seen";
  const across = lengthScale(name, [...shown(hasCurve), ...others()], (row) => curve(row).get(view.over), view.ratio === "even");
  const at = { across: across.at, up: up.at };
  const series = [];
  if (list.length > 0) {
    series.push(greyLines(list[0].column, at, low, high));
  }
  for (const line of list) {
    const raw = points(line.row, line.column, at, 0);
    const base = { type: "line", showSymbol: raw.length === 1, symbol: "circle", color: trialColour(line.row), emphasis: { disabled: true }, z: BEST_ON_TOP - line.place };
    const several = view.split === "all" && line.split !== null;
    const style = { width: 2, type: several ? DASHES[line.split] : "solid" };
    if (view.smoothing > 0) {
      series.push({ ...base, data: raw, silent: true, tooltip: { show: false }, lineStyle: { width: 1, opacity: 0.25 }, name: "raw" });
    }
    const label = trialName(line.row) + (several ? `, ${line.split}` : "");
    series.push({ ...base, name: label, data: points(line.row, line.column, at, view.smoothing), lineStyle: style, row: line.row });
  }
  return {
    grid: { ...room, left: 4 },
    xAxis: acrossAxis(across.axis),
    yAxis: upAxis(up.axis),
    tooltip: hover((marks) => curveTip(marks), { trigger: "axis", axisPointer: { lineStyle: { color: colour("faint") } } }),
    series,
  };
}

/** One series for all of them, with gaps between: thousands of series would be slow. */
function greyLines(column, at, low, high) {
  const data = [];
  for (const row of others()) {
    for (const [x, y, value] of points(row, column, at, 0)) {
      // Beyond the coloured ones there is nothing to see: a line along the edge would be read as a value.
      data.push([x, value > high || value < low ? null : y]);
    }
    data.push([null, null]);
  }
  const style = { color: colour("faint"), width: 1, opacity: 0.14 };
  return { type: "line", name: "others", data, showSymbol: false, silent: true, lineStyle: style, tooltip: { show: false }, emphasis: { disabled: true } };
}

function curveTip(marks) {
  const seen = marks.filter((mark) => mark.seriesName !== "others" && mark.seriesName !== "raw");
  if (seen.length === 0) {
    return "";
  }
  const over = view.over === "examples" ? "examples" : view.over === "steps" ? "update" : "epoch";
  return tip(`${over} ${count(seen[0].value[3])}`, seen.map((mark) => [mark.color, mark.seriesName, short(mark.value[2])]));
}

/** Whether a schedule moves the learning rate of a trial: a series of one number is written as that number. */
function ratesChange() {
  const at = page.curves.columns.indexOf("learning_rate") + 1;
  return page.curves.lines.some((line) => line !== null && typeof line[at] === "string");
}

function curvesSection() {
  if (!page.curves || !page.curves.lines.some((line) => line !== null)) {
    return;
  }
  show("curves");
  // An epoch of more rows is more work: then only updates compare.
  view.over = new Set(page.curves.rows.filter((rows) => rows > 0)).size > 1 ? "steps" : "epoch";
  view.split = ranked.length === 1 ? "all" : page.run.metric.split(".")[0];
  const measures = ["accuracy", "loss"].filter((measure) => page.curves.columns.some((name) => name.endsWith(`_${measure}`)));
  if (ratesChange()) {
    measures.push("rate");
  }
  for (const measure of ["accuracy", "rate"]) {
    document.getElementById(`${measure}-chart`).parentElement.hidden = !measures.includes(measure);
  }
  const made = measures.map((measure) => new Chart(`${measure}-chart`, `${measure} against ${view.over}`, () => curvesOption(measure)));
  const redraw = () => {
    paintLegend(part("curves", "legend"), shown(hasCurve));
    made.forEach((chart) => chart.draw());
    sayCurves();
  };
  curveControls(redraw);
  onWanted(redraw);
  onColours(() => paintLegend(part("curves", "legend"), shown(hasCurve)));
  redraw();
}

function sayCurves() {
  const without = wanted.chosen.filter((row) => !hasCurve(row)).length;
  const notes = [page.curves.note, without > 0 ? `${counted(without, "chosen trial")} without a curve in this page.` : ""];
  if (page.trajectory && wanted.chosen.length === 0) {
    notes.unshift("In colour: the best of each kind on the landscape seen below.");
  }
  if (view.split === "all") {
    notes.unshift("Solid: train; dashed: validation; dotted: test.");
  }
  part("curves", "note").textContent = notes.filter(Boolean).join(" ");
}

/** A slider for how much of what came before is kept. */
function smoother(settings, redraw) {
  const says = element("output", {}, String(settings.smoothing));
  const slider = element("input", {
    type: "range", min: "0", max: "0.98", step: "0.02", value: String(settings.smoothing), "aria-label": "Smoothing",
    oninput: () => {
      settings.smoothing = Number(slider.value);
      says.textContent = slider.value;
      redraw();
    },
  });
  return element("label", {}, "Smoothing", slider, says);
}

function curveControls(redraw) {
  const set = (key) => (value) => {
    view[key] = value;
    redraw();
  };
  const splits = SPLITS.filter((split) => page.curves.columns.some((name) => name.startsWith(`${split}_`)));
  const options = [...splits.map((split) => [split, split]), ["all", "all splits"]];
  part("curves", "controls").append(
    choice("Rows", splits.length > 1 ? options : options.slice(0, 1), view.split, set("split")),
    choice("Against", [["epoch", "epochs"], ["steps", "updates"], ["examples", "examples"]], view.over, set("over")),
    choice("Scale", [["auto", "as fits"], ["even", "even"], ["ratio", "logarithmic"]], view.ratio, set("ratio")),
    smoother(view, redraw),
  );
}
