// Pictures of a plane, a pixel for each point of a grid, drawn into the charts that lie above them.

const STRENGTH = 0.7;
const SHADES = 24;

/** A canvas with a pixel for each point, the largest y on top; the colour of a point is asked for by its place. */
function picture(width, height, colourOf) {
  const canvas = element("canvas", { width, height });
  const pen = canvas.getContext("2d");
  const image = pen.createImageData(width, height);
  for (let i = 0; i < width * height; i++) {
    const at = ((height - 1 - Math.floor(i / width)) * width + (i % width)) * 4;
    const [red, green, blue] = colourOf(i);
    image.data[at] = red;
    image.data[at + 1] = green;
    image.data[at + 2] = blue;
    image.data[at + 3] = 255;
  }
  pen.putImageData(image, 0, 0);
  return canvas;
}

/** A series that lays a picture under everything else of a chart of numbers; half a pixel reaches beyond the outer points, unless all lies inside. */
function ground(canvas, map) {
  const across = map.inside ? 0 : (map.right - map.left) / (map.width - 1) / 2;
  const up = map.inside ? 0 : (map.top - map.bottom) / (map.height - 1) / 2;
  return {
    type: "custom", name: "ground", silent: true, tooltip: { show: false }, z: 0, clip: true, data: [0],
    renderItem: (_, api) => {
      const [x, y] = api.coord([map.left - across, map.top + up]);
      const [right, bottom] = api.coord([map.right + across, map.bottom - up]);
      return { type: "image", style: { image: canvas, x, y, width: right - x, height: bottom - y } };
    },
  };
}

function planeAxes(map, names) {
  const limits = (low, high) => ({ type: "value", min: low, max: high, splitLine: { show: false }, axisLabel: { formatter: (value) => mark(Number(value.toPrecision(3))), showMinLabel: false, showMaxLabel: false } });
  return {
    grid: { ...room, left: 18, right: 8, top: 10 },
    xAxis: acrossAxis({ ...limits(map.left, map.right), name: names[0] }),
    yAxis: upAxis({ ...limits(map.bottom, map.top), name: names[1], nameGap: 34 }),
  };
}
