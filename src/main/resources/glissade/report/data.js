// What Java wrote into this page, and the tables as columns.

const page = JSON.parse(document.getElementById("data").textContent);

/** Bytes of base64. */
function bytes(text) {
  const raw = atob(text);
  const all = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) {
    all[i] = raw.charCodeAt(i);
  }
  return all;
}

/** Bytes of which neighbours are often equal: pairs of how many, and which. */
function unrolled(text, length) {
  const pairs = bytes(text);
  const all = new Uint8Array(length);
  for (let i = 0, at = 0; i < pairs.length; i += 2) {
    all.fill(pairs[i + 1], at, (at += pairs[i]));
  }
  return all;
}

/** A series of numbers: null for none at all, a number for the same in every place, or base64 of little-endian doubles. */
function numbers(series, length) {
  if (typeof series === "string") {
    return new Float64Array(bytes(series).buffer);
  }
  return new Float64Array(length).fill(series === null ? NaN : series);
}

/** The rows of a CSV text: lists of texts, with null for an empty field. */
function csvRows(text) {
  const rows = [];
  let row = [];
  let at = 0;
  while (at < text.length) {
    let cell;
    if (text[at] === '"') {
      let end = at + 1;
      while (text[end] !== '"' || text[end + 1] === '"') {
        end += text[end] === '"' ? 2 : 1;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      let end = at;
      while (text[end] !== "," && text[end] !== "\n") {
        end++;
      }
      cell = end === at ? null : text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === "\n") {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}

/** A table: its columns by name, numbers as Float64Array (NaN where empty), texts as list (null where empty). */
class Table {
  constructor(stored) {
    const rows = csvRows(stored.csv);
    this.csv = stored.csv;
    this.rows = rows.length - 1;
    this.columns = stored.columns.map(([name, type], place) => {
      const texts = type === "text";
      const values = texts ? new Array(this.rows) : new Float64Array(this.rows);
      for (let row = 0; row < this.rows; row++) {
        const cell = rows[row + 1][place];
        values[row] = texts ? cell : cell === null ? NaN : Number(cell);
      }
      return { name, label: name, type, values };
    });
    this.byName = new Map(this.columns.map((column) => [column.name, column]));
  }

  column(name) {
    return this.byName.get(name);
  }

  values(name) {
    return this.byName.get(name).values;
  }
}

const trials = page.trials ? new Table(page.trials) : null;
const swept = trials ? page.trials.swept.map(([name, label]) => Object.assign(trials.column(name), { label, chosen: true })) : [];

/** All rows of trials: those that lead, best first (of each configuration with replicates the best one), then all others. */
const ranked = trials ? page.trials.ranked : [];
/** Where there are replicates: configurations by their mean, best first. */
const standings = page.configurations ? new Table(page.configurations) : null;

function configurationOf(row) {
  return page.run.replicated ? trials.values("configuration")[row] : row;
}

/** Of each trial its place; of one with replicates that of its configuration, and its mean. */
const rankOf = new Map();
const meanOf = new Map();
if (standings) {
  const placed = new Map(standings.values("configuration").map((name, place) => [name, place]));
  for (const row of ranked) {
    const place = placed.get(configurationOf(row));
    const mean = standings.values("mean")[place];
    if (Number.isFinite(mean)) {
      rankOf.set(row, standings.values("rank")[place]);
      meanOf.set(row, mean);
    }
  }
} else {
  ranked.slice(0, page.trials?.leaders).forEach((row, place) => rankOf.set(row, place + 1));
}

/** The number that ranks. */
const selected = trials ? trials.values(page.run.column) : new Float64Array(0);

/** Lists such as [32, 32] by their length, then number by number; others as texts. */
function compareTexts(a, b) {
  const parts = (text) => (text.startsWith("[") ? text.slice(1, -1).split(",").map(Number) : []);
  const [left, right] = [parts(a), parts(b)];
  if (left.length !== right.length) {
    return left.length - right.length;
  }
  const differing = left.findIndex((part, i) => part !== right[i]);
  const byNumber = differing < 0 ? 0 : left[differing] - right[differing];
  return byNumber || (a < b ? -1 : a > b ? 1 : 0);
}

/** The values of a column in order, numbers by size, texts by alphabet. */
function distinct(column, rows) {
  const values = new Set();
  for (const row of rows) {
    const value = column.values[row];
    if (value !== null && !Number.isNaN(value)) {
      values.add(value);
    }
  }
  const list = [...values];
  return column.type === "text" ? list.sort(compareTexts) : list.sort((a, b) => a - b);
}

const allRows = trials ? Array.from({ length: trials.rows }, (_, row) => row) : [];

/** Swept paths that differ between trials, with their values. */
const axes = swept
  .map((column) => ({ column, label: column.label, values: distinct(column, allRows) }))
  .filter((axis) => axis.values.length > 1);

/** Smallest and largest finite number; NaN twice if there is none. */
function range(values) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low <= high ? [low, high] : [NaN, NaN];
}

/** Of values that were chosen, and of a loss that came out: from here on ratios say more than differences. */
const LARGE_RATIO = 50;
const LARGE_LOSS_RATIO = 6;
const LARGEST_RATIO = 1e9;

/** Whether equal distances should be equal ratios, as the numbers differ by orders of magnitude. */
function spansDecades(low, high, ratio) {
  return low >= 0 && high > ratio * low && high > 0;
}

/** Where ratios are drawn, the least number that they begin at: a power of ten if some lie below it, such as 0. */
function ratioFloor(values) {
  const [low, high] = range(values);
  const least = Math.max(range(values.filter((value) => value > 0))[0], high / LARGEST_RATIO);
  return low < least ? { low: 10 ** Math.floor(Math.log10(least)), floored: true } : { low, floored: false };
}

/** The selected number from worst to best, without trials that ended badly, which would make all others look alike. */
const metricScale = (() => {
  const status = trials ? trials.values("status") : [];
  const steady = allRows.filter((row) => status[row] !== "diverged" && status[row] !== "failed");
  let [low, high] = range(steady.map((row) => selected[row]));
  const [least, most] = range(selected);
  if (Number.isNaN(low)) {
    [low, high] = [least, most];
  }
  const ratio = page.run?.smallIsGood === true && spansDecades(least, high, LARGE_LOSS_RATIO);
  const best = page.run?.smallIsGood ? { low: least, high } : { low, high: most };
  return { ...best, ...(ratio ? ratioFloor(selected.filter((value) => value <= high)) : {}), ratio };
})();

/** Whether a trial has no number, or one so bad that it has no place among those of the trials that went well. */
function isOff(row) {
  const value = selected[row];
  return !Number.isFinite(value) || (page.run.smallIsGood ? value > metricScale.high : value < metricScale.low);
}

/** A number as charts place it: at the edge if it lies beyond. */
function clamped(value) {
  return Math.max(metricScale.low, Math.min(metricScale.high, value));
}

/** 0 for the worst, 1 for the best. */
function goodness(value) {
  const { low, high, ratio } = metricScale;
  if (!(high > low)) {
    return Number.isFinite(value) ? 1 : 0;
  }
  if (!Number.isFinite(value)) {
    return 0;
  }
  const at = (number) => (ratio ? Math.log(number) : number);
  const share = (at(clamped(value)) - at(low)) / (at(high) - at(low));
  return page.run.smallIsGood ? 1 - share : share;
}

function median(sorted) {
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
