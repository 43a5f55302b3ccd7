// The selected number over any two axes; many values of an axis share a place with their neighbours.

const MOST_PLACES = 24;
const WIDEST_NUMBER = 46;
const WIDEST_WORD = 62;

const heat = { across: 0, up: 1, of: "best" };

/** Into how many stretches many values fall. */
function stretchesOf(values) {
  return Math.max(3, Math.min(12, Math.floor(Math.sqrt(values.length))));
}

/** An end of a stretch. */
const brief = (value) => plain(Number(value.toPrecision(2)));

/** An axis as places: each value its own, or stretches of the values in order. */
function places(wantedAxis) {
  const { column, values } = wantedAxis;
  if (values.length <= MOST_PLACES || column.type === "text") {
    const at = new Map(values.map((value, place) => [value, place]));
    return {
      names: values.map((value) => (column.type === "text" ? listed(value) : plain(value))),
      place: (row) => at.get(column.values[row]) ?? -1,
    };
  }
  const bins = stretchesOf(values);
  const ends = Array.from({ length: bins }, (_, bin) => values[Math.floor(((bin + 1) * values.length) / bins) - 1]);
  const starts = ends.map((_, bin) => values[Math.floor((bin * values.length) / bins)]);
  return {
    names: ends.map((end, bin) => `${brief(starts[bin])} – ${brief(end)}`),
    place: (row) => (Number.isNaN(column.values[row]) ? -1 : ends.findIndex((end) => column.values[row] <= end)),
  };
}

/** What is told of the rows of a place; nothing finite where those that are off leave no such number. */
const SUMMARIES = {
  best: (rows) => selected[rows.find((row) => !isOff(row))] ?? NaN,
  median: medianOf,
  mean: (rows) => (rows.some(isOff) ? NaN : rows.reduce((sum, row) => sum + selected[row], 0) / rows.length),
};

/** The rows in each place, best first. */
function cells(across, up) {
  const table = new Map();
  for (const row of ranked) {
    const x = across.place(row);
    const y = up.place(row);
    if (x >= 0 && y >= 0) {
      const key = y * across.names.length + x;
      if (!table.has(key)) {
        table.set(key, { x, y, rows: [] });
      }
      table.get(key).rows.push(row);
    }
  }
  return [...table.values()];
}

/** How wide a place is, and whether that is enough for its number. */
function slotOf(width, across, up) {
  const slot = (width - 110) / across.names.length;
  return { slot, numbered: slot > WIDEST_NUMBER && up.names.length <= MOST_PLACES };
}

function heatOption(width) {
  const across = places(axes[heat.across]);
  const up = places(axes[heat.up]);
  const table = cells(across, up);
  const values = table.map((place) => SUMMARIES[heat.of](place.rows));
  const { slot, numbered } = slotOf(width, across, up);
  const data = table.map((place, i) => {
    const off = !Number.isFinite(values[i]);
    const good = goodness(values[i]);
    const ink = inkOn(off ? channels(colour("off")) : shadeChannels(good));
    return { value: [place.x, place.y, good, values[i]], rows: place.rows, itemStyle: { color: off ? colour("off") : shade(good) }, label: { color: ink } };
  });
  const named = { splitLine: { show: false }, type: "category" };
  return {
    grid: { ...room, left: 16, top: 34 },
    xAxis: acrossAxis({ ...namedAxis(across.names, width), splitLine: { show: false }, name: axes[heat.across].label }),
    yAxis: upAxis({ ...named, data: up.names, axisLabel: { width: Math.max(60, 0.3 * width), overflow: "truncate" }, name: axes[heat.up].label, nameLocation: "end", nameTextStyle: { color: colour("faint"), align: "left", fontSize: 12 } }),
    visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: [colour("worst"), colour("best")] } },
    tooltip: hover((mark) => heatTip(mark.data, across, up)),
    series: {
      type: "heatmap", data,
      label: { show: numbered, fontSize: 11, formatter: (mark) => (Number.isFinite(mark.value[3]) ? short(mark.value[3]) : slot > WIDEST_WORD ? metricLane.name : "") },
      itemStyle: { borderColor: colour("paper"), borderWidth: 2, borderRadius: 3 },
      emphasis: { itemStyle: { borderColor: colour("ink"), borderWidth: 1 } },
    },
  };
}

function heatTip({ value, rows }, across, up) {
  const lines = [
    [null, axes[heat.across].label, across.names[value[0]]],
    [null, axes[heat.up].label, up.names[value[1]]],
  ];
  if (rows.length > 1) {
    lines.push([null, "trials", count(rows.length)]);
  }
  lines.push([null, heat.of === "best" ? metricWords : `${heat.of} of ${metricWords}`, Number.isFinite(value[3]) ? short(value[3]) : metricLane.name]);
  return tip(trialName(rows[0]), lines);
}

/** Colours from the worst to the best, with their numbers. */
function paintScale() {
  const { low, high, ratio, floored } = metricScale;
  const ends = [floored ? `≤ ${short(low)}` : short(low), short(high)];
  const [worst, best] = page.run.smallIsGood ? [...ends].reverse() : ends;
  const bar = element("i", { "aria-hidden": true });
  bar.style.background = `linear-gradient(90deg, ${colour("worst")}, ${colour("best")})`;
  part("heat", "scale").replaceChildren(`worst ${worst}`, bar, `${best} best${ratio ? " (logarithmic)" : ""}`);
  if (hasOff()) {
    part("heat", "scale").append(element("i", { class: "off", "aria-hidden": true }), metricLane.name);
  }
}

/** What is seen, and what is not where there is no room for it. */
function heatLead(width) {
  const { numbered } = slotOf(width, places(axes[heat.across]), places(axes[heat.up]));
  return [
    `${metricWords[0].toUpperCase()}${metricWords.slice(1)}; the stronger the colour, the better.`,
    axes.length > 2 || page.run.replicated ? `Of the trials that share a place, the ${heat.of}.` : "",
    `Choose a place to see its ${numbered ? "" : "number and "}curves.`,
  ].filter(Boolean).join(" ");
}

/** Whether a place is shown that has no such number. */
function hasOff() {
  return metricLane !== null && cells(places(axes[heat.across]), places(axes[heat.up])).some(({ rows }) => !Number.isFinite(SUMMARIES[heat.of](rows)));
}

/** How those that are off count in a place. */
function offNote() {
  const did = metricLane.name === "diverged" ? "diverged" : "have no number to compare";
  return {
    best: `All trials of such a place ${did}.`,
    median: `Medians count trials that ${did} as the worst.`,
    mean: `There is no mean where trials ${did}.`,
  }[heat.of];
}

function heatSection() {
  if (axes.length < 2 || !ranked.some((row) => Number.isFinite(selected[row]))) {
    return;
  }
  show("heat");
  const byWidth = axes.map((_, place) => place).sort((a, b) => axes[b].values.length - axes[a].values.length);
  [heat.across, heat.up] = byWidth;
  const chart = new Chart("heat-chart", `Heat map of ${metricWords}`, heatOption).on("click", (mark) => choose(mark.data.rows));
  chart.drawn = () => {
    part("heat", "lead").textContent = heatLead(chart.dom.clientWidth);
  };
  const redraw = () => {
    const height = Math.max(260, 96 + 38 * places(axes[heat.up]).names.length);
    document.getElementById("heat-chart").style.height = `${Math.min(640, height)}px`;
    part("heat", "note").textContent = hasOff() || (metricLane && heat.of === "median") ? offNote() : "";
    paintScale();
    chart.drawn();
    chart.draw();
  };
  const set = (key, read) => (value) => {
    heat[key] = read(value);
    redraw();
  };
  const names = axes.map((one, place) => [String(place), one.label]);
  part("heat", "controls").append(
    choice("Across", names, String(heat.across), set("across", Number)),
    choice("Up", names, String(heat.up), set("up", Number)),
    choice("Show the", [["best", "best"], ["median", "median"], ["mean", "mean"]], heat.of, set("of", String)),
  );
  onColours(paintScale);
  redraw();
}
