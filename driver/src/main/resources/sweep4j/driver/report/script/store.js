// What the reader has chosen, and who wants to know.

/** At most so many learning curves at once: more cannot be told apart. */
const MOST_CHOSEN = 24;

class Store {
  constructor(results) {
    this.results = results;
    this.listeners = new Map();
    /** Rows whose learning curves are shown, in the order in which they were chosen. */
    this.chosen = [];
    this.chosenSet = new Set();
    /** By the name of who filters: whether a row stays. */
    this.filters = new Map();
    /** 1 for each row that all filters leave. */
    this.kept = new Uint8Array(results.rows).fill(1);
    this.keptCount = results.rows;
    const scale = recall("scale", usualObjectiveScale(results));
    this.objectiveScale = canBeLogarithmic(results) ? scale : "value";
  }

  on(topic, listener) {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  emit(topic) {
    (this.listeners.get(topic) ?? []).forEach((listener) => listener());
  }

  /** Chooses what the reader wants. */
  choose(rows) {
    this.show(rows);
    remember("chosen", this.chosen.map((row) => this.results.trial(row)));
  }

  /** Shows the best, as long as the reader chooses no others. */
  chooseTheBest() {
    this.show(bestRows(this.results));
    remember("chosen", null);
  }

  /** Shows what the reader had chosen before, if anything. */
  chooseAsBefore() {
    const trials = recall("chosen", null);
    if (trials === null) {
      this.chooseTheBest();
    } else {
      const rows = new Map(Array.from({ length: this.results.rows }, (unused, row) => [this.results.trial(row), row]));
      this.show(trials.filter((trial) => rows.has(trial)).map((trial) => rows.get(trial)));
    }
  }

  show(rows) {
    this.chosen = [...new Set(rows)].slice(0, MOST_CHOSEN);
    this.chosenSet = new Set(this.chosen);
    this.emit("chosen");
  }

  toggle(row) {
    if (this.chosenSet.has(row)) {
      this.choose(this.chosen.filter((each) => each !== row));
    } else if (this.chosen.length === MOST_CHOSEN) {
      say("At most " + MOST_CHOSEN + " trials can be chosen at once.");
    } else {
      this.choose([...this.chosen, row]);
    }
    const trial = this.results.trial(row);
    say("trial " + trial + (this.chosenSet.has(row) ? " chosen" : " not chosen"));
  }

  /** Sets the filter of `who`; null takes it away. */
  filter(who, keeps) {
    if (keeps === null) {
      this.filters.delete(who);
    } else {
      this.filters.set(who, keeps);
    }
    const all = [...this.filters.values()];
    this.keptCount = 0;
    for (let row = 0; row < this.kept.length; row++) {
      this.kept[row] = all.every((each) => each(row)) ? 1 : 0;
      this.keptCount += this.kept[row];
    }
    this.emit("kept");
  }

  setObjectiveScale(scale) {
    this.objectiveScale = scale;
    remember("scale", scale);
    this.emit("scale");
  }
}

/** Logarithmic where the objectives are all above 0 and spread over a factor of 20. */
function usualObjectiveScale(results) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of results.objective) {
    if (!Number.isNaN(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return low > 0 && high / low > 20 ? "log" : "value";
}

function canBeLogarithmic(results) {
  return results.objective.every((value) => Number.isNaN(value) || value > 0);
}
