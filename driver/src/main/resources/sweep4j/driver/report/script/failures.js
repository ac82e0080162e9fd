// What went wrong, by kind and message.

/** Trials that are named for each message. */
const NAMED = 12;

function drawFailures(results) {
  const groups = new Map();
  const errors = results.column("error");
  const reasons = results.column("stop_reason");
  for (let row = 0; row < results.rows; row++) {
    const state = results.state(row);
    if (state === "FAILED" || state === "DIVERGED") {
      const message = errors.text(row) || (reasons.has(row) ? reasons.text(row) : "no message");
      const key = state + "\n" + message;
      const group = groups.get(key) ?? { state, message, rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  const again = [...results.column("attempts").values].filter((attempts) => attempts > 1).length;
  if (groups.size === 0 && again === 0) {
    hide("failures");
    return;
  }
  const place = bodyOf("failures");
  if (again > 0) {
    place.append(element("p", {}, counted(again, "trial")
      + " had to be started more than once, because an executor went away or memory ran out."));
  }
  const sorted = [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
  if (sorted.length > 0) {
    const cells = sorted.map((group) =>
      [group.rows.length.toLocaleString("en"), group.state, group.message, which(results, group.rows)]);
    place.append(element("div", { className: "wide" }, plainTable("Trials without an objective",
      ["trials", "state", "message", "which"], cells, (column) => column === 0)));
  }
}

function which(results, rows) {
  const numbers = rows.map((row) => results.trial(row)).sort((a, b) => a - b);
  return numbers.slice(0, NAMED).join(", ") + (numbers.length > NAMED ? ", ..." : "");
}
