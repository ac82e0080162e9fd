// The rows that are shown, in the order that was asked for.

/** Which rows a table shows, and in which order; rows without a value come last whichever way. */
class Order {
  constructor(results, store) {
    this.results = results;
    this.store = store;
    const before = recall("sort", { by: "rank", descending: false });
    this.by = results.column(before.by) ? before.by : "rank";
    this.descending = before.descending;
    this.sortRows();
  }

  /** Sorts by a column; by the same one again, the other way. */
  sort(name) {
    this.descending = this.by === name && !this.descending;
    this.by = name;
    remember("sort", { by: name, descending: this.descending });
    this.sortRows();
  }

  sortRows() {
    const column = this.results.column(this.by);
    const sign = this.descending ? -1 : 1;
    const keys = Float64Array.from({ length: this.results.rows }, (unused, row) => column.key(row));
    this.sorted = Int32Array.from({ length: this.results.rows }, (unused, row) => row).sort((a, b) => {
      const left = keys[a];
      const right = keys[b];
      if (Number.isNaN(left) || Number.isNaN(right)) {
        return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b;
      }
      return left === right ? a - b : sign * (left - right);
    });
    this.filter();
  }

  filter() {
    this.shown = this.store.keptCount === this.results.rows
      ? this.sorted
      : this.sorted.filter((row) => this.store.kept[row] === 1);
  }
}
