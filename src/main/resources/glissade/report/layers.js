// Norms of each layer's gradient and weights: epoch by epoch of one trial, or from layer to layer of several.

const DEEP = 4;

const depth = { at: 0, norm: "gradient", over: "epoch", epoch: 0 };
const layersByRow = new Map(page.layers?.trials.map((trial) => [trial.row, trial]));

function hasLayers(row) {
  return layersByRow.has(row);
}

function layerValues(layer, trial) {
  return numbers(layer[depth.norm], trial.length);
}

/** One line for each layer of the trial chosen. */
function byEpoch() {
  const trial = page.layers.trials[depth.at];
  const epochs = numbers(trial.epoch, trial.length);
  return trial.layers.map((layer, place) => {
    const values = layerValues(layer, trial);
    return { name: `layer ${layer.layer + 1}`, color: lineColour(place), points: Array.from(epochs, (epoch, i) => [epoch, values[i]]) };
  });
}

/** One line for each trial shown, others in grey; at one epoch, or at a trial's last before it. */
function byLayer() {
  const line = (row, more) => {
    const trial = layersByRow.get(row);
    const epochs = numbers(trial.epoch, trial.length);
    const at = Math.max(0, epochs.findLastIndex((epoch) => epoch <= depth.epoch));
    return { name: trialName(row), points: trial.layers.map((layer) => [layer.layer + 1, layerValues(layer, trial)[at]]), ...more };
  };
  const rows = layersShown();
  const kindColours = new Map(rows.map((row) => [activationOf(row), trialColour(row)]));
  const others = wanted.passing.filter((row) => hasLayers(row) && !rows.includes(row));
  const faint = (row) => (byActivation() ? kindColours.get(activationOf(row)) : null) ?? colour("faint");
  return [...others.map((row) => line(row, { faint: true, color: faint(row) })), ...rows.map((row) => line(row, { color: trialColour(row) }))];
}

const activations = axes.find(({ column }) => column.name === "model.activation");

/** Where activations differ and none was chosen, the best of each is drawn, and the others faintly in its colour. */
function byActivation() {
  return activations !== undefined && wanted.chosen.length === 0;
}

function activationOf(row) {
  return activations ? activations.column.values[row] : null;
}

function layersShown() {
  return byActivation() ? leadersOf(activationOf, hasLayers, MOST_LINES) : shown(hasLayers);
}

function layersOption() {
  const deep = depth.over === "layer";
  const lines = deep ? byLayer() : byEpoch();
  const values = lines.flatMap((line) => line.points.map((point) => point[1]));
  const up = measuredScale((low, high) => spansDecades(low, high, FEWEST_DECADES), values);
  const series = lines.map(({ name, color, points: list, faint }) => ({
    type: "line", name, color, showSymbol: deep || list.length === 1, symbol: "circle", symbolSize: faint ? 3 : 6, emphasis: { disabled: true }, z: faint ? 1 : 2,
    lineStyle: { width: faint ? 1 : 2, opacity: faint ? 0.4 : 1 }, itemStyle: { opacity: faint ? 0.4 : 1 },
    data: list.map(([x, y]) => [x, up.at(y), y]),
  }));
  const across = deep ? { name: "layer, from the features up", min: 1, interval: 1 } : { name: "epoch", min: "dataMin" };
  return {
    grid: { ...room, left: 4, top: deep ? 30 : 54 },
    legend: deep ? { show: false } : { left: 0, top: 0, icon: "roundRect", itemWidth: 16, itemHeight: 3, textStyle: { color: colour("ink") }, type: "scroll" },
    xAxis: acrossAxis({ type: "value", max: "dataMax", minInterval: 1, ...across }),
    yAxis: upAxis(up.axis),
    tooltip: deep
      ? hover((mark) => tip(mark.seriesName, [[null, "layer", String(mark.value[0])], [null, `norm of the ${depth.norm === "weight" ? "weights" : "gradient"}`, short(mark.value[2])]]))
      : hover((marks) => tip(`epoch ${marks[0].value[0]}`, marks.map((mark) => [mark.color, mark.seriesName, short(mark.value[2])])), { trigger: "axis" }),
    series,
  };
}

function layersSection() {
  if (!page.layers) {
    return;
  }
  show("layers");
  const { trials: all, note } = page.layers;
  const epochs = [...new Set(all.flatMap((trial) => [...numbers(trial.epoch, trial.length)]))].sort((a, b) => a - b);
  depth.epoch = epochs[0];
  depth.over = all.some((trial) => trial.layers.length > DEEP) ? "layer" : "epoch";
  const chart = new Chart("layers-chart", "Norms of each layer", layersOption);
  const ofTrial = choice("Trial", all.map((trial, place) => [String(place), trialName(trial.row)]), "0", (value) => set({ at: Number(value) }));
  const atEpoch = choice("After epoch", epochs.map((epoch) => [String(epoch), count(epoch)]), String(depth.epoch), (value) => set({ epoch: Number(value) }));
  const redraw = () => {
    const deep = depth.over === "layer";
    ofTrial.hidden = deep;
    atEpoch.hidden = !deep;
    paintLegend(part("layers", "legend"), deep ? layersShown() : []);
    part("layers", "lead").textContent = depth.norm === "weight" ? "Norm of each layer's weights." : "Norm of the gradient of each layer's weights in the last batch of an epoch.";
    const faint = byActivation() ? "Faint: other trials, in the colour of their activation." : "In grey: other trials.";
    part("layers", "note").textContent = [deep ? faint : "", note].filter(Boolean).join(" ");
    chart.draw();
  };
  const set = (change) => {
    Object.assign(depth, change);
    redraw();
  };
  part("layers", "controls").append(
    choice("Norm of the", [["gradient", "gradient"], ["weight", "weights"]], depth.norm, (value) => set({ norm: value })),
    choice("Against", [["epoch", "epochs"], ["layer", "layers"]], depth.over, (value) => set({ over: value })),
    ofTrial,
    atEpoch,
  );
  onWanted(redraw);
  onColours(redraw);
  redraw();
}
