// What the best models of two features say all over the plane.

const boundaries = { map: 0, split: null };

/** The colour of each point: its class, the stronger the surer; of a value, the stronger the larger. */
function boundaryColours(map) {
  const sure = bytes(map.sure);
  const kinds = map.kind === null ? null : bytes(map.kind);
  const paper = colour("paper");
  const shades = new Map();
  return (i) => {
    const step = Math.round((SHADES * sure[i]) / 255);
    const kind = kinds ? kinds[i] : 0;
    const key = kind * 100 + step;
    if (!shades.has(key)) {
      const ink = LINES[kind % MOST_LINES];
      shades.set(key, kind === 255 ? mix(paper, colour("faint"), 0.3) : mix(paper, ink, kinds ? STRENGTH * (0.25 + (0.75 * step) / SHADES) : step / SHADES));
    }
    return shades.get(key);
  };
}

function boundaryPicture(map) {
  return picture(map.width, map.height, boundaryColours(map));
}

function boundaryOption() {
  const { classes, maps, points: sets } = page.boundary;
  const map = maps[boundaries.map];
  const set = sets[map.points];
  const dots = set ? boundaryDots(set, classes) : [];
  return {
    ...planeAxes(map, ["x", "y"]),
    tooltip: hover((mark) => mark.data.tip && tip(mark.data.tip[0], mark.data.tip[1])),
    series: [ground(boundaryPicture(map), map), { type: "scatter", data: dots, symbolSize: 7, clip: true, z: 3 }],
  };
}

function boundaryDots(set, classes) {
  const x = numbers(set.x, set.length);
  const y = numbers(set.y, set.length);
  const split = bytes(set.split);
  const target = set.target === null ? null : bytes(set.target);
  const value = numbers(set.value, set.length);
  const dots = [];
  for (let i = 0; i < set.length; i++) {
    if (set.splits[split[i]] === boundaries.split) {
      const says = target ? classes[target[i]] : short(value[i]);
      const ink = target ? blend(LINES[target[i] % MOST_LINES], isDark() ? "#ffffff" : "#000000", 0.28) : colour("ink");
      dots.push({ value: [x[i], y[i]], tip: [`${boundaries.split} row`, [[null, "x", short(x[i])], [null, "y", short(y[i])], [null, target ? "class" : "value", says]]], itemStyle: { color: ink, borderColor: colour("paper"), borderWidth: 1 } });
    }
  }
  return dots;
}

function mapName(map) {
  return trialName(map.row) + (map.epoch === null ? "" : `, epoch ${map.epoch}`);
}

function boundariesSection() {
  if (!page.boundary) {
    return;
  }
  show("boundaries");
  const { maps, points: sets } = page.boundary;
  const splits = [...new Set(sets.flatMap((set) => set.splits))];
  boundaries.split = splits.includes("train") ? "train" : splits[0];
  const chart = new Chart("boundaries-chart", "Decision boundary", boundaryOption);
  const trialsOfMaps = [...new Set(maps.map((map) => map.row))];
  const redraw = () => {
    paintThumbnails(trialsOfMaps, pick);
    chart.describe(`Decision boundary of ${mapName(maps[boundaries.map])}`);
    chart.draw();
    part("boundaries", "note").textContent = `Shown: ${mapName(maps[boundaries.map])}; ${metricWords} ${short(selected[maps[boundaries.map].row])}. The stronger the colour, the surer the model. Dots: ${boundaries.split} rows.`;
  };
  const pick = (place) => {
    boundaries.map = place;
    redraw();
  };
  if (splits.length > 1) {
    part("boundaries", "controls").append(choice("Dots", splits.map((split) => [split, split]), boundaries.split, (value) => {
      boundaries.split = value;
      redraw();
    }));
  }
  epochControls(pick);
  document.querySelector("#boundaries .split").classList.toggle("alone", trialsOfMaps.length === 1);
  onColours(redraw);
  redraw();
}

/** Where maps of several epochs were stored: a slider through them, and a button that plays them. */
function epochControls(pick) {
  const { maps } = page.boundary;
  if (maps.every((map) => map.epoch === null)) {
    return;
  }
  const course = () => maps.map((map, place) => ({ ...map, place })).filter((map) => map.row === maps[boundaries.map].row).sort((a, b) => a.epoch - b.epoch);
  const slider = element("input", { type: "range", min: "0", max: String(course().length - 1), value: "0", "aria-label": "Epoch", oninput: () => pick(course()[Number(slider.value)].place) });
  let timer = null;
  const play = element("button", { type: "button", onclick: () => {
    if (timer) {
      clearInterval(timer);
      timer = null;
      play.textContent = "Play";
      return;
    }
    play.textContent = "Stop";
    timer = setInterval(() => {
      slider.max = String(course().length - 1);
      slider.value = String((Number(slider.value) + 1) % course().length);
      pick(course()[Number(slider.value)].place);
    }, 400);
  } }, "Play");
  part("boundaries", "controls").append(element("label", {}, "Epoch", slider), play);
}

function paintThumbnails(rows, pick) {
  const { maps } = page.boundary;
  if (rows.length === 1) {
    return;
  }
  part("boundaries", "thumbnails").replaceChildren(
    ...rows.map((row) => {
      const own = maps.map((map, place) => ({ map, place })).filter(({ map }) => map.row === row);
      const last = own[own.length - 1];
      const pressed = maps[boundaries.map].row === row;
      const button = element("button", { type: "button", "aria-pressed": String(pressed), onclick: () => pick(last.place) });
      button.append(thumbnail(last.place, last.map), trialName(row), element("br"), short(selected[row]));
      return button;
    }),
  );
}

const thumbnails = new Map();

function thumbnail(place, map) {
  const key = `${place} ${isDark()}`;
  if (!thumbnails.has(key)) {
    thumbnails.set(key, boundaryPicture(map));
  }
  return thumbnails.get(key);
}
