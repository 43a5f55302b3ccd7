// The best of each run of this experiment, night after night.

function historySection() {
  if (!page.history) {
    return;
  }
  const nights = new Table(page.history);
  const rows = Array.from({ length: nights.rows }, (_, row) => row)
    .filter((row) => Number.isFinite(nights.values("best")[row]) && nights.values("ranked_by")[row] === page.run.metric)
    .map((row) => Object.fromEntries(nights.columns.map((column) => [column.name, column.values[row]])));
  const now = thisNight();
  if (rows.length === 0 || !Number.isFinite(now.best)) {
    return;
  }
  rows.push(now);
  show("history");
  const closed = (row) => row.state === "gate-failed";
  const when = (row) => row.started.replace("T", " ").replace(/(\.\d+)?Z/, "");
  new Chart("history-chart", `Best ${metricWords} of each run`, () => ({
    grid: { ...room, left: 4 },
    xAxis: acrossAxis({ type: "category", data: rows.map((row) => row.started.slice(0, 10)), boundaryGap: true }),
    yAxis: upAxis({ type: "value", scale: true, axisLabel: { formatter: plain } }),
    tooltip: hover((mark) => {
      const row = rows[mark.dataIndex];
      return tip(`${when(row)} UTC`, [
        [null, metricWords, short(row.best)],
        ...(Number.isFinite(row.low) ? [[null, "95 % interval", `${short(row.low)} to ${short(row.high)}`]] : []),
        ...(Number.isFinite(row.drop) ? [[null, "worse than its baseline by", short(row.drop)]] : []),
        [null, "run", row.run],
        ...(row.reasons ? [[null, row.reasons, ""]] : []),
      ]);
    }),
    series: [
      intervals(rows.map((row, place) => [place, row.low, row.high])),
      {
        type: "line", name: "best", symbol: "circle", symbolSize: 9, lineStyle: { width: 1.5, color: colour("accent") }, emphasis: { disabled: true },
        data: rows.map((row) => ({
          value: row.best,
          itemStyle: { color: closed(row) ? colour("paper") : row === now ? colour("ink") : colour("accent"), borderColor: closed(row) ? colour("warn") : colour("accent"), borderWidth: 2 },
        })),
      },
    ],
  }));
  const shut = rows.filter(closed).length;
  part("history", "note").textContent = `The last one is this run.${shut > 0 ? ` Ringed: the gate was closed (${count(shut)}).` : ""}`;
}

/** This run, as the history will have it. */
function thisNight() {
  const { id, started } = page.run;
  if (!standings) {
    return { run: id, started, best: selected[ranked[0]] };
  }
  const all = standings;
  const [best, low, high] = ["mean", "low", "high"].map((name) => all.values(name)[0]);
  return { run: id, started, best, low, high };
}

/** Upright bars from low to high. */
function intervals(data) {
  return {
    type: "custom", silent: true, data, encode: { x: 0, y: [1, 2] }, tooltip: { show: false },
    renderItem: (_, api) => {
      const [x, from] = api.coord([api.value(0), api.value(1)]);
      const [, to] = api.coord([api.value(0), api.value(2)]);
      return Number.isFinite(from + to) ? { type: "line", shape: { x1: x, y1: from, x2: x, y2: to }, style: { stroke: colour("accent"), lineWidth: 2, opacity: 0.5 } } : null;
    },
  };
}
