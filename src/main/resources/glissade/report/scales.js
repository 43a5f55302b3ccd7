// Axes of numbers: where charts put a value, and what is written along them.

/** Logarithms of 1, 2 and 5, nearly enough for an eye, in tenths. */
const ROUND_TENTHS = new Map([[0, 1], [3, 2], [7, 5]]);
/** The same where there is room for more, in even steps. */
const MORE_TENTHS = new Map([[0, 1], [2, 1.6], [4, 2.5], [6, 4], [8, 6.3]]);
const MOST_DECADES_WITH_MORE = 1.3;
const MOST_DECADES_IN_STEPS = 3.2;
/** Across, words take more room than upwards. */
const MOST_DECADES_ACROSS = 1.3;
const MOST_DECADES_MARKED = 8;
const FEWEST_TENTHS = 7;
const LANE_SHARE = 0.16;
/** How much of an axis across the lane's word covers. */
const LANE_WORD_SHARE = 0.18;

/** A step of 1, 2 or 5 times a power of ten that divides a span into about so many. */
function niceStep(span, parts) {
  const power = 10 ** Math.floor(Math.log10(span / parts));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => span / step <= parts * 1.5);
}

/** Marks by their place in steps from 0: what each says. */
function evenMarks(low, high) {
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Numbers that differ in their last bits only have no marks between them.
  const span = high - low > 1e-9 * size ? high - low : size || 1;
  const step = niceStep(span, 4);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const marks = new Map();
  for (let place = first; place <= last; place++) {
    marks.set(place, mark(Number((place * step).toPrecision(12))));
  }
  return { step, first, last, laneSteps: 1, marks, at: (value) => value };
}

/** By ratio: 1, 2, 5, 10 and so on, of many decades only powers of ten; other numbers where there is less than a decade. */
function ratioMarks({ low, high, floored, across }) {
  const [from, to] = [Math.log10(low), Math.log10(high)];
  const tenths = (to - from) * 10;
  const fine = tenths < FEWEST_TENTHS;
  // Of more than forty places the charts measure only some of the words.
  const each = tenths < 33 ? 1 : tenths < 66 ? 2 : 5;
  const step = fine ? niceStep(Math.max(to - from, 1e-6), 5) : each / 10;
  const room = Math.max(0.03 * (to - from), 0.2 * step);
  const first = Math.floor((from - (floored ? 0 : room)) / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil((to + room) / step - 1e-9));
  const marks = new Map();
  const digits = !across && tenths <= 10 * MOST_DECADES_WITH_MORE ? MORE_TENTHS : ROUND_TENTHS;
  const mostDecades = across ? MOST_DECADES_ACROSS : MOST_DECADES_IN_STEPS;
  const stride = Math.ceil(tenths / 10 / MOST_DECADES_MARKED);
  for (let place = first; place <= last; place++) {
    const power = Math.floor((place * each) / 10);
    const digit = digits.get(place * each - 10 * power);
    if (fine) {
      marks.set(place, mark(Number((10 ** (place * step)).toPrecision(3))));
    } else if (tenths <= 10 * mostDecades ? digit : digit === 1 && (power - Math.floor((first * each) / 10)) % stride === 0) {
      marks.set(place, mark(Number(`${digit}e${power}`)));
    }
  }
  if (floored) {
    marks.set(first, `≤ ${plain(low)}`);
  }
  return { step, first, last, laneSteps: Math.max(1, Math.round(LANE_SHARE * (last - first))), marks, at: (value) => Math.log10(Math.max(low, value)) };
}

/**
 * An axis from low to high with some room, even or by ratio; where something lies that has no place between, a lane of that
 * name beyond the low or the high end. Data are given where "at" puts them, as every mark is one of a value axis.
 */
function scaleOf(wantedScale, lane) {
  const { low, high, ratio } = wantedScale;
  if (!Number.isFinite(low)) {
    return { at: (value) => value, axis: { type: "value" } };
  }
  const { step, first, last, laneSteps, marks, at } = ratio ? ratioMarks(wantedScale) : evenMarks(low, high);
  const laneAt = lane?.high ? last + laneSteps : first - laneSteps;
  const [start, end] = lane ? [Math.min(first, laneAt), Math.max(last, laneAt)] : [first, last];
  if (lane) {
    const near = wantedScale.across ? LANE_WORD_SHARE * (end - start) : 0;
    [...marks.keys()].filter((place) => Math.abs(place - laneAt) < near).forEach((place) => marks.delete(place));
    marks.set(laneAt, lane.name);
  }
  const line = colour("line");
  return {
    at,
    lane: laneAt * step,
    axis: {
      type: "value",
      min: start * step,
      max: end * step,
      interval: step,
      axisLabel: { showMinLabel: marks.has(start), showMaxLabel: marks.has(end), formatter: (value) => marks.get(Math.round(value / step)) ?? "" },
      splitLine: { lineStyle: { color: Array.from({ length: end - start + 1 }, (_, i) => (marks.has(start + i) ? line : "transparent")) } },
    },
  };
}

/** A name that says how an axis is divided. */
function scaleName(name, ratio) {
  return ratio ? `${name} (logarithmic)` : name;
}

/** An upward axis of what was measured, which says so where it is by ratio. */
function measuredScale(wantsRatio, values) {
  const [low, high] = range(values);
  const ratio = high > 0 && low >= 0 && wantsRatio(low, high);
  const scale = scaleOf({ low, high, ratio, ...(ratio ? ratioFloor(values) : {}) });
  return { ...scale, axis: ratio ? { ...scale.axis, ...topName("logarithmic") } : scale.axis };
}

/** Beside lines longer than so many times their own length, others are a stroke in a corner. */
const LARGE_LENGTH_RATIO = 10;

/** An axis of counts under lines, given the counts of a row: by ratio where some end long before others, though they did not diverge. */
function lengthScale(name, rows, countsOf, even) {
  const status = trials.values("status");
  const calm = rows.filter((row) => status[row] !== "diverged");
  const [shortest, longest] = range((calm.length > 0 ? calm : rows).map((row) => countsOf(row).at(-1)));
  const [low] = range(rows.map((row) => countsOf(row)[0]));
  const [, high] = range(rows.map((row) => countsOf(row).at(-1)));
  if (even || !(low > 0) || !spansDecades(shortest, longest, LARGE_LENGTH_RATIO)) {
    return { at: (value) => value, axis: { type: "value", name, min: "dataMin", max: "dataMax", minInterval: 1, axisLabel: { formatter: count } } };
  }
  const { at, axis } = scaleOf({ low, high, ratio: true, across: true });
  return { at, axis: { ...axis, name: scaleName(name, true), splitLine: { show: false } } };
}

/** The selected number along an axis; beyond its bad end the trials that have none, or one that is worse than any of those that went well. */
const metricLane = (() => {
  const off = ranked.filter(isOff);
  if (off.length === 0) {
    return null;
  }
  const [one, ...more] = new Set(off.map((row) => trials.values("status")[row]));
  return { high: page.run.smallIsGood, name: more.length === 0 && one === "diverged" ? one : "no number", rows: off.length };
})();

function metricAxis(across) {
  const scale = scaleOf({ ...metricScale, across }, metricLane);
  return { ...scale, place: (row) => (isOff(row) ? scale.lane : scale.at(clamped(selected[row]))) };
}

/** In worse and worse order, and of a half the one between; one of those that are off if it comes to that. */
function medianOf(rows) {
  const sign = page.run.smallIsGood ? 1 : -1;
  return sign * median(rows.map((row) => (isOff(row) ? Infinity : sign * selected[row])).sort((a, b) => a - b));
}

/** What lies on the lane. */
function laneWords() {
  const { rows, name } = metricLane;
  return name === "no number"
    ? `${counted(rows, "trial")} without a number to compare ${rows === 1 ? "lies" : "lie"} at that mark.`
    : `${counted(rows, "trial")} diverged: at that mark, beyond the worst number.`;
}

function metricSays(row) {
  const status = trials.values("status")[row];
  return isOff(row) && status !== "completed" ? `${short(selected[row])}, ${status}` : short(selected[row]);
}
