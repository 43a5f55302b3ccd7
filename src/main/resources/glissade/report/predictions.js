// What the best models said of each row: confusion, worst rows, predicted against true.

const verdict = { at: 0, place: null };
const fit = { at: 0 };

function partName({ row, split }) {
  return `${split} rows: ${trialName(row)}`;
}

function confusionOption(width) {
  const { classes, cells: found } = page.confusion.tables[verdict.at];
  const ofActual = new Map();
  found.forEach(([actual, , rows]) => ofActual.set(actual, (ofActual.get(actual) ?? 0) + rows));
  const fits = width / classes.length > 34;
  const tight = (width - 60) / classes.length < LETTER * Math.max(...found.map(([, , rows]) => count(rows).length));
  const data = found.map(([actual, said, rows]) => {
    const share = rows / ofActual.get(actual);
    const right = actual === said;
    const fill = right ? mix(colour("worst"), colour("best"), share) : mix(colour("paper"), isDark() ? "#d55e00" : "#e69f00", 0.12 + 0.88 * share);
    return { value: [said, actual, rows], share, itemStyle: { color: `rgb(${fill.join(",")})` }, label: { color: inkOn(fill) } };
  });
  const named = { type: "category", data: classes, splitLine: { show: false } };
  return {
    grid: { ...room, left: 36, top: 12, right: 10 },
    xAxis: acrossAxis({ ...named, name: "predicted" }),
    yAxis: upAxis({ ...named, name: "actual", inverse: true, nameGap: Math.min(90, 22 + 7 * Math.max(...classes.map((name) => name.length))) }),
    visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { opacity: [1, 1] } },
    tooltip: hover((mark) => tip(`${classes[mark.value[1]]}, predicted as ${classes[mark.value[0]]}`, [
      [null, "rows", count(mark.value[2])], [null, "of its class", `${(100 * mark.data.share).toFixed(1)} %`],
    ])),
    series: { type: "heatmap", data, label: { show: fits, fontSize: tight ? 9 : 11, formatter: (mark) => count(mark.value[2]) }, itemStyle: { borderColor: colour("paper"), borderWidth: 2, borderRadius: 3 }, emphasis: { itemStyle: { borderColor: colour("ink") } } },
  };
}

function smallTable(headings, rows) {
  const numeric = (place) => rows.every((row) => row[place] === "–" || !Number.isNaN(Number(String(row[place]).replaceAll(",", ""))));
  const kinds = headings.map((_, place) => (numeric(place) ? "number" : null));
  const head = element("tr", {}, ...headings.map((words, place) => element("th", { scope: "col", class: kinds[place] }, words)));
  const body = rows.map((row) => element("tr", {}, ...row.map((says, place) => element("td", { class: kinds[place] }, String(says)))));
  return element("div", { class: "table", tabindex: "0" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...body)));
}

/** The worst rows of the whole, or of the place that was chosen. */
function worstRows({ row, split }, classes) {
  const own = page.predictions?.parts.find((one) => one.row === row && one.split === split);
  if (!own) {
    return [];
  }
  const [actual, said] = verdict.place ?? [null, null];
  const list = own.worst.filter((one) => (actual === null ? one[2] !== one[3] : one[2] === classes[actual] && one[3] === classes[said]));
  const named = own.worst.some((one) => one[1] !== null);
  const headings = ["row", ...(named ? ["id"] : []), "actual", "predicted", "its probability", "loss"];
  const rows = list.slice(0, 12).map(([place, id, target, predicted, probability, loss]) => [count(place), ...(named ? [id ?? "–"] : []), target, predicted ?? "–", short(probability), short(loss)]);
  const where = actual === null ? "The worst mistakes" : `The worst of ${classes[actual]}, predicted as ${classes[said]}`;
  const seen = own.pictures.length > 0 ? [gallery(own, list)] : [];
  return [element("h3", {}, where), ...seen, rows.length > 0 ? smallTable(headings, rows) : element("p", { class: "note" }, own.rows > own.worst.length ? "None among the worst rows that are in this page." : "None.")];
}

/** The rows as pictures, as far as these were stored. */
function gallery(own, list) {
  const stored = new Map(own.pictures.map(([place, side, levels]) => [place, { side, levels }]));
  const figures = list.filter(([place]) => stored.has(place)).slice(0, 18).map(([place, , target, predicted]) => {
    const { side, levels } = stored.get(place);
    const grey = bytes(levels);
    const flipped = (i) => grey[(side - 1 - Math.floor(i / side)) * side + (i % side)];
    const canvas = picture(side, side, (i) => mix(isDark() ? "#000000" : "#ffffff", isDark() ? "#ffffff" : "#1f2933", flipped(i) / 255));
    canvas.setAttribute("aria-label", `row ${count(place)}`);
    return element("figure", { title: `row ${count(place)}` }, canvas, element("figcaption", {}, `${target} → ${predicted ?? "–"}`));
  });
  return element("div", { class: "gallery" }, ...figures);
}

function classNumbers({ row, split }) {
  const own = page.confusion.metrics.filter((one) => one[0] === row && one[1] === split && one[3] !== null);
  const names = [...new Set(own.map((one) => one[2]))];
  const kinds = [...new Set(own.map((one) => one[3]))];
  if (names.length === 0) {
    return [];
  }
  const order = new Map(page.confusion.tables[0].classes.map((name, place) => [name, place]));
  kinds.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const rows = kinds.map((kind) => [kind, ...names.map((name) => (name === "support" ? mark : short)(own.find((one) => one[2] === name && one[3] === kind)?.[4] ?? NaN))]);
  return [element("h3", {}, "Class by class"), smallTable(["class", ...names], rows)];
}

function confusionSection() {
  if (!page.confusion) {
    return;
  }
  show("confusion");
  const { tables } = page.confusion;
  const chart = new Chart("confusion-chart", "Confusion of classes", confusionOption).on("click", (mark) => {
    verdict.place = mark.componentType === "series" ? [mark.value[1], mark.value[0]] : null;
    beside();
  });
  const beside = () => {
    const own = tables[verdict.at];
    part("confusion", "beside").replaceChildren(...worstRows(own, own.classes), ...classNumbers(own));
  };
  part("confusion", "controls").append(choice("Of the", tables.map((own, place) => [String(place), partName(own)]), "0", (value) => {
    verdict.at = Number(value);
    verdict.place = null;
    chart.draw();
    beside();
  }));
  part("confusion", "note").textContent = page.predictions?.note ?? "";
  onColours(beside);
  beside();
}

function regressionOption() {
  const own = page.regression.parts[fit.at];
  const [target, predicted, at] = [own.target, own.predicted, own.at].map((series) => numbers(series, own.length));
  const [low, high] = range([...target, ...predicted]);
  const pad = (high - low) * 0.04 || 1;
  const limits = { type: "value", min: low - pad, max: high + pad, axisLabel: { formatter: (value) => mark(Number(value.toPrecision(3))), showMinLabel: false, showMaxLabel: false } };
  const faint = { type: "dashed", color: colour("faint"), width: 1 };
  return {
    grid: { ...room, left: 26, top: 12 },
    xAxis: acrossAxis({ ...limits, name: "true" }),
    yAxis: upAxis({ ...limits, name: "predicted", nameGap: 40 }),
    tooltip: hover((mark) => mark.data && tip(`row ${count(mark.value[2])}`, [[null, "true", short(mark.value[0])], [null, "predicted", short(mark.value[1])]])),
    series: [
      { type: "scatter", symbolSize: 6, data: Array.from(target, (value, i) => [value, predicted[i], at[i]]), itemStyle: { color: colour("accent"), opacity: 0.55 },
        markLine: { silent: true, symbol: "none", lineStyle: faint, label: { show: false }, data: [[{ coord: [low, low] }, { coord: [high, high] }]] } },
    ],
  };
}

function regressionSection() {
  if (!page.regression) {
    return;
  }
  show("regression");
  const { parts } = page.regression;
  const chart = new Chart("regression-chart", "Predicted against true", regressionOption);
  const beside = () => {
    const own = parts[fit.at];
    const numbersOf = page.regression.metrics.filter((one) => one[0] === own.row && one[1] === own.split).map((one) => [one[2], short(one[4])]);
    const named = own.worst.some((one) => one[1] !== null);
    const worst = own.worst.slice(0, 10).map(([place, id, truth, said, loss]) => [count(place), ...(named ? [id ?? "–"] : []), short(truth), short(said), short(loss)]);
    part("regression", "beside").replaceChildren(
      ...(numbersOf.length > 0 ? [element("h3", {}, "Over all rows"), smallTable(["", "value"], numbersOf)] : []),
      element("h3", {}, "The worst rows"),
      smallTable(["row", ...(named ? ["id"] : []), "true", "predicted", "loss"], worst),
    );
    part("regression", "note").textContent = own.length < own.rows ? `${count(own.length)} of ${count(own.rows)} rows are drawn, evenly by place; the numbers are of all.` : "";
  };
  part("regression", "controls").append(choice("Of the", parts.map((own, place) => [String(place), partName(own)]), "0", (value) => {
    fit.at = Number(value);
    chart.draw();
    beside();
  }));
  beside();
}
