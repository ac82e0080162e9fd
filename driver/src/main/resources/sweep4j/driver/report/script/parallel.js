// Parallel coordinates: a line for each trial. Bounds on an axis, drawn or typed, filter all that is shown.

function drawParallel(results, store) {
  const withObjective = [...results.objective].some((value) => !Number.isNaN(value));
  if (!withObjective || results.parameters.length === 0) {
    hide("parallel");
    return;
  }
  const axes = [...results.parameters.map((parameter) => parameterAsAxis(parameter)), objectiveAsAxis(results, store)];
  const bounds = boundsBefore(axes);
  // The best is drawn last, above the others.
  const rows = [...results.byEnd.keys()].filter((row) => !Number.isNaN(results.objective[row])).reverse();
  const worst = rows.length - 1;
  const crowded = rows.length > CROWD;
  const option = () => ({
    parallel: {
      left: 40, right: 60, top: 40, bottom: 28,
      parallelAxisDefault: {
        z: 20, nameGap: 16, nameTextStyle: { color: theme().ink, fontSize: 12 },
        axisLine: { lineStyle: { color: theme().muted } }, axisTick: { lineStyle: { color: theme().muted } },
        areaSelectStyle: { width: 18, color: theme().accent, borderColor: theme().accent, opacity: 0.3 },
      },
    },
    parallelAxis: axes.map((axis, at) => parallelAxis(axis, at)),
    series: [{
      type: "parallel", smooth: false, progressive: 500, progressiveThreshold: 1000, z: 1,
      inactiveOpacity: crowded ? 0.015 : 0.05, activeOpacity: crowded ? 0.35 : 0.7,
      lineStyle: { width: crowded ? 0.7 : 1.2, opacity: crowded ? 0.25 : 0.6 },
      data: rows.map((row, at) => ({
        value: axes.map((axis) => (Number.isNaN(axis.places[row]) ? "-" : axis.places[row])),
        lineStyle: { color: scaleColour(worst === 0 ? 0 : 1 - at / worst) },
      })),
    }],
    tooltip: { show: false },
  });
  const changed = () => {
    remember("bounds", Object.fromEntries([...bounds].map(([at, intervals]) => [axes[at].name, intervals])));
    store.filter("bounds", bounds.size === 0 ? null : (row) =>
      [...bounds].every(([at, intervals]) => intervals.some(([low, high]) =>
        low <= axes[at].places[row] && axes[at].places[row] <= high)));
  };
  const figure = new Figure(bodyOf("parallel"), {
    name: "parallel-coordinates", 
    title: "Trials across all parameters; the more a line stands out, the better its trial",
    height: 380, option,
    describe: () => "Parallel coordinates of " + counted(rows.length, "trial") + " over "
      + listed(axes.map((axis) => axis.name)) + ". The best trial: "
      + trialText(results, 0).replaceAll("\n", ", ") + ".",
    ready: (chart) => chart.on("axisareaselected", (event) => {
      const at = axes.findIndex((axis, index) => event.parallelAxisId === "axis-" + index);
      if (at < 0) {
        return;
      }
      if (event.intervals.length === 0) {
        bounds.delete(at);
      } else {
        bounds.set(at, event.intervals.map((interval) => [Math.min(...interval), Math.max(...interval)]));
      }
      changed();
      boundsForm.tell(bounds);
    }),
    drawnAnew: () => [...bounds].forEach(([at, intervals]) => select(at, intervals)),
  });
  const select = (at, intervals) =>
    figure.drawn().dispatchAction({ type: "axisAreaSelect", parallelAxisId: "axis-" + at, intervals });
  const boundsForm = drawBounds(bodyOf("parallel"), axes, select);
  if (bounds.size > 0) {
    changed();
    boundsForm.tell(bounds);
  }
  store.on("scale", () => figure.update());
}

/** What the reader had drawn on axes that there are still. */
function boundsBefore(axes) {
  const before = recall("bounds", {});
  return new Map(axes.map((axis, at) => [at, before[axis.name]]).filter(([, intervals]) => intervals));
}

/** How far the lines of a level are spread to either side, in levels, so that many can be told from few. */
const SPREAD = 0.5;

/** A parameter's axis; lines of a level are spread a little. */
function parameterAsAxis(parameter) {
  return {
    name: parameter.name, scale: parameter.scale, isLevels: parameter.isLevels, levels: parameter.levels,
    low: parameter.low, high: parameter.high, text: (place) => parameter.text(place),
    places: parameter.isLevels
      ? parameter.places.map((place, row) => place + SPREAD * jitter(row))
      : parameter.places,
  };
}

/** The objective's axis, of the kind of a parameter's. */
function objectiveAsAxis(results, store) {
  const ends = endsOf(results.objective, "value");
  return {
    name: results.sweep.metric, isLevels: false, levels: [], places: results.objective,
    get scale() { return store.objectiveScale === "log" ? "log" : "linear"; },
    get ends() { return endsOf(results.objective, store.objectiveScale); },
    low: ends.min, high: ends.max, text: (place) => brief(place),
  };
}

function parallelAxis(axis, at) {
  const shared = {
    dim: at, id: "axis-" + at, name: axis.name,
    axisLabel: {
      color: theme().ink, fontSize: 11, formatter: (value) => brief(value, 3), showMinLabel: !axis.ends,
      showMaxLabel: !axis.ends, backgroundColor: theme().page + "cc", padding: [1, 3], borderRadius: 3,
    },
  };
  if (axis.isLevels) {
    return {
      ...shared, type: "value", min: -0.5, max: axis.levels.length - 0.5, interval: 0.5,
      axisLabel: { ...shared.axisLabel, formatter: (place) => (Number.isInteger(place) ? axis.text(place) : "") },
      axisTick: { show: false },
    };
  }
  const ends = axis.ends ?? { min: axis.low, max: axis.high };
  return { ...shared, type: axis.scale === "log" ? "log" : "value", min: ends.min, max: ends.max };
}
