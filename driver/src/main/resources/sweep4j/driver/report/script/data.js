// The sweep, as the script element `results` has it: columns as arrays, rows in the order of the leaderboard.

/** A column of numbers; NaN where a trial has none. */
class NumberColumn {
  constructor(name, values) {
    this.name = name;
    this.isNumber = true;
    this.values = Float64Array.from(values, (value) => (value === null ? NaN : value));
  }

  has(row) {
    return !Number.isNaN(this.values[row]);
  }

  /** What a sort compares. */
  key(row) {
    return this.values[row];
  }

  text(row) {
    return brief(this.values[row]);
  }

  exact(row) {
    return this.has(row) ? String(this.values[row]) : "";
  }
}

/** A column of texts, of which many are the same: numbers of a list's texts, -1 where a trial has none. */
class TextColumn {
  constructor(name, texts, codes, levels) {
    this.name = name;
    this.isNumber = false;
    this.texts = texts;
    this.codes = Int32Array.from(codes);
    this.levels = levels;
    this.places = null;
  }

  /** At which place each text stands among them all, found when it is first asked for. */
  sortedPlaces() {
    if (this.places === null) {
      // Levels of a parameter keep the order that the sweep gives them.
      const place = new Map(this.levels.map((level, index) => [level, index]));
      const sorted = this.texts.map((text, code) => code).sort((a, b) =>
        (place.get(this.texts[a]) ?? 0) - (place.get(this.texts[b]) ?? 0) || (this.texts[a] < this.texts[b] ? -1 : 1));
      this.places = new Int32Array(this.texts.length);
      sorted.forEach((code, index) => { this.places[code] = index; });
    }
    return this.places;
  }

  has(row) {
    return this.codes[row] >= 0;
  }

  key(row) {
    return this.has(row) ? this.sortedPlaces()[this.codes[row]] : NaN;
  }

  text(row) {
    return this.has(row) ? this.texts[this.codes[row]] : "";
  }

  exact(row) {
    return this.text(row);
  }
}

/** A parameter of the space: its axis, and where on it each trial is. */
class SearchedParameter {
  constructor(given, column) {
    this.name = given.name;
    this.scale = given.scale;
    this.low = given.low;
    this.high = given.high;
    this.levels = given.levels.map(String);
    this.when = given.when;
    this.column = column;
    const level = new Map(this.levels.map((text, index) => [text, index]));
    this.places = column.isNumber && this.scale !== "levels"
      ? column.values
      : Float64Array.from({ length: rowCount(column) }, (unused, row) => level.get(column.exact(row)) ?? NaN);
  }

  get isLevels() {
    return this.scale === "levels";
  }

  /** What stands at a place of the axis. */
  text(place) {
    return this.isLevels ? this.levels[Math.round(place)] ?? "" : brief(place);
  }
}

function rowCount(column) {
  return column.isNumber ? column.values.length : column.codes.length;
}

function readResults() {
  const results = JSON.parse(document.getElementById("results").textContent);
  const levels = new Map(results.parameters.map((parameter) => [parameter.name, parameter.levels]));
  const columns = results.columns.map((each) =>
    each.values
      ? new NumberColumn(each.name, each.values)
      : new TextColumn(each.name, each.texts, each.codes, levels.get(each.name) ?? []));
  const named = new Map(columns.map((column) => [column.name, column]));
  const parameters = results.parameters.map((each) => new SearchedParameter(each, named.get(each.name)));
  const rows = rowCount(columns[0]);
  const byEnd = Int32Array.from({ length: rows }, (unused, row) => row)
    .sort((a, b) => results.ended[a] - results.ended[b]);
  return {
    ...results,
    columns,
    parameters,
    rows,
    /** Rows in the order in which their trials ended. */
    byEnd,
    column: (name) => named.get(name),
    trial: (row) => named.get("trial").values[row],
    objective: named.get("objective").values,
    state: (row) => named.get("state").text(row),
    minimizes: results.sweep.goal === "minimize",
    isBetter: results.sweep.goal === "minimize" ? (a, b) => a < b : (a, b) => a > b,
  };
}
