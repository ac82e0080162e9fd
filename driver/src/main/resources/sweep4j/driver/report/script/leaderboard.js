// The leaderboard with its controls: filters, columns, and what stays on paper.

/** Columns that are left out until they are asked for. */
const LEFT_OUT = new Set(["round", "stop_reason", "objective", "training_loss", "confirm_sd", "confirm_low",
  "confirm_high", "gap", "seed", "started", "executor", "device", "attempts"]);

/** Columns that stand before the parameters, which most readers come for; the others follow them. */
const FIRST = /^(rank|trial|round|state|stop_reason|objective|(validation|confirm|test)_.*|tied_with_best)$/;

/** Rows on paper. */
const ON_PAPER = 25;

function hasContent(results, column) {
  for (let row = 0; row < results.rows; row++) {
    if (column.has(row) && column.text(row) !== "") {
      return true;
    }
  }
  return false;
}

function inOrder(results) {
  const parameters = new Set(results.parameters.map((parameter) => parameter.name));
  const group = ({ name }) => (FIRST.test(name) ? 0 : parameters.has(name) ? 1 : 2);
  return [...results.columns].sort((a, b) => group(a) - group(b));
}

function drawLeaderboard(results, store) {
  const place = bodyOf("leaderboard");
  if (results.rows === 0) {
    place.append(element("p", {}, "No trial has ended yet."));
    return;
  }
  const filled = inOrder(results).filter((column) => hasContent(results, column));
  const toggled = recall("columns", {});
  const wanted = new Set(filled.map((column) => column.name).filter((name) => toggled[name] ?? !LEFT_OUT.has(name)));
  const shown = () => filled.filter((column) => wanted.has(column.name));
  const order = new Order(results, store);
  const status = element("p", { className: "muted screen", id: "kept" });
  place.append(
    element("div", { className: "controls screen" },
      textFilter(results, store, filled),
      stateFilter(results, store),
      columnChoice(filled, wanted, () => table.setColumns(shown())),
      chosenControl(results, store)),
    status);
  const table = new Table(place, results, store, order, shown());
  const tell = () => {
    status.textContent = store.keptCount === results.rows
      ? counted(results.rows, "trial")
      : store.keptCount.toLocaleString("en") + " of " + counted(results.rows, "trial");
  };
  store.on("kept", tell);
  tell();
  place.append(element("div", { className: "paper" }, paperTable(results, shown())));
}

function textFilter(results, store, columns) {
  let lines = null;
  const filter = () => {
    const wanted = input.value.trim().toLowerCase();
    remember("text", input.value);
    lines ??= Array.from({ length: results.rows }, (unused, row) =>
      columns.map((column) => column.text(row)).join("\n").toLowerCase());
    store.filter("text", wanted === "" ? null : (row) => lines[row].includes(wanted));
  };
  const input = element("input", {
    type: "search", placeholder: "text of any column", size: 18, value: recall("text", ""), oninput: filter,
  });
  if (input.value !== "") {
    filter();
  }
  return labelled("Filter", input);
}

function stateFilter(results, store) {
  const states = Object.keys(STATES).filter((state) => results.column("state").texts.includes(state));
  const out = new Set(recall("states left out", []).filter((state) => states.includes(state)));
  if (states.length < 2) {
    return null;
  }
  const filter = () => store.filter("state", out.size === 0 ? null : (row) => !out.has(results.state(row)));
  filter();
  return element("fieldset", { className: "control" }, element("legend", {}, "States"),
    states.map((state) => element("label", {}, element("input", {
      type: "checkbox", checked: !out.has(state),
      onchange: (event) => {
        if (event.target.checked) {
          out.delete(state);
        } else {
          out.add(state);
        }
        remember("states left out", [...out]);
        filter();
      },
    }), element("span", { className: "state", "data-state": state }, state))));
}

function columnChoice(columns, wanted, changed) {
  return element("details", { className: "menu" }, element("summary", {}, "Columns"),
    element("div", { className: "sheet" }, columns.map((column) => element("label", {}, element("input", {
      type: "checkbox", checked: wanted.has(column.name),
      onchange: (event) => {
        remember("columns", { ...recall("columns", {}), [column.name]: event.target.checked });
        if (event.target.checked) {
          wanted.add(column.name);
        } else {
          wanted.delete(column.name);
        }
        changed();
      },
    }), column.name))));
}

function chosenControl(results, store) {
  const count = element("span", { className: "muted" });
  const tell = () => { count.textContent = counted(store.chosen.length, "trial") + " chosen"; };
  store.on("chosen", tell);
  tell();
  return element("span", { className: "control" }, count,
    element("button", { type: "button", onclick: () => store.chooseTheBest() }, "the best"),
    element("button", { type: "button", onclick: () => store.choose([]) }, "none"));
}

/** The rows of the ten best trials. */
function bestRows(results) {
  return Array.from({ length: Math.min(10, results.rows) }, (unused, row) => row)
    .filter((row) => !Number.isNaN(results.objective[row]));
}

function paperTable(results, columns) {
  const count = Math.min(ON_PAPER, results.rows);
  const fitting = columns.filter((column) => column.name !== "error").slice(0, 12);
  const caption = count < results.rows
    ? "The best " + count + " of " + counted(results.rows, "trial")
    : "All trials";
  return plainTable(caption, fitting.map((column) => column.name),
    Array.from({ length: count }, (unused, row) => fitting.map((column) => column.text(row))),
    (at) => fitting[at].isNumber);
}
