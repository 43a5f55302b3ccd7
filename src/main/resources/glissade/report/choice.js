// Which trials are wanted: those that pass the filter and the brushes, and those that were chosen by hand.

const MOST_CHOSEN = MOST_LINES;
const LEADERS_SHOWN = 6;

const wanted = {
  filter: "",
  /** By axis label, the intervals that a trial's value must lie in. */
  brushes: new Map(),
  chosen: [],
  passing: ranked,
  listeners: [],
};

function onWanted(listener) {
  wanted.listeners.push(listener);
}

function announce() {
  wanted.listeners.forEach((listener) => listener());
}

const OPERATORS = {
  "=": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  ">=": (a, b) => a >= b,
};

function columnCalled(name) {
  const low = name.toLowerCase();
  const fits = (text) => text.toLowerCase() === low || text.toLowerCase().endsWith(`.${low}`);
  return trials.columns.find((column) => fits(column.label) || fits(column.name));
}

/** A test of rows from one word of the filter: a comparison if it names a column, else any cell that has it. */
function testOf(word) {
  const parts = /^(.+?)(<=|>=|!=|=|<|>)(.*)$/.exec(word);
  const column = parts && columnCalled(parts[1]);
  if (column) {
    const compare = OPERATORS[parts[2]];
    if (column.type !== "text") {
      const number = Number(parts[3]);
      return (row) => compare(column.values[row], number);
    }
    const text = parts[3].toLowerCase();
    return (row) => compare((column.values[row] ?? "").toLowerCase(), text);
  }
  const low = word.toLowerCase();
  const columns = trials.columns.filter((each) => each.type === "text" || each.chosen);
  return (row) => columns.some((each) => cell(each, row).toLowerCase().includes(low));
}

/** Words are divided by blanks, unless in quotation marks. */
function words(text) {
  return [...text.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map((match) => match[0].replaceAll('"', "")).filter(Boolean);
}

function refilter() {
  const tests = words(wanted.filter).map(testOf);
  for (const [label, { place, intervals }] of wanted.brushes) {
    if (label && intervals.length > 0) {
      tests.push((row) => intervals.some(([low, high]) => place(row) >= low && place(row) <= high));
    }
  }
  wanted.passing = tests.length === 0 ? ranked : ranked.filter((row) => tests.every((test) => test(row)));
  announce();
}

/** Chooses a trial, or no longer; the one chosen first gives way where there are too many. */
function toggle(row) {
  const place = wanted.chosen.indexOf(row);
  if (place >= 0) {
    wanted.chosen.splice(place, 1);
  } else {
    wanted.chosen.push(row);
    if (wanted.chosen.length > MOST_CHOSEN) {
      wanted.chosen.shift();
    }
  }
  announce();
}

function choose(rows) {
  wanted.chosen = rows.slice(0, MOST_CHOSEN);
  announce();
}

function hasKind(row) {
  return pathOf(row)?.kind >= 0;
}

/** Paths depend on where they are walked: best is then the best of each kind, for example of each optimizer, on that landscape. */
function kindOf(row) {
  return hasKind(row) ? pathOf(row).kind : configurationOf(row);
}

/** The best that pass, one of each group. */
function leadersOf(groupOf, has, most) {
  const best = new Map();
  for (const row of wanted.passing) {
    if (best.size === most) {
      break;
    }
    if (!best.has(groupOf(row)) && has(row)) {
      best.set(groupOf(row), row);
    }
  }
  return [...best.values()];
}

/** The trials that charts tell apart: the chosen ones, else the leading ones of those that pass, one of each configuration. */
function shown(has) {
  if (wanted.chosen.length > 0) {
    return wanted.chosen.filter(has);
  }
  return page.trajectory
    ? leadersOf(kindOf, (row) => has(row) && isWalkedHere(row), MOST_LINES)
    : leadersOf(configurationOf, has, LEADERS_SHOWN);
}

/** The colour that a trial has in the pictures too: that of its kind of path, else of its place among the leading ones; none where there are too many. */
function ownColour(row) {
  if (hasKind(row)) {
    return pathOf(row).kind;
  }
  const leaders = ranked.slice(0, page.trials.leaders).filter((each) => pathOf(each)?.map === pathOf(row)?.map);
  const place = leaders.indexOf(row);
  return place < MOST_LINES ? place : -1;
}

const inks = { of: "", places: new Map() };

/** A trial has one colour in all charts: its own, or where it has none or that is taken the last one that is free. */
function trialColour(row) {
  const first = shown(() => true);
  if (inks.of !== first.join()) {
    inks.of = first.join();
    inks.places = new Map();
    [...first].sort((a, b) => (ownColour(a) < 0) - (ownColour(b) < 0)).forEach(takeColour);
  }
  takeColour(row);
  return lineColour(inks.places.get(row));
}

function takeColour(row) {
  if (inks.places.has(row)) {
    return;
  }
  const taken = new Set(inks.places.values());
  const own = ownColour(row);
  const free = LINES.findLastIndex((_, place) => !taken.has(place));
  inks.places.set(row, own >= 0 && !taken.has(own) ? own : free >= 0 ? free : inks.places.size);
}

/** Names of the trials that are drawn, each with its colour. */
function paintLegend(list, rows) {
  list.replaceChildren(
    ...rows.map((row) => {
      const swatch = element("i", { class: "swatch" });
      swatch.style.background = trialColour(row);
      const item = element("li", {}, swatch, trialName(row));
      if (wanted.chosen.includes(row)) {
        item.append(element("button", { "aria-label": `No longer draw ${trialName(row)}`, onclick: () => toggle(row) }, "×"));
      }
      return item;
    }),
  );
}
