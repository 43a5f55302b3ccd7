// A line for each trial through all axes; what is brushed stays in the table.

const MOST_PARALLEL = 1500;
const FEW_VALUES = 12;

/** Axes as this chart places them: few values evenly, many by size or by their logarithm; the selected number last. */
function parallelAxes(across) {
  const list = axes.map(({ column, label, values }) => {
    if (column.type === "text" || values.length <= FEW_VALUES) {
      const names = values.map((value) => (column.type === "text" ? listed(value) : plain(value)));
      const at = new Map(values.map((value, place) => [value, place]));
      return { label, names, cuts: column.type === "text", place: (row) => at.get(column.values[row]) ?? NaN };
    }
    const ratio = values[0] > 0 && spansDecades(values[0], values[values.length - 1], LARGE_RATIO);
    const scale = scaleOf({ low: values[0], high: values[values.length - 1], ratio, across });
    return { label: scaleName(label, ratio), scale: scale.axis, place: (row) => scale.at(column.values[row]) };
  });
  const { axis: scale, place } = metricAxis(across);
  list.push({ label: scaleName(metricWords, metricScale.ratio), inverse: page.run.smallIsGood, scale, place });
  return list;
}

/** The leading half of the lines that there is room for, and the rest evenly by rank. */
function parallelRows() {
  if (ranked.length <= MOST_PARALLEL) {
    return ranked;
  }
  const half = MOST_PARALLEL / 2;
  const stride = (ranked.length - half) / half;
  return [...ranked.slice(0, half), ...Array.from({ length: half }, (_, i) => ranked[Math.floor(half + i * stride)])];
}

/** Axes stand side by side, or lie below each other where names would not fit side by side. */
function liesDown(width) {
  return width < 130 * (axes.length + 2);
}

/** A word is as wide on either side of its mark. */
const DOWN = { left: 32, right: 32, top: 40, bottom: 36 };
const DOWN_NAMES = 11;
const DOWN_GAP = 92;

/** Names at the edges lie inside, those between about their axes; none reaches its neighbour. */
function nameWidth(width, dims, place) {
  const gap = (width - 140) / (dims.length - 1);
  const between = 0.75 * gap;
  if (dims.length === 2) {
    return Math.max(36, 0.48 * gap - 4);
  }
  const neighbour = place === 0 ? dims[1] : place === dims.length - 1 ? dims[place - 1] : null;
  return Math.max(36, (neighbour ? gap - Math.min(between, neighbour.label.length * LETTER) / 2 - 8 : between) - 4);
}

function parallelLine(row, dims, passing, many) {
  const place = wanted.chosen.indexOf(row);
  const style = place >= 0
    ? { color: trialColour(row), width: 2.5, opacity: 1 }
    : !passing.has(row)
      ? { color: colour("line"), width: 1, opacity: 0.5 }
      : { color: shade(0.25 + 0.75 * goodness(isOff(row) ? NaN : selected[row])), width: 1, opacity: many ? 0.35 : 0.7 };
  return { value: dims.map((dim) => dim.place(row)), row, lineStyle: style };
}

/** Names cut to a width, where two letters and a mark would be left of them and all still differ. */
function shortened(names, width) {
  const letters = Math.floor(width / LETTER) - 1;
  const cut = (name) => (name.length > letters && letters > 2 ? `${name.slice(0, letters - 1)}…` : name);
  return new Set(names.map(cut)).size === names.length ? cut : String;
}

function parallelAxis(dim, place, dims, width) {
  const down = liesDown(width);
  const says = dim.scale?.axisLabel.formatter ?? (down && dim.cuts ? shortened(dim.names, (width - DOWN.left - DOWN.right) / dim.names.length) : String);
  const widest = Math.max(0, ...(dim.names ?? []).map((name) => says(name).length)) * LETTER;
  const roomy = down && dim.names !== undefined && dim.names.length * widest < width - DOWN.left - DOWN.right;
  return {
    dim: place,
    name: down ? "" : dim.label,
    nameGap: 14,
    nameTextStyle: { color: colour("ink"), fontSize: 12, align: place === 0 ? "left" : place === dims.length - 1 ? "right" : "center" },
    nameTruncate: { maxWidth: nameWidth(width, dims, place), ellipsis: "…" },
    ...(dim.names ? { type: "category", data: dim.names } : dim.scale),
    nameLocation: dim.inverse ? "start" : "end",
    inverse: dim.inverse === true && !down,
    z: 10,
    axisLine: { lineStyle: { color: colour("line"), width: 1 } },
    axisTick: { show: false },
    axisLabel: {
      ...dim.scale?.axisLabel, color: colour("faint"), fontSize: 11, margin: down ? 6 : 4, hideOverlap: dim.names !== undefined && !roomy, interval: roomy ? 0 : undefined,
      // A box only where there is a word: lines run behind it.
      formatter: (value) => (says(value) === "" ? "" : `{word|${says(value).replaceAll("}", ")")}}`),
      rich: { word: { color: colour("faint"), fontSize: 11, backgroundColor: colour("paper"), padding: [1, 4], borderRadius: 3 } },
    },
    areaSelectStyle: { width: 16, borderColor: colour("accent"), color: colour("accent"), opacity: 0.18 },
  };
}

function parallelOption(width, dims, rows) {
  const shownRows = wanted.chosen;
  // What is chosen or passes lies above what does not.
  const ordered = [...rows, ...shownRows.filter((row) => !rows.includes(row))].reverse();
  const passing = new Set(wanted.passing);
  const weight = (row) => (shownRows.includes(row) ? 2 : passing.has(row) ? 1 : 0);
  ordered.sort((a, b) => weight(a) - weight(b));
  const down = liesDown(width);
  const heading = (dim, place) => ({ text: dim.label, z: 20, backgroundColor: colour("paper"), padding: [1, 5], left: DOWN_NAMES, top: DOWN.top - 28 + place * DOWN_GAP, textStyle: { color: colour("ink"), fontSize: 12, fontWeight: "normal", width: width - 40, overflow: "truncate" } });
  return {
    title: down ? dims.map(heading) : [],
    parallel: down ? { ...DOWN, layout: "vertical" } : { left: 60, right: 80, top: 44, bottom: 20, layout: "horizontal" },
    parallelAxis: dims.map((dim, place) => parallelAxis(dim, place, dims, width)),
    tooltip: hover((mark) => tip(trialName(mark.data.row), [[null, metricWords, metricSays(mark.data.row)]])),
    series: { type: "parallel", data: ordered.map((row) => parallelLine(row, dims, passing, rows.length > 300)), smooth: 0, progressive: 400, inactiveOpacity: 0.05, lineStyle: { width: 1 } },
  };
}

function parallelSection() {
  if (axes.length === 0 || !ranked.some((row) => Number.isFinite(selected[row])) || ranked.length < 3) {
    return;
  }
  show("parallel");
  const rows = parallelRows();
  const dims = parallelAxes(false);
  const chart = new Chart("parallel-chart", "A line for each trial through all axes", (width) => parallelOption(width, parallelAxes(liesDown(width)), rows));
  chart.height = (width) => (liesDown(width) ? DOWN.top + DOWN.bottom + DOWN_GAP * axes.length : 360);
  const clear = element("button", { type: "button", disabled: true, onclick: () => forget() }, "Remove all brushes");
  let restoring = false;
  let chosen = "";
  chart.on("axisareaselected", () => {
    if (restoring) {
      return;
    }
    dims.forEach((dim, place) => {
      const intervals = axisModel(place).activeIntervals.map((pair) => [...pair].sort((a, b) => a - b));
      wanted.brushes.set(dim.label, { place: dim.place, intervals });
    });
    clear.disabled = [...wanted.brushes.values()].every((brush) => brush.intervals.length === 0);
    refilter();
  });
  chart.on("click", (mark) => mark.data && toggle(mark.data.row));
  const axisModel = (place) => chart.chart.getModel().getComponent("parallelAxis", place);
  const forget = () => {
    wanted.brushes.clear();
    clear.disabled = true;
    refilter();
  };
  part("parallel", "controls").append(clear);
  // A chart that is drawn anew forgets its brushes; what they leave out it greys by itself, without being drawn anew.
  onWanted(() => {
    const now = wanted.chosen.join();
    if (clear.disabled || now !== chosen) {
      chosen = now;
      chart.draw();
    }
  });
  chart.drawn = () => {
    restoring = true;
    dims.forEach((dim, place) => {
      const intervals = wanted.brushes.get(dim.label)?.intervals ?? [];
      if (intervals.length > 0) {
        chart.chart.dispatchAction({ type: "axisAreaSelect", parallelAxisId: axisModel(place).id, intervals });
      }
    });
    restoring = false;
  };
  const thin = rows.length < ranked.length;
  part("parallel", "note").textContent = [
    thin ? `${count(rows.length)} of ${count(ranked.length)} trials are drawn: the leading ${count(rows.length / 2)}, the others evenly by rank. Brushes and the table mean all.` : "",
    metricLane ? laneWords() : "",
    "Without a mouse, the table's filter does the same.",
  ].filter(Boolean).join(" ");
}
