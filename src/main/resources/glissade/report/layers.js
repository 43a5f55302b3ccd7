// Norms of each layer's gradient, epoch by epoch.

const depth = { at: 0, norm: "gradient" };

function layersOption() {
  const trial = page.layers.trials[depth.at];
  const epochs = numbers(trial.epoch, trial.length);
  const all = trial.layers.map((layer) => numbers(layer[depth.norm], trial.length));
  const [low, high] = range(all.flatMap((values) => [...values].filter((value) => value > 0)));
  const ratio = low > 0 && spansDecades(low, high, FEWEST_DECADES);
  const series = trial.layers.map((layer, place) => ({
    type: "line", name: `layer ${layer.layer}`, showSymbol: trial.length === 1, symbol: "circle", color: lineColour(place), lineStyle: { width: 2 }, emphasis: { disabled: true },
    data: Array.from(epochs, (epoch, i) => [epoch, ratio ? Math.max(low, all[place][i]) : all[place][i], all[place][i]]),
  }));
  return {
    grid: { ...room, left: 4, top: 40 },
    legend: { left: 0, top: 0, icon: "roundRect", itemWidth: 16, itemHeight: 3, textStyle: { color: colour("ink") }, type: "scroll" },
    xAxis: acrossAxis({ type: "value", name: "epoch", min: "dataMin", max: "dataMax", minInterval: 1 }),
    yAxis: upAxis(scaleAxis(ratio, low, high)),
    tooltip: hover((marks) => tip(`epoch ${marks[0].value[0]}`, marks.map((mark) => [mark.color, mark.seriesName, short(mark.value[2])])), { trigger: "axis" }),
    series,
  };
}

function layersSection() {
  if (!page.layers) {
    return;
  }
  show("layers");
  const chart = new Chart("layers-chart", "Gradient norms of each layer", layersOption);
  const set = (key, read) => (value) => {
    depth[key] = read(value);
    chart.draw();
  };
  const options = page.layers.trials.map((trial, place) => [String(place), trialName(trial.row)]);
  part("layers", "controls").append(
    choice("Trial", options, "0", set("at", Number)),
    choice("Norm of the", [["gradient", "gradient"], ["weight", "weights"]], depth.norm, set("norm", String)),
  );
  part("layers", "note").textContent = page.layers.note;
}
