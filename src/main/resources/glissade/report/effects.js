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
  const across = (row) => (even ? at.get(column.values[row]) : column.values[row]);
  const rows = ranked.filter((row) => Number.isFinite(selected[row]) && across(row) !== undefined && !Number.isNaN(across(row)));
  const passing = new Set(wanted.passing);
  const drawn = rows.length > MANY_DOTS ? thinned(rows, MANY_DOTS) : rows;
  const chosen = wanted.chosen.filter((row) => rows.includes(row));
  const rest = drawn.filter((row) => !chosen.includes(row));
  const dot = (row) => [across(row), clamped(selected[row]), row];
  const many = rows.length > 300;
  const dots = (name, list, opacity) => ({ type: "scatter", name, data: list.map(dot), symbolSize: many ? 4 : 6, itemStyle: { color: colour("accent"), opacity } });
  return {
    grid: { ...room, left: 4, top: 12 },
    xAxis: acrossAxis({
      name: one.label,
      ...(even
        ? named(column, values, width)
        : { ...scaleAxis(ratio, values[0], values[values.length - 1]), min: values[0], max: values[values.length - 1] }),
    }),
    yAxis: upAxis({ ...scaleAxis(metricScale.ratio, metricScale.low, metricScale.high), splitNumber: metricScale.ratio ? undefined : 4 }),
    tooltip: hover((mark) => effectTip(one, mark)),
    series: [
      dots("others", rest.filter((row) => !passing.has(row)), 0.05),
      dots("trials", rest.filter((row) => passing.has(row)), many ? 0.25 : 0.5),
      medians(one, rows, across, even),
      {
        type: "scatter", name: "chosen", symbolSize: 10, z: 4,
        data: chosen.map((row) => ({ value: dot(row), itemStyle: { color: lineColour(wanted.chosen.indexOf(row)), borderColor: colour("paper"), borderWidth: 1.5 } })),
      },
    ],
  };
}

function thinned(list, most) {
  const stride = list.length / most;
  return Array.from({ length: most }, (_, i) => list[Math.floor(i * stride)]);
}

/** The median of each value, or of so many stretches of the values in order as the heat map has. */
function medians(one, rows, across, even) {
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
  const data = [...groups.values()].map((group) => [
    even ? across(group[0]) : median(group.map(across)),
    clamped(median(group.map((row) => selected[row]).sort((a, b) => a - b))),
    group.length,
  ]);
  return {
    type: "line", name: "median", data, symbol: "circle", symbolSize: 6, color: colour("ink"), z: 3, clip: true,
    lineStyle: { width: 1.5, opacity: one.column.type === "text" ? 0 : 1 }, emphasis: { disabled: true },
  };
}

function effectTip(one, mark) {
  if (mark.seriesName === "median") {
    return tip(`${one.label} ${mark.name || plain(mark.value[0])}`, [[null, `median of ${count(mark.value[2])}`, short(mark.value[1])]]);
  }
  return tip(trialName(mark.value[2]), [[null, metricWords, short(selected[mark.value[2]])]]);
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
  const notes = [`Up: ${metricWords}. Strong dots: the median.`];
  const values = Array.from(selected).filter(Number.isFinite);
  if (values.some((value) => value !== clamped(value))) {
    notes.push("Trials beyond the edge lie on it.");
  }
  if (values.length > MANY_DOTS) {
    notes.push(`${count(MANY_DOTS)} dots of ${count(values.length)}, evenly by rank; the medians are of all.`);
  }
  part("effects", "note").textContent = notes.join(" ");
}
