// The table of trials: sorted, filtered, chosen from, a page at a time, and the stored file itself.

const ROWS_A_PAGE = 20;

const table = { sort: null, descending: false, page: 0, everything: false };

const WORDS = new Map([
  ["trial_id", "trial"], ["best_epoch", "best epoch"], ["configuration", "configuration"], ["replicate", "replicate"],
  ["best_loss_epoch", "epoch of least loss"], ["best_accuracy_epoch", "epoch of most accuracy"],
]);

/** Of each trial's configuration, over its replicates. */
const means = { name: "mean", label: `mean ${metricWords}`, type: "real", values: allRows.map((row) => meanOf.get(row) ?? NaN) };

function isBlank(column) {
  return column.values.every((value) => value === null || Number.isNaN(value));
}

/** What is worth seeing first, the number that ranks before all others; or every column of the file. */
function shownColumns() {
  if (table.everything) {
    return trials.columns;
  }
  const epoch = page.run.bestEpoch ? "best_" : "final_";
  const metrics = trials.columns.filter((column) => /^(best|final)_(train|validation|test)_/.test(column.name));
  const ranking = trials.column(page.run.column);
  return [
    ...swept,
    ...(page.run.replicated ? [trials.column("replicate")] : []),
    ...(standings ? [means] : []),
    ranking,
    ...metrics.filter((column) => column.name.startsWith(epoch) && column !== ranking),
    ...["status", "epochs", "best_epoch", "trial_id", "reason"].map((name) => trials.column(name)),
  ].filter((column) => !isBlank(column));
}

function heading(column) {
  return WORDS.get(column.name) ?? (/^(best|final)_/.test(column.name) && !table.everything ? column.name.replace(/^(best|final)_/, "") : column.label).replaceAll("_", " ");
}

/** By rank; the replicates of a configuration beside each other, by their numbers. */
function rowsByRank() {
  if (!page.run.replicated) {
    return wanted.passing;
  }
  const places = new Map();
  ranked.forEach((row) => places.has(configurationOf(row)) || places.set(configurationOf(row), places.size));
  const replicates = trials.values("replicate");
  return [...wanted.passing].sort((a, b) => places.get(configurationOf(a)) - places.get(configurationOf(b)) || replicates[a] - replicates[b]);
}

function sortedRows() {
  if (!table.sort) {
    return rowsByRank();
  }
  const { values, type } = table.sort;
  const empty = (value) => value === null || Number.isNaN(value);
  const compare = type === "text" ? compareTexts : (a, b) => a - b;
  const sign = table.descending ? -1 : 1;
  return [...rowsByRank()].sort((a, b) => {
    if (empty(values[a]) || empty(values[b])) {
      return empty(values[a]) - empty(values[b]);
    }
    return sign * compare(values[a], values[b]);
  });
}

/** By a column, the other way round if it already is; by none for the rank. */
function sortBy(column) {
  if (column === null || (table.sort === column && table.descending)) {
    table.sort = null;
  } else {
    table.descending = table.sort === column;
    table.sort = column;
  }
  table.page = 0;
  paintTable();
}

function headCell(column) {
  const sorted = table.sort === column ? (table.descending ? "descending" : "ascending") : "none";
  const name = heading(column);
  const button = element("button", { type: "button", title: column.name, onclick: () => sortBy(column) }, name);
  return element("th", { scope: "col", class: column.type === "text" ? null : "number", "aria-sort": sorted }, button);
}

function rankCell() {
  const button = element("button", { type: "button", title: "rank", "aria-label": "rank", onclick: () => sortBy(null) }, "#");
  return element("th", { scope: "col", class: "number rank", "aria-sort": table.sort ? "none" : "ascending" }, button);
}

function bodyRow(row, columns) {
  const chosen = wanted.chosen.includes(row);
  const box = element("input", { type: "checkbox", checked: chosen, "aria-label": `Show ${trialName(row)} in the charts`, onchange: () => toggle(row) });
  const cells = columns.map((column) => {
    const says = cell(column, row);
    const value = column.values[row];
    const hidden = column.type === "text" ? column.name === "reason" : !Number.isNaN(value) && String(value) !== says;
    const whole = hidden && value !== null ? String(value) : null;
    const bad = column.name === "status" && !["completed", "stopped"].includes(value);
    const kind = column.type !== "text" ? "number" : column.name === "reason" ? "reason" : bad ? "bad" : column.name === "trial_id" ? "mono" : null;
    return element("td", { class: kind, title: whole }, says);
  });
  const place = element("td", { class: "number" }, String(rankOf.get(row) ?? "–"));
  return element("tr", { class: chosen ? "chosen" : null, "data-row": row }, element("td", {}, box), place, ...cells);
}

function paintTable() {
  const rows = sortedRows();
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  table.page = Math.min(table.page, pages - 1);
  const columns = shownColumns();
  const mark = element("th", { scope: "col" }, "show");
  const head = element("tr", {}, mark, rankCell(), ...columns.map(headCell));
  const from = table.page * ROWS_A_PAGE;
  const body = rows.slice(from, from + ROWS_A_PAGE).map((row) => bodyRow(row, columns));
  const focus = document.activeElement?.closest?.("#trials [data-row]")?.dataset.row;
  document.querySelector("#trials table").replaceChildren(element("thead", {}, head), element("tbody", {}, ...body));
  document.querySelector(`#trials [data-row="${focus}"] input`)?.focus();
  paintPages(rows.length, pages, from);
}

function paintPages(rows, pages, from) {
  const go = (words, to) => element("button", { type: "button", disabled: to < 0 || to >= pages || to === table.page, onclick: () => turn(to) }, words);
  const where = rows === 0
    ? "no trial passes"
    : `${count(from + 1)} – ${count(Math.min(rows, from + ROWS_A_PAGE))} of ${counted(rows, "trial")}`;
  const out = rows < trials.rows ? ` (${count(trials.rows)} in all)` : "";
  const buttons = pages === 1 ? [] : [go("First", 0), go("Previous", table.page - 1), go("Next", table.page + 1), go("Last", pages - 1)];
  part("trials", "pages").replaceChildren(element("span", { role: "status" }, where + out), ...buttons);
}

function turn(to) {
  table.page = to;
  paintTable();
}

/** The stored file, byte for byte. */
function download() {
  const address = URL.createObjectURL(new Blob([trials.csv], { type: "text/csv" }));
  const link = element("a", { href: address, download: "trials.csv" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** A filter that some trials pass and others do not, if there is such an axis. */
function example() {
  const quoted = (text) => (/\s/.test(text) ? `"${text}"` : text);
  const filters = axes.map(({ column, label, values }) => {
    const one = values[(values.length - 1) >> 1];
    return column.type === "text" ? `${quoted(label)}=${quoted(one)}` : `${quoted(label)}<=${Number(one.toPrecision(2))}`;
  });
  const divides = (filter) => {
    const tests = words(filter).map(testOf);
    const passing = ranked.filter((row) => tests.every((test) => test(row))).length;
    return passing > 0 && passing < ranked.length;
  };
  return filters.find(divides) ?? `status=${trials.values("status")[ranked[0]] ?? "completed"}`;
}

function tableSection() {
  if (!trials) {
    return;
  }
  show("trials");
  const search = element("input", {
    type: "search", placeholder: `for example  ${example()}`, "aria-label": "Filter trials",
    oninput: () => {
      wanted.filter = search.value;
      table.page = 0;
      refilter();
    },
  });
  const clear = element("button", { type: "button", onclick: () => choose([]) }, "Choose none");
  part("trials", "controls").append(
    element("label", { class: "grow" }, "Filter", search),
    tick("every column", false, (value) => {
      table.everything = value;
      paintTable();
    }),
    clear,
    element("button", { type: "button", id: "download", onclick: download }, "Download trials.csv"),
  );
  const rank = standings
    ? `# is the rank of a trial's configuration by its mean ${metricWords} over the replicates`
    : `# is the rank by ${metricWords}`;
  part("trials", "note").textContent =
    `Sort by a heading; tick up to ${MOST_CHOSEN} trials to see them in the charts. A filter is words, or comparisons such as status=diverged. ${rank}; – stands where there is no number. Point at a number for all of its digits.`;
  onWanted(() => {
    clear.disabled = wanted.chosen.length === 0;
    paintTable();
  });
  clear.disabled = true;
  paintTable();
}
