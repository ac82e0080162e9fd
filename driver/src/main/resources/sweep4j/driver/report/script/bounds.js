// The bounds of parallel coordinates in fields, for those who type and for those who do not see the chart.

/** Bounds by number, for those who type: the same as drawing on an axis. */
function drawBounds(place, axes, select) {
  const fields = axes.map((axis, at) => {
    const low = boundField(axis, "from");
    const high = boundField(axis, "to");
    const changed = () => {
      const from = low.value === "" ? -Infinity : boundPlace(axis, low.value, -0.5);
      const to = high.value === "" ? Infinity : boundPlace(axis, high.value, 0.5);
      const open = low.value === "" && high.value === "";
      select(at, open ? [] : [[Math.max(from, axis.isLevels ? -0.5 : axis.low),
        Math.min(to, axis.isLevels ? axis.levels.length - 0.5 : axis.high)]]);
    };
    low.addEventListener("change", changed);
    high.addEventListener("change", changed);
    return { axis, low, high };
  });
  const clear = element("button", {
    type: "button", disabled: true, onclick: () => axes.forEach((axis, at) => select(at, [])),
  }, "Remove all bounds");
  place.append(element("div", { className: "bounds screen" }, fields.map(({ axis, low, high }) =>
    element("fieldset", { className: "control" }, element("legend", {}, axis.name), low, "–", high)), clear));
  return {
    /** Shows the bounds as they are now. */
    tell(bounds) {
      clear.disabled = bounds.size === 0;
      fields.forEach(({ axis, low, high }, at) => {
        const first = bounds.get(at)?.[0];
        low.value = first ? boundText(axis, first[0], Math.ceil) : "";
        high.value = first ? boundText(axis, first[1], Math.floor) : "";
      });
    },
  };
}

function boundField(axis, which) {
  const label = axis.name + " " + which;
  return axis.isLevels
    ? element("select", { "aria-label": label }, element("option", { value: "" }, "any"),
      axis.levels.map((level, at) => element("option", { value: String(at) }, level)))
    : element("input", {
      type: "text", inputMode: "decimal", size: 8, "aria-label": label,
      placeholder: brief(which === "from" ? axis.low : axis.high, 3),
    });
}

function boundPlace(axis, text, room) {
  const number = Number(text);
  if (Number.isNaN(number)) {
    return room < 0 ? -Infinity : Infinity;
  }
  return axis.isLevels ? number + room : number;
}

function boundText(axis, place, round) {
  return axis.isLevels
    ? String(Math.max(0, Math.min(axis.levels.length - 1, round(place))))
    : String(Number(place.toPrecision(4)));
}
