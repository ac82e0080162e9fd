// What each round drew from: a band for each, with its trials as points.

function drawRounds(results, store) {
  if (results.rounds === null || results.rounds.length < 2) {
    hide("rounds");
    return;
  }
  const place = element("div", { className: "many" });
  bodyOf("rounds").append(place);
  const roundOf = results.column("round").values;
  results.rounds[0].sides.forEach((unused, at) => {
    const parameter = results.parameters.find((each) => each.name === results.rounds[0].sides[at].name);
    const bands = results.rounds.map((round) => ({ round: round.round, side: round.sides[at] }));
    new Figure(place, {
      name: "rounds-" + parameter.name, title: parameter.name, height: 260,
      option: () => roundsOption(results, parameter, bands, roundOf),
      describe: () => "What the rounds drew " + parameter.name + " from: "
        + bands.map((band) => "round " + band.round + " " + sideText(parameter, band.side)).join("; ") + ".",
      table: () => plainTable("What each round drew " + parameter.name + " from", ["round", "drawn from"],
        bands.map((band) => [String(band.round), sideText(parameter, band.side)]), (column) => column === 0),
      ready: (chart) => chart.on("click", (event) => {
        if (event.seriesType === "scatter") {
          store.toggle(event.data[2]);
        }
      }),
    });
  });
}

function sideText(parameter, side) {
  return side.kept !== null
    ? side.kept.map((level) => parameter.levels[level]).join(", ")
    : parameter.text(side.low) + " to " + parameter.text(side.high);
}

/** The parts of the axis that a side covers. */
function sideRanges(parameter, side) {
  if (side.kept !== null) {
    return side.kept.map((level) => [level - 0.45, level + 0.45]);
  }
  return parameter.isLevels ? [[side.low - 0.45, side.high + 0.45]] : [[side.low, side.high]];
}

function roundsOption(results, parameter, bands, roundOf) {
  const colours = theme();
  const points = [];
  for (let row = results.rows - 1; row >= 0; row--) {
    const at = parameter.places[row];
    if (!Number.isNaN(at)) {
      points.push([roundOf[row] + 0.6 * jitter(row), parameter.isLevels ? at + 0.5 * jitter(row + 7) : at, row]);
    }
  }
  const boxes = bands.flatMap(({ round, side }) =>
    sideRanges(parameter, side).map(([low, high]) => [round, low, high]));
  const axis = parameterAxis(parameter);
  return {
    grid: { left: 12, right: 16, top: 14, bottom: 34, containLabel: true },
    xAxis: axisOf("value", "round", {
      min: 0.4, max: bands[bands.length - 1].round + 0.6, interval: 0.2, nameGap: 22, axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: colours.muted, fontSize: 11,
        formatter: (value) => (Math.abs(value - Math.round(value)) < 1e-6 ? String(Math.round(value)) : ""),
      },
    }),
    yAxis: { ...axis, ...widened(parameter, boxes) },
    series: [
      {
        type: "custom", name: "drawn from", data: boxes, silent: true, encode: { x: 0, y: [1, 2] },
        renderItem: (params, api) => {
          const [left, low] = api.coord([api.value(0) - 0.4, api.value(1)]);
          const [right, high] = api.coord([api.value(0) + 0.4, api.value(2)]);
          return {
            type: "rect",
            shape: { x: left, y: high, width: right - left, height: Math.max(1, low - high) },
            style: { fill: colours.accent, opacity: 0.16, stroke: colours.accent, lineWidth: 1 },
          };
        },
      },
      ...pointsByState(results, points, {
        symbolSize: points.length > CROWD ? CROWD_SIZE : 5,
        tooltip: { formatter: (at) => trialText(results, at.data[2]) },
      }),
    ],
  };
}

/** The ends of the axis, where a round went beyond what is declared. */
function widened(parameter, boxes) {
  return parameter.isLevels
    ? {}
    : {
      min: Math.min(parameter.low, ...boxes.map((box) => box[1])),
      max: Math.max(parameter.high, ...boxes.map((box) => box[2])),
    };
}
