// The best of each run of this experiment, night after night.

function historySection() {
  if (!page.history) {
    return;
  }
  const nights = new Table(page.history);
  const best = nights.values("best");
  const rows = Array.from(best.keys()).filter((row) => Number.isFinite(best[row]) && nights.values("ranked_by")[row] === page.run.metric);
  if (rows.length < 2) {
    return;
  }
  show("history");
  const [low, high, drop] = ["low", "high", "drop"].map((name) => nights.values(name));
  const text = (name, row) => nights.values(name)[row];
  const closed = (row) => text("state", row) === "gate-failed";
  const when = (row) => text("started", row).replace("T", " ").replace("Z", "");
  new Chart("history-chart", `Best ${metricWords} of each run`, () => ({
    grid: { ...room, left: 4 },
    xAxis: acrossAxis({ type: "category", data: rows.map((row) => text("night", row)), boundaryGap: true }),
    yAxis: upAxis({ type: "value", scale: true, axisLabel: { formatter: plain } }),
    tooltip: hover((mark) => {
      const row = rows[mark.dataIndex];
      return tip(`${when(row)} UTC`, [
        [null, metricWords, short(best[row])],
        ...(Number.isFinite(low[row]) ? [[null, "95 % interval", `${short(low[row])} to ${short(high[row])}`]] : []),
        ...(Number.isFinite(drop[row]) ? [[null, "worse than the baseline by", short(drop[row])]] : []),
        [null, "state", text("state", row)],
        [null, "run", text("run", row)],
        ...(text("reasons", row) ? [[null, text("reasons", row), ""]] : []),
      ]);
    }),
    series: [
      intervals(rows.map((row, place) => [place, low[row], high[row]])),
      {
        type: "line", name: "best", symbol: "circle", symbolSize: 9, lineStyle: { width: 1.5, color: colour("accent") }, emphasis: { disabled: true },
        data: rows.map((row) => ({
          value: best[row],
          itemStyle: { color: closed(row) ? colour("paper") : text("run", row) === page.run.id ? colour("ink") : colour("accent"), borderColor: closed(row) ? colour("warn") : colour("accent"), borderWidth: 2 },
        })),
      },
    ],
  }));
  const shut = rows.filter(closed).length;
  part("history", "note").textContent = `Dark: this run.${shut > 0 ? ` Ringed: the gate was closed (${count(shut)}).` : ""}`;
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
