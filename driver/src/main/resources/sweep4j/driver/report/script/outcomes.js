// What was found out once the search was over, where the run has it: a table for each.

function drawOutcomes(results) {
  if (results.outcomes.length === 0) {
    hide("outcomes");
    return;
  }
  for (const outcome of results.outcomes) {
    // What no row has is not worth a column.
    const filled = outcome.columns.map((unused, at) => at).filter((at) => outcome.rows.some((row) => row[at] !== ""));
    const cells = outcome.rows.map((row) => filled.map((at) => outcomeCell(row[at])));
    const right = (column) =>
      outcome.rows.every((row) => row[filled[column]] === "" || typeof row[filled[column]] === "number");
    const table = plainTable(outcome.title, filled.map((at) => outcome.columns[at]), cells, right);
    bodyOf("outcomes").append(element("div", { className: "wide" }, table),
      element("p", { className: "muted" }, outcome.note));
  }
}

/** Scores, which are read one below the other, have the same digits after the point. */
function outcomeCell(cell) {
  if (cell === null) {
    return "";
  }
  if (typeof cell !== "number") {
    return cell;
  }
  return Number.isInteger(cell) || Math.abs(cell) < 1e-3 || Math.abs(cell) >= 1e3 ? brief(cell, 5) : cell.toFixed(4);
}

function drawSweepFile(results) {
  bodyOf("file").append(element("pre", { tabIndex: 0 }, results.sweepFile));
}
