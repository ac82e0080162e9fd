// What the sweep was, and what came of it.

function drawHead(results) {
  const { sweep, provenance } = results;
  document.getElementById("sweep-name").textContent = sweep.name;
  document.getElementById("bar-name").textContent = sweep.name;
  bodyOf("summary").append(
    element("p", { className: "lead" }, leadSentence(results)),
    element("div", { className: "cards" }, bestCard(results), statesCard(results), searchCard(results)),
    ...results.edges.map((edge) => element("p", { className: "notice" }, sentence(edge))),
    element("details", { className: "screen-open" },
      element("summary", {}, "Data, versions and processor"),
      pairs([
        ["data", provenance.data],
        ["SHA-256 of the data", provenance.dataHash],
        ["versions", provenance.versions],
        ["native library and processor", provenance.nativeBuild],
        ["devices", listed(devices(results))],
        ["seed", sweep.seed],
      ])));
  document.getElementById("foot").textContent =
    "Written from the run's journal " + moment(results.written) + ". Nothing on this page comes from elsewhere.";
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + ".";
}

function leadSentence(results) {
  const { sweep, rows } = results;
  const all = rows === sweep.planned
    ? rows === 1 ? "Its only trial" : "All " + counted(rows, "trial")
    : rows.toLocaleString("en") + " of " + counted(sweep.planned, "trial");
  const begun = "Begun " + moment(results.provenance.started);
  switch (results.phase) {
    case "RUNNING":
      return begun + ", running: " + all + " had ended by " + timeOfDay(results.written) + timeLeft(results) + ".";
    case "ENDED":
      return begun + ", ended " + moment(results.written) + ": " + all + (rows === 1 ? " has ended." : " have ended.");
    default:
      return begun + ". " + all + " had ended when this page was written.";
  }
}

/** By so many trials that ended last the rest is judged. */
const LATELY = 50;

/** How long the rest will take, in words, if trials go on to end as they did lately. */
function timeLeft(results) {
  const left = results.sweep.planned - results.rows;
  if (left === 0) {
    return "; what comes after them goes on";
  }
  const ends = (results.ends ?? []).filter((end) => end !== null).sort((a, b) => a - b);
  const count = Math.min(LATELY, ends.length - 1);
  if (count < 2) {
    return "";
  }
  const each = (ends[ends.length - 1] - ends[ends.length - 1 - count]) / count;
  return ", about " + duration(each * left) + " left";
}

function pairs(entries) {
  return element("dl", { className: "pairs" }, entries.filter(([, value]) => value !== "").map(([name, value]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, value))));
}

function card(title, ...content) {
  return element("div", { className: "card" }, element("h2", {}, title), ...content);
}

function bestCard(results) {
  if (results.rows === 0 || Number.isNaN(results.objective[0])) {
    return card("Best trial", element("p", {}, "None has an objective so far."));
  }
  const scores = ["validation_loss", "training_loss", "validation_" + results.sweep.quality,
    "training_" + results.sweep.quality, "test_" + results.sweep.quality, "diagnosis", "best_epoch", "epochs"]
    .map((name) => [name, results.column(name)])
    .filter(([, column]) => column?.has(0))
    .map(([name, column]) => [name, column.text(0)]);
  return card("Best trial: " + results.trial(0),
    element("p", { className: "big" }, results.sweep.metric + " " + brief(results.objective[0])),
    element("div", { className: "two" },
      pairs(results.parameters.filter((parameter) => parameter.column.has(0))
        .map((parameter) => [parameter.name, parameter.column.text(0)])),
      pairs(scores)));
}

/** What a state means. */
const STATES = {
  COMPLETED: "trained to their end",
  PRUNED: "stopped because others did better",
  DIVERGED: "the loss became infinite or no number",
  FAILED: "an error, out of memory or time, or their executor died",
};

function statesCard(results) {
  const counts = new Map();
  for (let row = 0; row < results.rows; row++) {
    counts.set(results.state(row), (counts.get(results.state(row)) ?? 0) + 1);
  }
  const present = Object.keys(STATES).filter((state) => counts.has(state));
  const table = plainTable("Trials by state", ["state", "trials", ""],
    present.map((state) => [state, counts.get(state).toLocaleString("en"), STATES[state]]), (column) => column === 1);
  const running = results.sweep.planned - results.rows;
  return card("Trials", results.rows > 0 ? table : null, running > 0
    ? element("p", { className: "muted" }, counted(running, "trial") + " had not ended, or not begun.")
    : null);
}

function searchCard(results) {
  const { sweep } = results;
  const ranges = results.parameters.map((parameter) => [parameter.name,
    (parameter.isLevels
      ? parameter.levels.join(", ")
      : brief(parameter.low) + " to " + brief(parameter.high) + (parameter.scale === "log" ? ", logarithmic" : ""))
    + (parameter.when === "" ? "" : " (when " + parameter.when + ")")]);
  return card("Searched by " + sweep.method + (sweep.pruner === "none" ? "" : " with " + sweep.pruner),
    element("p", { className: "muted" }, sweep.metric + ", " + sweep.goal + "d; at most "
      + counted(sweep.maxEpochs, "epoch") + " a trial"),
    pairs(ranges));
}

function devices(results) {
  return (results.column("device").texts ?? []).filter((text) => text !== "");
}
