// What the best models of two features say all over the plane, and how they came to say it.

const boundaries = { map: null, split: null, timer: null };
const FRAME_MILLIS = 500;

const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

/** The colour of each point: its class, the stronger the surer; of a value, the stronger the larger. */
function boundaryColours(map) {
  const sure = unrolled(map.sure, map.width * map.height);
  const kinds = map.kind === null ? null : unrolled(map.kind, map.width * map.height);
  const paper = colour("paper");
  const shades = new Map();
  const most = page.boundary.shades;
  return (i) => {
    const kind = kinds ? kinds[i] : 0;
    const key = kind * 256 + sure[i];
    if (!shades.has(key)) {
      const ink = LINES[kind % MOST_LINES];
      const share = sure[i] / most;
      shades.set(key, kind === 255 ? mix(paper, colour("faint"), 0.3) : mix(paper, ink, kinds ? STRENGTH * (0.25 + 0.75 * share) : share));
    }
    return shades.get(key);
  };
}

function boundaryPicture(map) {
  return picture(map.width, map.height, boundaryColours(map));
}

function boundaryOption() {
  const map = boundaries.map;
  return {
    ...planeAxes(map, ["x", "y"]),
    tooltip: hover((mark) => mark.data.tip && tip(mark.data.tip[0], mark.data.tip[1])),
    series: [ground(boundaryPicture(map), map), { type: "scatter", data: boundaryDots(map), symbolSize: 7, clip: true, z: 3 }],
  };
}

/** The rows of a trial's data; none where they were not stored. */
function pointsOf(map) {
  const { maps, points: sets } = page.boundary;
  return sets[maps.find((own) => own.row === map.row)?.points] ?? null;
}

/** How many of them are dots, which are made only where they are drawn. */
function countDots(map) {
  const set = pointsOf(map);
  return set ? bytes(set.split).filter((place) => set.splits[place] === boundaries.split).length : 0;
}

function boundaryDots(map) {
  const { classes } = page.boundary;
  const set = pointsOf(map);
  if (!set) {
    return [];
  }
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

/** The classes by their colours, as far as colours tell them apart. */
function paintClasses() {
  const classes = page.boundary.classes ?? [];
  part("boundaries", "legend").replaceChildren(
    ...classes.slice(0, MOST_LINES).map((name, place) => {
      const swatch = element("i", { class: "swatch dot" });
      swatch.style.background = LINES[place];
      return element("li", {}, swatch, name);
    }),
  );
}

function mapName(map) {
  return `${trialName(map.row)}, epoch ${count(map.epoch)}`;
}

/** A trial's maps by epoch: those on its way, and the one that stands for it. */
function wayOf(row) {
  const { maps, frames } = page.boundary;
  const way = frames.filter((frame) => frame.row === row);
  const own = maps.find((map) => map.row === row);
  const same = way.findIndex((frame) => frame.epoch === own.epoch);
  way.splice(same < 0 ? way.length : same, same < 0 ? 0 : 1, own);
  return way.sort((a, b) => a.epoch - b.epoch);
}

/** More small maps than have room beside the large one. */
const MAPS_IN_SIGHT = 12;

function boundariesSection() {
  if (!page.boundary) {
    return;
  }
  show("boundaries");
  const { maps, points: sets } = page.boundary;
  const splits = [...new Set(sets.flatMap((set) => set.splits))];
  boundaries.map = maps[0];
  boundaries.split = splits.includes("train") ? "train" : splits[0];
  const chart = new Chart("boundaries-chart", "Decision boundary", boundaryOption);
  const redraw = () => {
    const map = boundaries.map;
    chart.describe(`Decision boundary of ${mapName(map)}`);
    chart.draw();
    const stands = maps.includes(map) ? `; ${metricWords} ${short(selected[map.row])}` : "";
    const dots = boundaries.split ? ` Dots: ${counted(countDots(map), `${boundaries.split} row`)}.` : "";
    part("boundaries", "note").textContent = [`Shown: ${mapName(map)}${stands}. The stronger the colour, the surer the model.${dots}`, page.boundary.note].filter(Boolean).join(" ");
  };
  const follow = wayControls((map) => {
    boundaries.map = map;
    redraw();
  });
  const pick = (map) => {
    boundaries.map = map;
    paintThumbnails(pick);
    follow();
    redraw();
  };
  if (splits.length > 1) {
    part("boundaries", "controls").prepend(choice("Dots", splits.map((split) => [split, split]), boundaries.split, (value) => {
      boundaries.split = value;
      redraw();
    }));
  }
  document.querySelector("#boundaries .split").classList.toggle("alone", maps.length === 1);
  part("boundaries", "lead").textContent = maps.length === 1
    ? "What the model says all over the plane."
    : `What the models say all over the plane. Choose one of ${count(maps.length)} for a closer look${maps.length > MAPS_IN_SIGHT ? "; the list scrolls" : ""}.`;
  paintClasses();
  onColours(() => pick(boundaries.map));
  pick(boundaries.map);
}

/** Where maps of several epochs were stored: a slider through them, and a button that plays them; what follows the trial shown. */
function wayControls(draw) {
  if (page.boundary.frames.length === 0) {
    return () => {};
  }
  let way = [];
  const says = element("output", {});
  const slider = element("input", { type: "range", min: "0", step: "1", "aria-label": "Epoch", oninput: () => {
    stop();
    go(Number(slider.value));
  } });
  const play = element("button", { type: "button", onclick: () => (boundaries.timer ? stop() : start()) }, "Play");
  const box = element("span", { class: "way" }, element("label", {}, "Epoch", slider, says), play);
  const write = (place) => {
    slider.value = String(place);
    says.textContent = count(way[place].epoch);
    slider.setAttribute("aria-valuetext", `epoch ${way[place].epoch}`);
  };
  const go = (place) => {
    write(place);
    draw(way[place]);
  };
  const stop = () => {
    clearInterval(boundaries.timer);
    boundaries.timer = null;
    play.textContent = "Play";
  };
  // From the first to the last, once; from where it stands unless that is the last.
  const start = () => {
    let place = Number(slider.value) === way.length - 1 ? 0 : Number(slider.value);
    go(place);
    play.textContent = "Stop";
    boundaries.timer = setInterval(() => {
      place++;
      go(place);
      if (place === way.length - 1) {
        stop();
      }
    }, FRAME_MILLIS);
  };
  const rest = () => {
    play.hidden = stillness.matches;
    if (stillness.matches) {
      stop();
    }
  };
  stillness.addEventListener("change", rest);
  rest();
  part("boundaries", "controls").append(box);
  return () => {
    stop();
    way = wayOf(boundaries.map.row);
    box.hidden = way.length === 1;
    slider.max = String(way.length - 1);
    write(way.indexOf(boundaries.map));
  };
}

function paintThumbnails(pick) {
  const { maps } = page.boundary;
  if (maps.length === 1) {
    return;
  }
  const list = part("boundaries", "thumbnails");
  const focused = [...list.children].indexOf(document.activeElement);
  list.replaceChildren(
    ...maps.map((map) => {
      const pressed = boundaries.map.row === map.row;
      const button = element("button", { type: "button", "aria-pressed": String(pressed), onclick: () => pick(map) });
      button.append(thumbnail(map), trialName(map.row), element("br"), short(selected[map.row]));
      return button;
    }),
  );
  list.children[focused]?.focus();
}

const thumbnails = new Map();

function thumbnail(map) {
  const key = `${map.row} ${isDark()}`;
  if (!thumbnails.has(key)) {
    thumbnails.set(key, boundaryPicture(map));
  }
  return thumbnails.get(key);
}
