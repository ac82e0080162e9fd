// The best objective so far, against trials and against time.

/** Seconds since the run began at which each row's trial ended, and what that is. */
function timeline(results) {
  if (results.ends !== null) {
    return { name: "since the run began", ends: results.ends };
  }
  let sum = 0;
  const ends = new Array(results.rows);
  const seconds = results.column("seconds").values;
  for (const row of results.byEnd) {
    sum += Number.isNaN(seconds[row]) ? 0 : seconds[row];
    ends[row] = sum;
  }
  return { name: "trained so far, all trials together (when each began is not in the journal)", ends };
}

/** The rows that were best when they ended, in that order. */
function improvements(results) {
  const better = [];
  let best = NaN;
  for (const row of results.byEnd) {
    const objective = results.objective[row];
    if (!Number.isNaN(objective) && (Number.isNaN(best) || results.isBetter(objective, best))) {
      best = objective;
      better.push(row);
    }
  }
  return better;
}

function drawProgress(results, store) {
  const better = improvements(results);
  if (better.length === 0) {
    hide("progress");
    return;
  }
  const time = timeline(results);
  const unit = unitOf(Math.max(...time.ends.map((end) => end ?? 0)));
  const numberOf = (row) => results.ended[row] + 1;
  let against = recall("against", "trials");
  const where = (row) => (against === "trials" ? numberOf(row) : time.ends[row] / unit.seconds);
  const option = () => {
    const points = [...results.byEnd]
      .filter((row) => !Number.isNaN(results.objective[row]))
      .map((row) => [where(row), results.objective[row], row]);
    const last = Math.max(...points.map((point) => point[0]));
    const steps = better.map((row) => [where(row), results.objective[row], row]);
    steps.push([last, steps[steps.length - 1][1], better[better.length - 1]]);
    return {
      grid: { left: 16, right: 24, top: 36, bottom: 36, containLabel: true },
      legend: legend(),
      xAxis: against === "trials"
        ? axisOf("value", "trials that have ended", { min: 0, max: last, minInterval: 1 })
        : timeAxis(unit.name + " " + time.name, last),
      yAxis: { ...objectiveAxis(results, store), ...upright(results.sweep.metric) },
      series: [
        ...pointsByState(results, points, { tooltip: { formatter: (at) => trialText(results, at.data[2]) } }),
        {
          type: "line", name: "best so far", step: "end", data: steps, symbol: "circle", symbolSize: 7, z: 5,
          lineStyle: { color: theme().ink, width: 2 }, itemStyle: { color: theme().ink },
          tooltip: { formatter: (at) => "best so far\n" + trialText(results, at.data[2]) },
        },
      ],
      tooltip: { ...tooltipLook(), trigger: "item" },
    };
  };
  const controls = element("div", { className: "controls screen" },
    labelled("Against", choice([["trials", "trials"], ["time", "time"]], against, (value) => {
      against = value;
      remember("against", value);
      figure.draw();
    })),
    scaleControl(results, store));
  bodyOf("progress").append(controls);
  const figure = new Figure(bodyOf("progress"), {
    name: "best-so-far", title: "Best " + results.sweep.metric + " so far", height: 340, option,
    describe: () => "Best " + results.sweep.metric + " so far: from " + brief(results.objective[better[0]])
      + " after the first trial with an objective to " + brief(results.objective[better[better.length - 1]])
      + " in trial " + results.trial(better[better.length - 1]) + ", in "
      + counted(better.length - 1, "improvement") + ".",
    table: () => plainTable("Each trial that was the best when it ended",
      ["trials ended", "seconds", "trial", results.sweep.metric],
      better.map((row) => [numberOf(row), brief(time.ends[row]), results.trial(row), brief(results.objective[row], 6)]
        .map(String))),
    ready: (chart) => chart.on("click", (at) => store.toggle(at.data[2])),
  });
  store.on("scale", () => figure.update());
}

function legend() {
  return {
    top: 0, right: 8, textStyle: { color: theme().ink, fontSize: 12 }, inactiveColor: theme().quiet, itemHeight: 10,
    itemWidth: 14,
  };
}

function tooltipLook() {
  const colours = theme();
  return {
    renderMode: "richText", confine: true, backgroundColor: colours.soft, borderColor: colours.line,
    textStyle: { color: colours.ink, fontSize: 12, fontFamily: FONT },
  };
}

/** Chooses the objective's axis, of all charts at once. */
function scaleControl(results, store) {
  if (!canBeLogarithmic(results)) {
    return null;
  }
  const control = choice([["value", "linear"], ["log", "logarithmic"]], store.objectiveScale,
    (scale) => store.setObjectiveScale(scale));
  store.on("scale", () => { control.value = store.objectiveScale; });
  return labelled("Scale of " + results.sweep.metric, control);
}
