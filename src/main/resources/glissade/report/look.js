// Colours and the parts that all charts share.

/** Those of the pictures (after Okabe and Ito): told apart by people who see fewer colours too. */
const LINES = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8a6d3b", "#4b5563"];
const MOST_LINES = LINES.length;

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : systemDark.matches;
}

/** A colour of the style sheet, as it is now. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function channels(hex) {
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
}

/** The first at 0, the second at 1; as red, green and blue. */
function mix(first, second, share) {
  const end = channels(second);
  return channels(first).map((channel, i) => Math.round(channel + (end[i] - channel) * share));
}

/** How bright it looks (WCAG 2). */
function luminance(rgb) {
  const [red, green, blue] = rgb.map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first, second) {
  const [low, high] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever is easier to read on red, green and blue. */
function inkOn(rgb) {
  const [black, white] = ["#000000", "#ffffff"];
  return contrast(rgb, channels(black)) > contrast(rgb, channels(white)) ? black : white;
}

function blend(first, second, share) {
  return `rgb(${mix(first, second, share).join(",")})`;
}

/** The colour of a line by its place; lighter on dark paper. */
function lineColour(place) {
  const hex = LINES[place % MOST_LINES];
  return isDark() ? blend(hex, "#ffffff", 0.3) : hex;
}

/** From worst to best. */
function shadeChannels(share) {
  return mix(colour("worst"), colour("best"), Math.max(0, Math.min(1, share)));
}

function shade(share) {
  return `rgb(${shadeChannels(share).join(",")})`;
}

const font = () => getComputedStyle(document.body).fontFamily;

/** An axis without ornament. */
function axis(more) {
  const faint = colour("faint");
  const { axisLabel, ...rest } = more;
  return {
    nameLocation: "middle",
    nameTextStyle: { color: faint, fontSize: 12 },
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    axisLabel: { color: faint, fontSize: 12, hideOverlap: true, ...axisLabel },
    splitLine: { lineStyle: { color: colour("line") } },
    ...rest,
  };
}

const acrossAxis = (more) => axis({ nameGap: 28, splitLine: { show: false }, ...more });
const upAxis = (more) => axis({ ...more });

/** A name above an upward axis, where it needs no room beside the plot. */
function topName(name) {
  return { name, nameLocation: "end", nameGap: 12, nameTextStyle: { color: colour("faint"), align: "left", fontSize: 12 } };
}

const LETTER = 7;
const WIDEST_NAME = 150;
const HIGHEST_NAME = 90;

/** An axis of names, the more aslant the less room each has; where even upright ones would meet, some are left out. */
function namedAxis(names, width) {
  const slot = (width - 70) / names.length;
  const longest = Math.max(...names.map((name) => name.length)) * LETTER;
  const rotate = longest + 8 < slot ? 0 : slot >= 28 ? 30 : slot >= 20 ? 45 : 90;
  const most = rotate === 90 ? HIGHEST_NAME : WIDEST_NAME;
  const gap = 28 + Math.round(Math.min(longest, most) * Math.sin((rotate * Math.PI) / 180));
  const axisLabel = { interval: slot >= 14 ? 0 : "auto", hideOverlap: slot < 14, rotate, width: most, overflow: "truncate" };
  return { type: "category", data: names, nameGap: gap, axisLabel };
}

/** Room around a plot; labels make their own. */
const room = { left: 12, right: 20, top: 26, bottom: 36, containLabel: true };

/** The box that appears at the pointer: elements made by us, as inline styles in HTML would be refused. */
function hover(make, more) {
  return {
    confine: true,
    appendTo: undefined,
    transitionDuration: 0,
    backgroundColor: colour("paper"),
    borderColor: colour("line"),
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: colour("ink") },
    formatter: make,
    ...more,
  };
}

/** A heading over lines of a colour (or null), a label and a value. */
function tip(heading, lines) {
  const box = element("div", { class: "tip" }, element("b", {}, heading));
  for (const [ink, label, value] of lines) {
    const line = element("div", {});
    if (ink) {
      const swatch = element("i", { class: "swatch dot" });
      swatch.style.background = ink;
      line.append(swatch);
    }
    line.append(element("span", {}, label), element("span", {}, value));
    box.append(line);
  }
  return box;
}

