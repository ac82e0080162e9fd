// Learning curves of the trials that are chosen, with rungs and prunings.

const DASHES = ["solid", "dashed", "dotted"];

const CROSS = "path://M2,0L5,3L8,0L10,2L7,5L10,8L8,10L5,7L2,10L0,8L3,5L0,2Z";

function drawCurves(results, store) {
  const place = bodyOf("curves");
  const curves = new Map(results.curves.rows.map((row, at) => [row, results.curves.values[at]]));
  if (curves.size === 0) {
    hide("curves");
    return;
  }
  const decisions = decisionsByRow(results.decisions);
  const note = element("p");
  place.append(note, element("div", { className: "controls screen" }, chosenControl(results, store),
    scaleControl(results, store)));
  const shown = () => store.chosen.filter((row) => curves.has(row));
  const figure = new Figure(place, {
    name: "learning-curves", title: results.sweep.metric + " on the validation split after each epoch", height: 420,
    option: () => curvesOption(results, store, shown(), curves, decisions),
    describe: () => "Learning curves of trials " + listed(shown().map((row) => String(results.trial(row)))) + ". "
      + shown().slice(0, 10).map((row) => describeCurve(results, row, curves.get(row))).join(" "),
    table: () => plainTable("The chosen trials",
      ["trial", "state", "epochs", "best epoch", "last value", "decisions at rungs"],
      shown().map((row) => curveRow(results, row, curves.get(row), decisions.get(row) ?? [])),
      (column) => column !== 1 && column !== 5),
    ready: (chart) => chart.on("click", (event) => {
      if (event.seriesType === "line") {
        store.toggle(Number(event.seriesId));
      }
    }),
  });
  const tell = () => {
    note.textContent = curvesNote(results, store, curves);
    figure.update();
  };
  store.on("chosen", tell);
  store.on("scale", () => figure.update());
  store.chooseAsBefore();
}

function curvesNote(results, store, curves) {
  const without = store.chosen.filter((row) => !curves.has(row)).map((row) => String(results.trial(row)));
  const parts = ["Choose trials on the leaderboard or in the charts; at first, the best ten."];
  if (results.curves.rows.length < results.curves.of) {
    parts.push("So that the page stays small, it holds the curves of the best "
      + results.curves.rows.length.toLocaleString("en") + " of " + counted(results.curves.of, "trial")
      + " that have one.");
  }
  if (without.length > 0) {
    parts.push("Not held here: " + listed(without) + ".");
  }
  if (results.decisions.row.length > 0) {
    parts.push("A ring is a rung at which the trial went on, a cross the one at which it was pruned.");
  }
  return parts.join(" ");
}

function decisionsByRow(decisions) {
  const byRow = new Map();
  decisions.row.forEach((row, at) => {
    const one = Object.fromEntries(Object.entries(decisions).map(([name, values]) => [name, values[at]]));
    byRow.set(row, [...(byRow.get(row) ?? []), one]);
  });
  return byRow;
}

function curvesOption(results, store, rows, curves, decisions) {
  const colours = theme();
  const all = rows.flatMap((row) => curves.get(row));
  const type = store.objectiveScale === "log" && all.every((value) => value > 0) ? "log" : "value";
  const longest = Math.max(2, ...rows.map((row) => curves.get(row).length));
  const axis = axisOf(type, results.sweep.metric, endsOf(all, type));
  const series = rows.map((row, at) => {
    const values = curves.get(row);
    const colour = colours.series[at % colours.series.length];
    return {
      type: "line", id: String(row), name: "trial " + results.trial(row),
      data: values.map((value, epoch) => [epoch + 1, value]),
      symbol: values.length === 1 ? "circle" : "none", symbolSize: 5, triggerLineEvent: true,
      lineStyle: { color: colour, width: 1.8, type: DASHES[Math.floor(at / colours.series.length) % DASHES.length] },
      itemStyle: { color: colour }, emphasis: { focus: "series", lineStyle: { width: 3 } },
      endLabel: {
        show: rows.length <= MOST_CHOSEN, formatter: String(results.trial(row)), color: colour, fontSize: 11,
        distance: 4,
      },
      labelLayout: { moveOverlap: "shiftY" },
    };
  });
  const rungs = rows.flatMap((row, at) => (decisions.get(row) ?? []).map((decision) => ({
    value: [decision.epochs, curves.get(row)[decision.epochs - 1]], decision, row,
    symbol: decision.goesOn ? "circle" : CROSS, symbolSize: decision.goesOn ? 8 : 11,
    itemStyle: {
      color: decision.goesOn ? colours.page : colours.series[at % colours.series.length],
      borderColor: colours.series[at % colours.series.length], borderWidth: decision.goesOn ? 2 : 0,
    },
  })));
  return {
    grid: { left: 16, right: 48, top: 52, bottom: 36, containLabel: true },
    legend: { ...legend(), type: "scroll", data: series.map((each) => each.name) },
    xAxis: axisOf("value", "epoch", { min: 1, max: longest, minInterval: 1 }),
    yAxis: { ...axis, ...upright(results.sweep.metric), axisLabel: { ...axis.axisLabel, ...INNER_LABELS } },
    series: [...series, {
      type: "scatter", name: "rungs", data: rungs, z: 6,
      tooltip: { trigger: "item", formatter: (at) => decisionText(results, at.data) },
    }],
    tooltip: { ...tooltipLook(), trigger: "axis", order: "valueAsc", formatter: (at) => epochText(results, at) },
  };
}

function epochText(results, points) {
  const lines = points.filter((point) => point.seriesType === "line").slice(0, 12)
    .map((point) => point.seriesName + ": " + brief(point.data[1], 5));
  return lines.length === 0 ? "" : ["epoch " + points[0].axisValue, ...lines].join("\n");
}

function decisionText(results, { decision, row }) {
  return "trial " + results.trial(row) + (decision.goesOn ? " went on after " : " was pruned after ")
    + counted(decision.epochs, "epoch") + ": number " + decision.rank + " of " + decision.compared
    + " compared at rung " + decision.rung + " of bracket " + decision.bracket;
}

function describeCurve(results, row, values) {
  return "Trial " + results.trial(row) + ": from " + brief(values[0]) + " to " + brief(values[values.length - 1])
    + " in " + counted(values.length, "epoch") + ".";
}

function curveRow(results, row, values, decisions) {
  const best = results.column("best_epoch");
  return [String(results.trial(row)), results.state(row), String(values.length), best.text(row),
    brief(values[values.length - 1]),
    decisions.map((one) => "epoch " + one.epochs + ": " + (one.goesOn ? "went on" : "pruned") + " as " + one.rank
      + " of " + one.compared).join("; ")];
}
