// The selected number against each axis by itself.

const MANY_DOTS = 2000;

/** Few values as names. */
function named(column, values, width) {
  return namedAxis(values.map((value) => (column.type === "text" ? listed(value) : plain(value))), width);
}

function effectOption(one, width) {
  const { column, values } = one;
  const even = column.type === "text" || values.length <= FEW_VALUES;
  const ratio = values[0] > 0 && spansDecades(values[0], values[values.length - 1], LARGE_RATIO);
  const at = new Map(values.map((value, place) => [value, place]));
  const over = even ? null : scaleOf({ low: values[0], high: values[values.length - 1], ratio, across: true });
  const across = (row) => (even ? at.get(column.values[row]) : over.at(column.values[row]));
  const rows = ranked.filter((row) => across(row) !== undefined && !Number.isNaN(across(row)));
  const up = metricAxis();
  const passing = new Set(wanted.passing);
  const drawn = rows.length > MANY_DOTS ? thinned(rows, MANY_DOTS) : rows;
  const chosen = wanted.chosen.filter((row) => rows.includes(row));
  const rest = drawn.filter((row) => !chosen.includes(row));
  const dot = (row) => [across(row), up.place(row), row];
  const many = rows.length > 300;
  const dots = (name, list, opacity) => ({ type: "scatter", name, data: list.map(dot), symbolSize: many ? 4 : 6, itemStyle: { color: colour("accent"), opacity } });
  return {
    grid: { ...room, left: 4, top: 30 },
    xAxis: acrossAxis(even ? { name: one.label, ...named(column, values, width) } : { name: scaleName(one.label, ratio), ...over.axis, splitLine: { show: false } }),
    yAxis: upAxis({ ...up.axis, ...topName(scaleName(metricWords, metricScale.ratio)) }),
    tooltip: hover((mark) => effectTip(one, mark)),
    series: [
      dots("others", rest.filter((row) => !passing.has(row)), 0.05),
      dots("trials", rest.filter((row) => passing.has(row)), many ? 0.25 : 0.5),
      medians(one, rows, across, even, up),
      {
        type: "scatter", name: "chosen", symbolSize: 10, z: 4,
        data: chosen.map((row) => ({ value: dot(row), itemStyle: { color: trialColour(row), borderColor: colour("paper"), borderWidth: 1.5 } })),
      },
    ],
  };
}

/** A seed is a name that happens to be a number. */
function isQuantity(column) {
  return column.type !== "text" && !/(^|[.-])seed$/.test(column.name);
}

function thinned(list, most) {
  const stride = list.length / most;
  return Array.from({ length: most }, (_, i) => list[Math.floor(i * stride)]);
}

/** The median of each value, or of so many stretches of the values in order as the heat map has. */
function medians(one, rows, across, even, up) {
  const stretches = stretchesOf(one.values);
  const sorted = [...rows].sort((a, b) => across(a) - across(b));
  const groups = new Map();
  sorted.forEach((row, place) => {
    const key = even ? across(row) : Math.floor((stretches * place) / sorted.length);
    if (!groups.has(key)) {
      groups.set(key, []);
    }
    groups.get(key).push(row);
  });
  const data = [...groups.values()].map((group) => {
    const half = medianOf(group);
    return {
      value: [even ? across(group[0]) : median(group.map(across)), Number.isFinite(half) ? up.at(clamped(half)) : up.lane],
      half, rows: group.length, off: group.filter(isOff).length,
    };
  });
  return {
    type: "line", name: "median", data, symbol: "circle", symbolSize: 6, color: colour("ink"), z: 3, clip: true,
    lineStyle: { width: 1.5, opacity: isQuantity(one.column) ? 1 : 0 }, emphasis: { disabled: true },
  };
}

function effectTip(one, mark) {
  if (mark.seriesName !== "median") {
    return tip(trialName(mark.value[2]), [[null, metricWords, metricSays(mark.value[2])]]);
  }
  const { half, rows, off } = mark.data;
  const lines = [[null, `median of ${count(rows)}`, Number.isFinite(half) ? short(half) : metricLane.name]];
  return tip(mark.name ? `${one.label} ${mark.name}` : one.label, off > 0 ? [...lines, [null, metricLane.name, count(off)]] : lines);
}

function effectsSection() {
  if (axes.length === 0 || !ranked.some((row) => Number.isFinite(selected[row]))) {
    return;
  }
  show("effects");
  const made = axes.map((one, place) => {
    const dom = element("div", { class: "chart", id: `effect-${place}` });
    part("effects", "multiples").append(dom);
    return new Chart(dom, `${metricWords} against ${one.label}`, (width) => effectOption(one, width)).on("click", (mark) => mark.seriesName !== "median" && toggle(mark.value[2]));
  });
  onWanted(() => made.forEach((chart) => chart.draw()));
  const hasNumbers = axes.some(({ column }) => isQuantity(column));
  const stretched = axes.some((one) => one.column.type !== "text" && one.values.length > FEW_VALUES);
  part("effects", "lead").textContent =
    `A dot for each trial; strong: the median of each value${stretched ? ", of many values of each stretch" : ""}${axes.length > 1 || page.run.replicated ? ", whatever else was varied" : ""}${hasNumbers ? ", joined where values are numbers" : ""}.`;
  const notes = [];
  if (metricLane) {
    notes.push(`${laneWords()} Medians count them as the worst.`);
  }
  if (metricScale.floored) {
    notes.push(`Numbers of 0 or below ${plain(metricScale.low)} lie on the edge.`);
  }
  if (ranked.length > MANY_DOTS) {
    notes.push(`${count(MANY_DOTS)} dots of ${count(ranked.length)}, evenly by rank; the medians are of all.`);
  }
  part("effects", "note").textContent = notes.join(" ");
}
