// Charts appear when they come near the window, and are drawn anew when colours or widths change.

const charts = new Map();

class Chart {
  constructor(id, description, option) {
    this.dom = typeof id === "string" ? document.getElementById(id) : id;
    this.option = option;
    this.chart = null;
    this.isNear = false;
    this.isStale = true;
    this.wired = [];
    this.drawn = () => {};
    /** How high at a width, where the style sheet does not know. */
    this.height = null;
    this.dom.setAttribute("role", "img");
    this.dom.setAttribute("aria-label", description);
    charts.set(this.dom.id, this);
    near.observe(this.dom);
    sizes.observe(this.dom);
  }

  /** Listens to what happens on the chart, once there is one. */
  on(event, listener) {
    this.wired.push([event, listener]);
    return this;
  }

  /** Draws what there is to draw now, or, while the chart is far from the window, as soon as it comes near. */
  draw() {
    this.isStale = true;
    if (this.isNear) {
      this.open();
    }
  }

  open() {
    if (!this.chart) {
      this.fit();
      this.chart = echarts.init(this.dom, null, { renderer: "canvas" });
      this.wired.forEach(([event, listener]) => this.chart.on(event, listener));
    }
    if (this.isStale) {
      this.fit();
      this.chart.resize();
      const option = this.option(this.dom.clientWidth);
      this.chart.setOption({ animation: false, textStyle: { fontFamily: font() }, ...option }, { notMerge: true });
      this.isStale = false;
      this.drawn();
    }
  }

  fit() {
    if (this.height) {
      this.dom.style.height = `${this.height(this.dom.clientWidth)}px`;
    }
  }

  describe(words) {
    this.dom.setAttribute("aria-label", words);
  }
}

const near = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      const mine = charts.get(entry.target.id);
      mine.isNear = entry.isIntersecting;
      if (mine.isNear) {
        mine.open();
      }
    }
  },
  { rootMargin: "400px" },
);

const sizes = new ResizeObserver((entries) => {
  for (const entry of entries) {
    const mine = charts.get(entry.target.id);
    if (mine?.chart && (mine.chart.getWidth() !== entry.target.clientWidth || mine.chart.getHeight() !== entry.target.clientHeight)) {
      mine.chart.resize();
      mine.draw();
    }
  }
});

/** On paper there is no scrolling. */
addEventListener("beforeprint", () => charts.forEach((chart) => chart.open()));

const painted = [];

/** Something that is no chart but has colours. */
function onColours(paint) {
  painted.push(paint);
}

function recolour() {
  charts.forEach((chart) => chart.draw());
  painted.forEach((paint) => paint());
}

function wireTheme() {
  const button = document.getElementById("theme");
  const label = () => {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-pressed", String(isDark()));
    button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
  };
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    label();
    recolour();
  });
  systemDark.addEventListener("change", () => {
    label();
    recolour();
  });
  label();
}
