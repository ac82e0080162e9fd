// A chart in its frame: drawn when it comes into sight, told in words, as a table, as SVG and as PNG.

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Widths of a chart on paper, in pixels: alone, and where two stand side by side. */
const PAPER_WIDTH = 680;
const PAPER_HALF = 325;

/** All charts of the page. */
const figures = [];

/** Charts that wait to be drawn, one at a time, so that the page answers in between. */
const drawing = [];

function drawNext() {
  const next = drawing.shift();
  if (next) {
    // First, so that one that cannot be drawn does not keep the others waiting.
    soon(drawNext);
    next.draw();
  }
}

function soon(task) {
  setTimeout(task, 0);
}

class Figure {
  /**
   * `name` is for files and `title` for people; `option` makes ECharts' options for the colours that hold;
   * `describe` says in words what the picture shows; `table`, if there is one, makes its content as a table; `ready` is
   * given the chart once there is one; `drawnAnew` is told when it has lost what was drawn on it.
   */
  constructor(place, { name, title, height, option, describe, table, ready, drawnAnew }) {
    this.name = name;
    this.option = option;
    this.describe = describe;
    this.ready = ready;
    this.drawnAnew = drawnAnew;
    this.chart = null;
    this.paper = null;
    this.canvas = element("div", { className: "canvas", role: "img" });
    this.canvas.style.height = height + "px";
    this.caption = element("figcaption", {}, element("span", { className: "title" }, title),
      element("span", { className: "tools screen" }, this.button("SVG", () => this.svg()),
        this.button("PNG", () => this.png())));
    this.frame = element("figure", {}, this.caption, this.canvas, table ? asTable(title, table) : null);
    place.append(this.frame);
    this.observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.observer.disconnect();
        this.whenIdle();
      }
    }, { rootMargin: "300px" });
    this.observer.observe(this.canvas);
    new ResizeObserver(() => this.resize()).observe(this.canvas);
    figures.push(this);
  }

  button(kind, make) {
    return element("button", {
      type: "button", className: "quiet", title: "Save this chart as " + kind, onclick: make,
      "aria-label": "Save the chart " + this.name + " as " + kind,
    }, kind);
  }

  isInSight() {
    const place = this.canvas.getBoundingClientRect();
    return place.bottom > 0 && place.top < window.innerHeight;
  }

  whenIdle() {
    if (!drawing.includes(this)) {
      drawing.push(this);
      if (drawing.length === 1) {
        soon(drawNext);
      }
    }
  }

  draw() {
    if (this.chart === null) {
      if (this.canvas.clientWidth === 0) {
        return;
      }
      this.chart = echarts.init(this.canvas, null, { renderer: "canvas" });
      this.ready?.(this.chart);
    }
    this.chart.setOption(this.whole(), { notMerge: true });
    this.drawnAnew?.();
    this.canvas.setAttribute("aria-label", this.describe());
  }

  /** Draws anew what has been drawn; what has not will be when it is seen. */
  update() {
    if (this.chart !== null) {
      this.whenIdle();
    }
  }

  resize() {
    if (this.chart !== null && this.canvas.clientWidth > 0) {
      this.chart.resize({ animation: { duration: 0 } });
    }
  }

  /** The options, with what all charts have in common. */
  whole() {
    const colours = theme();
    return {
      animation: false,
      textStyle: { fontFamily: FONT, color: colours.ink },
      tooltip: {
        // Drawn, and not made of HTML: no text can become markup.
        renderMode: "richText", confine: true, backgroundColor: colours.soft, borderColor: colours.line,
        textStyle: { color: colours.ink, fontSize: 12, fontFamily: FONT },
      },
      ...this.option(),
    };
  }

  png() {
    const still = this.still(element("div"), this.canvas.clientWidth);
    const url = still.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: theme().page });
    still.dispose();
    save(url, this.name + ".png");
  }

  /** The chart as a picture in `place`, drawn whole at once. */
  still(place, width) {
    const chart = echarts.init(place, null, { width, height: this.canvas.clientHeight, devicePixelRatio: 2 });
    const option = this.whole();
    chart.setOption({ ...option, series: option.series.map((each) => ({ ...each, progressive: 0 })) });
    chart.getZr().flush();
    return chart;
  }

  svg() {
    const blob = new Blob([this.svgText()], { type: "image/svg+xml" });
    const url = URL.createObjectURL(blob);
    save(url, this.name + ".svg");
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  svgText() {
    const chart = echarts.init(null, null, {
      renderer: "svg", ssr: true, width: this.canvas.clientWidth, height: this.canvas.clientHeight,
    });
    const option = this.whole();
    const series = option.series.map((each) => ({ ...each, progressive: 0, large: false }));
    chart.setOption({ ...option, series, backgroundColor: theme().page });
    const text = chart.renderToSVGString();
    chart.dispose();
    return text;
  }

  drawn() {
    if (this.chart === null) {
      this.draw();
    }
    return this.chart;
  }

  /** Puts beside the chart one for paper, as there is no time to draw after a change of size. */
  toPaper() {
    const place = element("div", { className: "on-paper" });
    this.canvas.after(place);
    const chart = this.still(place, this.canvas.closest(".many") ? PAPER_HALF : PAPER_WIDTH);
    this.paper = () => {
      chart.dispose();
      place.remove();
    };
  }

  fromPaper() {
    this.paper?.();
    this.paper = null;
  }
}

themeListeners.push(() => figures.forEach((figure) => figure.update()));

function save(url, name) {
  element("a", { href: url, download: name }).click();
}

/** What a picture shows as a table, made when it is opened. */
function asTable(title, table) {
  const details = element("details", { className: "screen", open: recall("table of " + title, false) },
    element("summary", {}, "As a table"));
  details.addEventListener("toggle", () => {
    remember("table of " + title, details.open ? true : null);
    if (details.open) {
      details.replaceChildren(details.firstChild, element("div", { className: "wide" }, table()));
    }
  });
  return details;
}

/** An axis of numbers; `type` is ECharts' `value`, `log`, `time` or `category`. */
function axisOf(type, name, more = {}) {
  const colours = theme();
  return {
    type,
    name,
    nameLocation: "middle",
    nameGap: 30,
    nameTextStyle: { color: colours.muted, fontSize: 12 },
    axisLine: { show: true, onZero: false, lineStyle: { color: colours.line } },
    axisTick: { show: true, lineStyle: { color: colours.line } },
    axisLabel: { color: colours.muted, fontSize: 11, hideOverlap: true, formatter: (value) => brief(value, 3) },
    splitLine: { lineStyle: { color: colours.line, opacity: 0.5 } },
    minorSplitLine: { show: false },
    ...more,
  };
}

/** An axis of time up to `last`, which is no round number. */
function timeAxis(name, last) {
  const axis = axisOf("value", name, { min: 0, max: last });
  return { ...axis, axisLabel: { ...axis.axisLabel, showMaxLabel: false } };
}

/** Names the vertical axis above it, where it takes no width. */
const ABOVE = { nameLocation: "end", nameGap: 10 };

function upright(name) {
  const look = { color: theme().muted, fontSize: 12, align: "left", padding: [0, 0, 0, -36] };
  return { ...ABOVE, nameTextStyle: look, name };
}

/** The ends of `values` with a little room, as an axis of `type` has them. */
function endsOf(values, type) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) {
    return {};
  }
  if (type === "log") {
    const room = Math.max(Math.pow(high / low, 0.04), 1.02);
    return { min: low / room, max: high * room };
  }
  const room = (high - low) * 0.04 || Math.abs(low) * 0.04 || 1;
  // An axis that begins a little below 0 for a quantity that is never negative looks wrong.
  return { min: low >= 0 && low - room < 0 ? 0 : low - room, max: high + room };
}

/** A label of an end that was given room would be no round number. */
const INNER_LABELS = { showMinLabel: false, showMaxLabel: false };

function objectiveAxis(results, store, more = {}) {
  const type = store.objectiveScale;
  const axis = axisOf(type, results.sweep.metric, { ...endsOf(results.objective, type), ...more });
  return { ...axis, axisLabel: { ...axis.axisLabel, ...INNER_LABELS } };
}

/** How a tooltip names a trial. */
function trialText(results, row) {
  const objective = results.objective[row];
  const lines = ["trial " + results.trial(row) + ", " + results.state(row)];
  if (!Number.isNaN(objective)) {
    lines.push(results.sweep.metric + " " + brief(objective, 6));
  }
  results.parameters.filter((parameter) => parameter.column.has(row)).forEach((parameter) =>
    lines.push(parameter.name + " " + parameter.column.text(row)));
  return lines.join("\n");
}

/** So many points of a state are drawn small and at once. */
const CROWD = 2000;

/** In pixels. From 4 on ECharts draws shapes, all in one path, which takes a second for ten thousand. */
const CROWD_SIZE = 3;

/** A series of points for each state, so that thousands are drawn at once; a point is `[x, y, row]`. */
function pointsByState(results, points, more = {}) {
  const byState = new Map();
  for (const point of points) {
    const state = results.state(point[2]);
    if (!byState.has(state)) {
      byState.set(state, []);
    }
    byState.get(state).push(point);
  }
  return [...byState].map(([state, data]) => ({
    // Numbers in one array are taken over as they are, in a fraction of the time.
    type: "scatter", name: state, data: Float64Array.from(data.flat()), dimensions: ["x", "y", "row"],
    symbol: SYMBOLS[state] ?? "circle", symbolSize: data.length > CROWD ? CROWD_SIZE : 7,
    large: data.length > CROWD, largeThreshold: CROWD,
    itemStyle: { color: theme().states[state] ?? theme().muted, opacity: data.length > CROWD ? 0.4 : 0.7 },
    ...more,
  }));
}
