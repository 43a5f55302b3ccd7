// Words, numbers and elements. Nothing that a user wrote is ever read as HTML: texts become text nodes.

/** An element; of its properties, "on..." are listeners and all others attributes. */
function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A measured number, as everywhere on this page: four digits behind the point, and four in all of what is smaller. */
function short(value) {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return "–";
  }
  const size = Math.abs(value);
  if (size === 0 || size === Infinity) {
    return size === 0 ? "0" : value > 0 ? "infinity" : "-infinity";
  }
  if (size >= 1000 && size < 1e6) {
    return (value < 0 ? "-" : "") + count(Math.round(size));
  }
  if (size >= 1e-4 && size < 1000) {
    return size >= 0.1 ? value.toFixed(4) : value.toPrecision(4);
  }
  return power(value.toExponential(3));
}

/** A list of several equal numbers by one of them: [32 × 8]. */
function listed(text) {
  const parts = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1).split(", ") : [];
  return parts.length > 2 && parts.every((part) => part === parts[0]) ? `[${parts[0]} × ${parts.length}]` : text;
}

/** A number that somebody chose: as it was written, or six digits of it where it was drawn. */
function plain(value) {
  if (Number.isNaN(value)) {
    return "–";
  }
  const size = Math.abs(value);
  if (size > 0 && size < 1e-4) {
    return power(Number(value.toPrecision(6)).toExponential());
  }
  return power(size < 1e7 && Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6))));
}

function power(text) {
  const [digits, exponent] = text.split("e");
  return exponent === undefined ? digits : `${digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits}e${Number(exponent)}`;
}

/** 12,345 */
function count(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number beside an axis. */
function mark(value) {
  const size = Math.abs(value);
  return Number.isInteger(value) && size < 1e7 ? count(value) : size >= 1e-4 && size < 1e7 ? String(value) : plain(value);
}

function counted(number, thing) {
  return `${count(number)} ${thing}${number === 1 ? "" : "s"}`;
}

/** What a cell of a column says. */
function cell(column, row) {
  const value = column.values[row];
  if (column.type === "text") {
    return value === null ? "–" : value;
  }
  return column.chosen ? plain(value) : column.type === "whole" ? mark(value) : short(value);
}

/** All that was varied in a trial; its id if nothing was. */
function trialName(row) {
  const words = axes
    .filter((axis) => cell(axis.column, row) !== "–")
    .map((axis) => `${axis.label} ${listed(cell(axis.column, row))}`);
  if (page.run.replicated) {
    words.push(`replicate ${trials.values("replicate")[row]}`);
  }
  return words.length > 0 ? words.join(", ") : `trial ${trials.values("trial_id")[row]}`;
}

const metricWords = page.run ? page.run.metric.replace(".", " ") : "";

/** Longer words than so many letters do not fit into a closed list on a telephone. */
const LONG_WORDS = 22;

/** A choice among options, each a pair of value and words. */
function choice(label, options, value, changed) {
  const list = element("select", { onchange: () => changed(list.value) });
  for (const [key, words] of options) {
    list.append(element("option", { value: key, selected: key === value }, words));
  }
  return element("label", {}, label, options.some(([, words]) => words.length > LONG_WORDS) ? faced(list) : list);
}

/** A list that lies unseen on what was chosen, as browsers cut that rather than fold it. */
function faced(list) {
  const face = element("span", { "aria-hidden": true });
  const write = () => face.replaceChildren(list.selectedOptions[0]?.textContent ?? "");
  list.addEventListener("change", write);
  write();
  return element("span", { class: "faced" }, face, list);
}

function tick(label, value, changed) {
  const box = element("input", { type: "checkbox", checked: value, onchange: () => changed(box.checked) });
  return element("label", {}, box, label);
}

/** The part of a section that is called so. */
function part(section, name) {
  return document.querySelector(`#${section} .${name}`);
}

function show(section) {
  document.getElementById(section).hidden = false;
}
