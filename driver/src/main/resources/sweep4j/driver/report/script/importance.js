// Which parameters the objective depends on, each alone and two together.

/** Pairs that are shown; what is below is noise. */
const MOST_PAIRS = 12;

function drawImportance(results) {
  const found = results.importance;
  const place = bodyOf("importance");
  if (found === null) {
    hide("importance");
    return;
  }
  if (found.parts.length === 0) {
    place.append(element("p", {}, found.note));
    return;
  }
  const fit = element("p", { className: "muted" }, fitSentence(found.parts[recall("importance", 0)]));
  place.append(element("p", {}, found.note), fit);
  const controls = element("div", { className: "controls screen" });
  let part = found.parts[recall("importance", 0)];
  if (found.parts.length > 1) {
    controls.append(labelled("Of what", choice(found.parts.map((each, at) => [String(at), each.name]),
      String(recall("importance", 0)), (at) => {
      remember("importance", Number(at));
      part = found.parts[Number(at)];
      fit.textContent = fitSentence(part);
      figure.draw();
    })));
  }
  place.append(controls);
  const bars = () => importanceBars(found.names, part);
  const figure = new Figure(place, {
    name: "importance", title: "Share of the objective's variance", height: 60 + 26 * mostBars(found),
    option: () => importanceOption(bars()),
    describe: () => "Importance: " + listed(bars().map((bar) => bar.name + " " + percent(bar.share))) + ".",
    table: () => plainTable("Shares of the variance of " + results.sweep.metric + ", " + part.name,
      ["parameter or pair", "share"], bars().map((bar) => [bar.name, percent(bar.share)]), (column) => column === 1),
  });
}

function fitSentence(part) {
  const good = part.fit >= 0.7 ? "" : part.fit >= 0.4
    ? " That is middling: trust the order of large shares only."
    : " That is poor: take the shares for a hint at most.";
  return "The forest explains " + percent(Math.max(0, part.fit))
    + " of the variance of trials that its trees have not seen." + good;
}

function mostBars(found) {
  return found.names.length + Math.min(MOST_PAIRS, (found.names.length * (found.names.length - 1)) / 2);
}

function importanceBars(names, part) {
  const alone = part.main.map((share, at) => ({ name: names[at], share, pair: false }))
    .sort((a, b) => b.share - a.share);
  const pairs = part.pairs
    .map(([one, other, share]) => ({ name: names[one] + " with " + names[other], share, pair: true }))
    .sort((a, b) => b.share - a.share).slice(0, MOST_PAIRS);
  return [...alone, ...pairs];
}

function importanceOption(bars) {
  const colours = theme();
  const series = (name, wanted, colour, decal) => ({
    type: "bar", name, stack: "share", barMaxWidth: 16, itemStyle: { color: colour, decal },
    data: bars.map((bar) => (bar.pair === wanted ? bar.share : null)),
    label: { show: true, position: "right", color: colours.ink, formatter: (at) => percent(at.value) },
    tooltip: { formatter: (at) => at.name + "\n" + brief(100 * at.value, 3) + "% of the variance" },
  });
  const axis = axisOf("value", "", { min: 0 });
  return {
    grid: { left: 12, right: 56, top: 32, bottom: 8, containLabel: true },
    legend: legend(),
    xAxis: { ...axis, axisLabel: { ...axis.axisLabel, formatter: percent } },
    yAxis: {
      type: "category", inverse: true, data: bars.map((bar) => bar.name), axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.ink, fontSize: 12, width: 260, overflow: "truncate" },
    },
    series: [
      series("alone", false, colours.series[0], undefined),
      series("two together, beyond each alone", true, colours.series[4],
        { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -0.8, color: colours.page }),
    ],
  };
}
