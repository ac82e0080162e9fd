// Each parameter against the objective.

/** A number in (-0.5, 0.5) that is always the same for a row. */
function jitter(row) {
  let mixed = Math.imul(row + 1, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  return (mixed >>> 0) / 4294967296 - 0.5;
}

/** How far the points of a level are spread to either side, in levels. */
const STRIP = 0.6;

function drawParameters(results, store) {
  if (results.parameters.length === 0 || results.objective.every(Number.isNaN)) {
    hide("parameters");
    return;
  }
  const place = element("div", { className: "many" });
  bodyOf("parameters").append(element("div", { className: "controls screen" }, scaleControl(results, store)), place);
  for (const parameter of results.parameters) {
    const figure = new Figure(place, {
      name: "parameter-" + parameter.name, title: parameter.name, height: 280,
      option: () => parameterOption(results, store, parameter),
      describe: () => describeParameter(results, parameter),
      ready: (chart) => chart.on("click", (at) => store.toggle(at.data[2])),
    });
    store.on("scale", () => figure.update());
    store.on("kept", () => figure.update());
  }
}

function parameterPoints(results, parameter) {
  const points = [];
  // The best last, above the others.
  for (let row = results.rows - 1; row >= 0; row--) {
    const at = parameter.places[row];
    if (!Number.isNaN(at) && !Number.isNaN(results.objective[row])) {
      points.push([parameter.isLevels ? at + STRIP * jitter(row) : at, results.objective[row], row]);
    }
  }
  return points;
}

function parameterOption(results, store, parameter) {
  const points = parameterPoints(results, parameter);
  const tooltip = { formatter: (at) => trialText(results, at.data[2]) };
  const kept = points.filter((point) => store.kept[point[2]] === 1);
  const out = points.filter((point) => store.kept[point[2]] === 0);
  return {
    grid: { left: 12, right: 16, top: 30, bottom: 12, containLabel: true },
    xAxis: parameterAxis(parameter),
    yAxis: { ...objectiveAxis(results, store), ...upright(results.sweep.metric) },
    series: [
      ...pointsByState(results, out, {
        itemStyle: { color: theme().quiet, opacity: 0.25 }, silent: true, symbolSize: 3, tooltip: { show: false },
      }),
      ...pointsByState(results, kept, { tooltip }),
    ],
  };
}

function parameterAxis(parameter) {
  if (parameter.isLevels) {
    const axis = axisOf("value", "", { min: -0.5, max: parameter.levels.length - 0.5, interval: 0.5 });
    return {
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: (place) => (Number.isInteger(place) ? parameter.text(place) : "") },
      axisTick: { show: false },
      splitLine: { show: false },
    };
  }
  return axisOf(parameter.scale === "log" ? "log" : "value", "", { min: parameter.low, max: parameter.high });
}

function describeParameter(results, parameter) {
  const best = parameterPoints(results, parameter).slice(-10)
    .map((point) => parameter.text(parameter.places[point[2]]));
  return parameter.name + " against " + results.sweep.metric + ". Its values in the best trials, the best last: "
    + listed(best) + ".";
}
