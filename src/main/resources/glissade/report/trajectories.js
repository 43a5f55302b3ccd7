// Paths over a landscape of two parameters.

const BANDS = 16;

const pathsByRow = new Map(page.trajectory?.lines.map((line) => [line.row, line]));

/** The landscape that is seen. */
const walk = { map: page.trajectory?.first ?? 0 };

function pathOf(row) {
  return pathsByRow.get(row);
}

function isWalkedHere(row) {
  return pathOf(row)?.map === walk.map;
}

/** Heights between the points of a grid, so that contours are smooth: so many for each, in both directions. */
function finer(map, times) {
  const heights = bytes(map.ground);
  const width = (map.width - 1) * times + 1;
  const height = (map.height - 1) * times + 1;
  const all = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(map.height - 2, Math.floor(y / times));
    const up = y / times - row;
    for (let x = 0; x < width; x++) {
      const column = Math.min(map.width - 2, Math.floor(x / times));
      const right = x / times - column;
      const at = row * map.width + column;
      const below = heights[at] * (1 - right) + heights[at + 1] * right;
      const above = heights[at + map.width] * (1 - right) + heights[at + map.width + 1] * right;
      all[y * width + x] = below * (1 - up) + above * up;
    }
  }
  return { width, height, all };
}

/** The ground in bands of equal height by its logarithm, deepest strongest; where two bands meet is a contour. */
function groundPicture(map) {
  const { width, height, all } = finer(map, 6);
  const high = colour("worst");
  const deep = colour("best");
  const inks = (from) => Array.from({ length: BANDS }, (_, band) => mix(deep, high, from + ((1 - from) * band) / (BANDS - 1)));
  const shades = inks(0.45);
  const edges = inks(0.3).map((ink, band) => ink.map((channel, i) => Math.round(0.7 * channel + 0.3 * shades[Math.max(0, band - 1)][i])));
  const band = (i) => Math.min(BANDS - 1, Math.floor((BANDS * all[i]) / 256));
  return picture(width, height, (i) => {
    const right = (i + 1) % width === 0 ? i : i + 1;
    const above = i + width < all.length ? i + width : i;
    return (band(i) === band(right) && band(i) === band(above) ? shades : edges)[band(i)];
  });
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
  const rows = shown(isWalkedHere);
  const stored = page.trajectory.maps[walk.map];
  const map = stored.ground ? stored : extent(rows);
  const series = rows.flatMap((row, place) => pathSeries(row, trialColour(row), BEST_ON_TOP - place));
  if (stored.ground) {
    series.unshift(ground(groundPicture(map), { ...map, inside: true }));
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
function pathSeries(row, ink, z) {
  const path = pathOf(row);
  const [step, x, y, loss] = [path.step, path.x, path.y, path.loss].map((series) => numbers(series, path.length));
  const data = Array.from(step, (number, i) => [x[i], y[i], number, loss[i]]);
  const ends = [
    { value: data[0], symbolSize: 11, itemStyle: { color: colour("paper"), borderColor: ink, borderWidth: 2 } },
    { value: data[data.length - 1], symbolSize: 10, itemStyle: { color: ink, borderColor: colour("paper"), borderWidth: 1.5 } },
  ];
  const name = trialName(row);
  return [
    { type: "line", name, data, color: ink, symbol: "circle", symbolSize: 4, showSymbol: data.length <= 600, showAllSymbol: true, clip: true, z, lineStyle: { width: 2 }, emphasis: { disabled: true } },
    { type: "scatter", name, data: ends, z: z + 0.5, clip: true },
  ];
}

/** Whether it goes where the ground is not drawn. */
function leaves(row, { left, right, bottom, top }) {
  const path = pathOf(row);
  const isOut = (series, low, high) => numbers(series, path.length).some((place) => !(place >= low && place <= high));
  return isOut(path.x, left, right) || isOut(path.y, bottom, top);
}

/** What a picture of paths does not show. */
function unseen(rows) {
  const map = page.trajectory.maps[walk.map];
  const gone = map.ground ? rows.filter((row) => leaves(row, map)).map(trialName) : [];
  return [
    rows.length === 0 ? "None of the trials chosen walked here." : "",
    rows.length > 1 ? "Where paths lie on each other, the one named first is on top." : "",
    gone.length > 0 ? `Out of the picture for a while, or for good: ${gone.join("; ")}.` : "",
  ];
}

function trajectoriesSection() {
  if (!page.trajectory) {
    return;
  }
  show("trajectories");
  const chart = new Chart("trajectories-chart", "Paths on the landscape", trajectoriesOption);
  const redraw = () => {
    const rows = shown(isWalkedHere);
    paintLegend(part("trajectories", "legend"), rows);
    const deep = page.trajectory.maps[walk.map].ground ? "; the stronger the ground, the deeper" : "";
    part("trajectories", "lead").textContent = `Where each trial walked, from the ring to the dot${deep}.`;
    part("trajectories", "note").textContent = [...unseen(rows), page.trajectory.note].filter(Boolean).join(" ");
    chart.draw();
  };
  if (page.trajectory.maps.length > 1) {
    const options = page.trajectory.maps.map((map, place) => [String(place), map.name]);
    part("trajectories", "controls").append(choice("Landscape", options, String(walk.map), (value) => {
      walk.map = Number(value);
      announce();
    }));
  }
  onWanted(redraw);
  onColours(() => paintLegend(part("trajectories", "legend"), shown(isWalkedHere)));
  redraw();
}
