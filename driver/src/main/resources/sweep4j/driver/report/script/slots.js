// Who ran where and when, and what stood idle.

function drawSlots(results, store) {
  const place = bodyOf("slots");
  if (results.rows === 0) {
    hide("slots");
    return;
  }
  if (results.legs === null) {
    place.append(element("p", {}, "When each trial began is not in this run's journal, so this cannot be shown."));
    return;
  }
  const lanes = lanesOf(results.legs);
  const last = Math.max(...results.legs.start.map((start, at) => start + results.legs.seconds[at]));
  place.append(element("p", {}, idleSentence(results, lanes, last)));
  const figure = new Figure(place, {
    name: "slots", title: "Slots against time", height: Math.max(140, Math.min(900, 92 + 22 * lanes.count)),
    option: () => slotsOption(results, lanes, last),
    describe: () => idleSentence(results, lanes, last),
    table: () => plainTable("Work of each slot", ["slot", "trials or parts of them", "busy"],
      lanes.names.map((name, lane) => [name, String(lanes.counts[lane]), percent(lanes.busy[lane] / last)]),
      (column) => column > 0),
    ready: (chart) => chart.on("click", (at) => store.toggle(at.value[3])),
  });
  return figure;
}

/** Puts what ran on an executor at the same time into lanes of their own: as many as it had slots at work. */
function lanesOf(legs) {
  const order = legs.start.map((unused, at) => at).sort((a, b) => legs.start[a] - legs.start[b]);
  const ends = new Map();
  const laneOf = new Array(order.length);
  for (const at of order) {
    const executor = legs.executors[legs.executor[at]] ?? "";
    const lanes = ends.get(executor) ?? [];
    // Clocks of two machines differ a little, and a trial's time is measured in another place than its start.
    let lane = lanes.findIndex((end) => end <= legs.start[at] + 1e-3);
    lane = lane < 0 ? lanes.length : lane;
    lanes[lane] = legs.start[at] + legs.seconds[at];
    ends.set(executor, lanes);
    laneOf[at] = [executor, lane];
  }
  const names = [];
  const base = new Map();
  [...ends.keys()].sort().forEach((executor) => {
    base.set(executor, names.length);
    ends.get(executor).forEach((unused, lane) =>
      names.push((executor === "" ? "unknown" : executor) + " #" + (lane + 1)));
  });
  const busy = new Array(names.length).fill(0);
  const counts = new Array(names.length).fill(0);
  const of = laneOf.map(([executor, lane], at) => {
    const number = base.get(executor) + lane;
    busy[number] += legs.seconds[at];
    counts[number]++;
    return number;
  });
  return { of, names, busy, counts, count: names.length };
}

function idleSentence(results, lanes, last) {
  const busy = lanes.busy.reduce((sum, seconds) => sum + seconds, 0);
  return counted(lanes.count, "slot") + " in " + duration(last) + ": busy for "
    + percent(busy / (last * lanes.count)) + " of the time from the run's beginning to the last trial's end.";
}

function slotsOption(results, lanes, last) {
  const colours = theme();
  const { legs } = results;
  const unit = unitOf(last);
  const byState = new Map();
  lanes.of.forEach((lane, at) => {
    const state = results.state(legs.row[at]);
    byState.set(state, byState.get(state) ?? []);
    byState.get(state).push([lane, legs.start[at] / unit.seconds, (legs.start[at] + legs.seconds[at]) / unit.seconds,
      legs.row[at]]);
  });
  return {
    grid: { left: 12, right: 24, top: 30, bottom: 34, containLabel: true },
    legend: legend(),
    xAxis: timeAxis(unit.name + " since the run began", last / unit.seconds),
    yAxis: {
      type: "category", data: lanes.names, inverse: true, axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.muted, fontSize: 11, width: 180, overflow: "truncate" },
    },
    series: [...byState].map(([state, data]) => slotsSeries(results, lanes, state, data, unit)),
  };
}

/** What ran of trials that ended in `state`, as bars; of `data`, each is `[lane, start, end, row]`. */
function slotsSeries(results, lanes, state, data, unit) {
  const colour = theme().states[state] ?? theme().muted;
  return {
    type: "custom", name: state, data, encode: { x: [1, 2], y: 0 }, itemStyle: { color: colour },
    progressive: 400, progressiveThreshold: 800,
    renderItem: (params, api) => {
      const [left, y] = api.coord([api.value(1), api.value(0)]);
      const [right] = api.coord([api.value(2), api.value(0)]);
      const height = Math.max(3, api.size([0, 1])[1] * 0.72);
      return {
        type: "rect",
        shape: { x: left, y: y - height / 2, width: Math.max(1, right - left - 0.5), height },
        style: { fill: colour, opacity: 0.85 },
      };
    },
    tooltip: {
      formatter: (at) => trialText(results, at.value[3]) + "\n" + lanes.names[at.value[0]] + ", for "
        + duration((at.value[2] - at.value[1]) * unit.seconds),
    },
  };
}
