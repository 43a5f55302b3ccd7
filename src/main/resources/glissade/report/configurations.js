// Configurations by the mean of their replicates, with intervals.

const MOST_CONFIGURATIONS = 20;
const NAME_SHARE = 0.46;
const NAME_LINE = 16;

/** All parts of a name, over as many lines as a width asks for. */
function folded(parts, width) {
  const letters = Math.floor(width / LETTER);
  const lines = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + part.length <= letters) {
      lines[lines.length - 1] = `${last}, ${part}`;
    } else {
      lines.push(part);
    }
  }
  return lines;
}

function configurationsSection() {
  if (!standings) {
    return;
  }
  show("configurations");
  const all = standings;
  const [mean, low, high] = ["mean", "low", "high"].map((name) => all.values(name));
  const rows = Array.from({ length: all.rows }, (_, row) => row).filter((row) => Number.isFinite(mean[row]));
  const drawn = rows.slice(0, MOST_CONFIGURATIONS);
  const parts = drawn.map((row) => {
    const varied = axes.map((one) => `${one.label} ${listed(cell({ ...one.column, values: all.values(one.column.name) }, row))}`);
    return varied.length > 0 ? varied : [all.values("configuration")[row]];
  });
  const names = parts.map((each) => each.join(", "));
  const linesAt = (width) => parts.map((each) => folded(each, NAME_SHARE * width));
  const chart = new Chart("configurations-chart", `Mean ${metricWords} of each configuration`, (width) => ({
    grid: { ...room, left: 8, top: 6 },
    xAxis: acrossAxis({ type: "value", scale: true, name: `mean ${metricWords}`, splitLine: { show: true, lineStyle: { color: colour("line") } }, axisLabel: { formatter: plain } }),
    yAxis: upAxis({ type: "category", inverse: true, data: linesAt(width).map((lines) => lines.join(",\n")), splitLine: { show: false }, axisLabel: { width: NAME_SHARE * width, overflow: "truncate", lineHeight: NAME_LINE, color: colour("ink"), hideOverlap: false, interval: 0 } }),
    tooltip: hover((mark) => tip(names[mark.dataIndex], [
      [null, "mean", short(mean[drawn[mark.dataIndex]])],
      [null, "95 % interval", `${short(low[drawn[mark.dataIndex]])} to ${short(high[drawn[mark.dataIndex]])}`],
      [null, "replicates", plain(all.values("replicates")[drawn[mark.dataIndex]])],
    ])),
    series: [
      { type: "custom", silent: true, data: drawn.map((row, place) => [low[row], high[row], place]), encode: { x: [0, 1], y: 2 }, tooltip: { show: false },
        renderItem: (_, api) => {
          const [from, y] = api.coord([api.value(0), api.value(2)]);
          const [to] = api.coord([api.value(1), api.value(2)]);
          return Number.isFinite(from + to) ? { type: "line", shape: { x1: from, y1: y, x2: to, y2: y }, style: { stroke: colour("accent"), lineWidth: 2 } } : null;
        } },
      { type: "scatter", symbolSize: 10, data: drawn.map((row, place) => ({ value: [mean[row], place], itemStyle: { color: row === 0 || all.values("tied")[row] === "yes" ? colour("accent") : colour("paper"), borderColor: colour("accent"), borderWidth: 2, opacity: 1 } })) },
    ],
  }));
  chart.height = (width) => 70 + (10 + NAME_LINE * Math.max(1, ...linesAt(width).map((lines) => lines.length))) * drawn.length;
  const notes = [];
  if (rows.length > drawn.length) {
    notes.push(`The leading ${drawn.length} of ${count(all.rows)}; configurations.csv has them all.`);
  }
  if (rows.length < all.rows) {
    notes.push(`${counted(all.rows - rows.length, "configuration")} without a mean.`);
  }
  part("configurations", "note").textContent = notes.join(" ");
}
