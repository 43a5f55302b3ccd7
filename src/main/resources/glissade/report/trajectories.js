// Paths over a landscape of two parameters.

const BANDS = 16;

const walk = { map: 0 };

function pathOf(row) {
  return page.trajectory.lines.find((line) => line.row === row);
}

/** The paths on this landscape that are shown. */
function paths() {
  const mine = (row) => pathOf(row)?.map === walk.map;
  return shown(mine);
}

/** The ground in bands of equal height by its logarithm, deepest strongest; where two bands meet is a contour. */
function groundColours(map) {
  const heights = bytes(map.ground);
  const high = colour("worst");
  const deep = colour("best");
  const shades = Array.from({ length: BANDS }, (_, band) => mix(deep, high, 0.45 + (0.55 * band) / (BANDS - 1)));
  const edges = shades.map((_, band) => mix(deep, high, Math.max(0, 0.3 + (0.55 * band) / (BANDS - 1))));
  const band = (i) => Math.min(BANDS - 1, Math.floor((BANDS * heights[i]) / 256));
  return (i) => {
    const right = (i + 1) % map.width === 0 ? i : i + 1;
    const above = i + map.width < heights.length ? i + map.width : i;
    return (band(i) === band(right) && band(i) === band(above) ? shades : edges)[band(i)];
  };
}

/** Without a grid of the landscape: just the room that the paths take. */
function extent(rows) {
  const all = rows.map(pathOf);
  const [left, right] = range(all.flatMap((path) => [...numbers(path.x, path.length)]).filter((x) => Math.abs(x) < 1e3));
  const [bottom, top] = range(all.flatMap((path) => [...numbers(path.y, path.length)]).filter((y) => Math.abs(y) < 1e3));
  const pad = Math.max(right - left, top - bottom, 1e-3) * 0.05;
  return { left: left - pad, right: right + pad, bottom: bottom - pad, top: top + pad };
}

function trajectoriesOption() {
  const rows = paths();
  const stored = page.trajectory.maps[walk.map];
  const map = stored.ground ? stored : extent(rows);
  const series = rows.flatMap((row, place) => pathSeries(row, lineColour(place)));
  if (stored.ground) {
    series.unshift(ground(picture(map.width, map.height, groundColours(map)), map));
  }
  return {
    ...planeAxes(map, ["x", "y"]),
    tooltip: hover((mark) => mark.value && tip(mark.seriesName, [
      [null, "step", count(mark.value[2])], [null, "x", short(mark.value[0])], [null, "y", short(mark.value[1])], [null, "loss", short(mark.value[3])],
    ])),
    series,
  };
}

/** A line, a ring where it starts, a dot where it ends. */
function pathSeries(row, ink) {
  const path = pathOf(row);
  const [step, x, y, loss] = [path.step, path.x, path.y, path.loss].map((series) => numbers(series, path.length));
  const data = Array.from(step, (number, i) => [x[i], y[i], number, loss[i]]);
  const ends = [
    { value: data[0], symbolSize: 11, itemStyle: { color: colour("paper"), borderColor: ink, borderWidth: 2 } },
    { value: data[data.length - 1], symbolSize: 10, itemStyle: { color: ink, borderColor: colour("paper"), borderWidth: 1.5 } },
  ];
  const name = trialName(row);
  return [
    { type: "line", name, data, color: ink, symbol: "circle", symbolSize: 4, showSymbol: data.length <= 600, showAllSymbol: true, clip: true, z: 2, lineStyle: { width: 2 }, emphasis: { disabled: true } },
    { type: "scatter", name, data: ends, z: 3, clip: true },
  ];
}

function trajectoriesSection() {
  if (!page.trajectory) {
    return;
  }
  show("trajectories");
  const best = ranked.find((row) => pathOf(row));
  walk.map = pathOf(best).map;
  const chart = new Chart("trajectories-chart", "Paths on the landscape", trajectoriesOption);
  const redraw = () => {
    const rows = paths();
    paintLegend(part("trajectories", "legend"), rows);
    const none = rows.length === 0 ? "None of the trials chosen walked here." : "";
    part("trajectories", "note").textContent = [none, page.trajectory.note].filter(Boolean).join(" ");
    chart.draw();
  };
  if (page.trajectory.maps.length > 1) {
    const options = page.trajectory.maps.map((map, place) => [String(place), map.name]);
    part("trajectories", "controls").append(choice("Landscape", options, String(walk.map), (value) => {
      walk.map = Number(value);
      redraw();
    }));
  }
  onWanted(redraw);
  onColours(() => paintLegend(part("trajectories", "legend"), paths()));
  redraw();
}
