// A line for each trial through all axes; what is brushed stays in the table.

const MOST_PARALLEL = 1500;
const FEW_VALUES = 12;

/** Axes as this chart places them: few values evenly, many by size or by their logarithm; the selected number last. */
function parallelAxes() {
  const list = axes.map(({ column, label, values }) => {
    if (column.type === "text" || values.length <= FEW_VALUES) {
      const names = values.map((value) => (column.type === "text" ? listed(value) : plain(value)));
      const at = new Map(values.map((value, place) => [value, place]));
      return { label, names, place: (row) => at.get(column.values[row]) ?? NaN, say: (row) => cell(column, row) };
    }
    const ratio = values[0] > 0 && spansDecades(values[0], values[values.length - 1], LARGE_RATIO);
    return { label, scale: scaleAxis(ratio, values[0], values[values.length - 1]), place: (row) => column.values[row], say: (row) => cell(column, row) };
  });
  const { low, high, ratio } = metricScale;
  list.push({
    label: metricWords,
    inverse: page.run.smallIsGood,
    scale: { ...scaleAxis(ratio, low, high), ...(low < high ? { min: low, max: high } : {}), edges: false },
    place: (row) => (Number.isFinite(selected[row]) ? clamped(selected[row]) : NaN),
    say: (row) => short(selected[row]),
  });
  return list;
}

/** The leading half of the lines that there is room for, and the rest evenly by rank. */
function parallelRows() {
  const rows = ranked.filter((row) => Number.isFinite(selected[row]));
  if (rows.length <= MOST_PARALLEL) {
    return rows;
  }
  const half = MOST_PARALLEL / 2;
  const stride = (rows.length - half) / half;
  return [...rows.slice(0, half), ...Array.from({ length: half }, (_, i) => rows[Math.floor(half + i * stride)])];
}

/** Names at the edges lie inside, those between about their axes; none reaches its neighbour. */
function nameWidth(width, axesDrawn, place) {
  const gap = (width - (width < 600 ? 116 : 140)) / (axesDrawn - 1);
  const edge = place === 0 || place === axesDrawn - 1;
  return Math.max(36, gap * (axesDrawn === 2 ? 0.48 : edge ? 0.6 : 0.75) - 4);
}

function parallelOption(width, dims, rows) {
  const passing = new Set(wanted.passing);
  const some = passing.size < ranked.length;
  const shownRows = wanted.chosen;
  const line = (row) => {
    const place = shownRows.indexOf(row);
    const style = place >= 0
      ? { color: lineColour(place), width: 2.5, opacity: 1 }
      : some && !passing.has(row)
        ? { color: colour("line"), width: 1, opacity: 0.5 }
        : { color: shade(0.25 + 0.75 * goodness(selected[row])), width: 1, opacity: rows.length > 300 ? 0.35 : 0.7 };
    return { value: dims.map((dim) => dim.place(row)), row, lineStyle: style };
  };
  // What is chosen or passes lies above what does not.
  const ordered = [...rows, ...shownRows.filter((row) => !rows.includes(row))].reverse();
  const weight = (row) => (shownRows.includes(row) ? 2 : passing.has(row) ? 1 : 0);
  ordered.sort((a, b) => weight(a) - weight(b));
  const faint = colour("faint");
  return {
    parallel: { left: 60, right: width < 600 ? 56 : 80, top: 44, bottom: 20, layout: "horizontal" },
    parallelAxis: dims.map((dim, place) => ({
      dim: place,
      name: dim.label,
      nameGap: 14,
      nameTextStyle: { color: colour("ink"), fontSize: 12, align: place === 0 ? "left" : place === dims.length - 1 ? "right" : "center", width: nameWidth(width, dims.length, place), overflow: "truncate" },
      ...(dim.names ? { type: "category", data: dim.names } : dim.scale),
      nameLocation: dim.inverse ? "start" : "end",
      inverse: dim.inverse === true,
      z: 10,
      axisLine: { lineStyle: { color: colour("line"), width: 1 } },
      axisTick: { show: false },
      axisLabel: { ...dim.scale?.axisLabel, color: faint, fontSize: 11, backgroundColor: colour("paper"), padding: [1, 4], borderRadius: 3, hideOverlap: true, showMinLabel: dim.scale?.edges, showMaxLabel: dim.scale?.edges },
      areaSelectStyle: { width: 16, borderColor: colour("accent"), color: colour("accent"), opacity: 0.18 },
    })),
    tooltip: hover((mark) => tip(trialName(mark.data.row), dims.slice(-1).map((dim) => [null, dim.label, dim.say(mark.data.row)]))),
    series: { type: "parallel", data: ordered.map(line), smooth: 0, progressive: 400, inactiveOpacity: 0.05, lineStyle: { width: 1 } },
  };
}

function parallelSection() {
  if (axes.length === 0 || !ranked.some((row) => Number.isFinite(selected[row])) || ranked.length < 3) {
    return;
  }
  show("parallel");
  const dims = parallelAxes();
  const rows = parallelRows();
  const chart = new Chart("parallel-chart", "A line for each trial through all axes", (width) => parallelOption(width, dims, rows));
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
  const thin = rows.length < ranked.filter((row) => Number.isFinite(selected[row])).length;
  part("parallel", "note").textContent = [
    thin ? `${count(rows.length)} of ${count(ranked.length)} trials are drawn: the leading ${count(rows.length / 2)}, the others evenly by rank. Brushes and the table mean all.` : "",
    "Without a mouse, the table's filter does the same.",
  ].filter(Boolean).join(" ");
}
