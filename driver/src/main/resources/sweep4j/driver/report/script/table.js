// The leaderboard: of ten thousand rows, only those in sight are elements.

const ROW_HEIGHT = 28;

/** Of the head, borders, and a bar to scroll by. */
const HEAD_HEIGHT = 50;

/** Rows beyond the edges, so that a fast scroll meets no emptiness. */
const SPARE_ROWS = 8;

/** Of so many rows a column's width is judged. */
const WIDTH_SAMPLE = 400;

const WIDEST = 36;

/** Capital letters are wider than the digits that a `ch` is measured by. */
const WIDE_LETTERS = 1.15;

/** Those of heads are smaller; beside them is room for the arrow. */
const HEAD_LETTERS = 0.9;
const HEAD_ROOM = 4.5;

class Table {
  constructor(place, results, store, order, columns) {
    this.results = results;
    this.store = store;
    this.order = order;
    this.columns = columns;
    this.active = recall("active row", 0);
    this.pool = [];
    this.widths = new Map();
    this.group = element("colgroup");
    this.head = element("tr", { "aria-rowindex": "1" });
    this.above = element("tr", { className: "space", "aria-hidden": "true" }, element("td"));
    this.below = element("tr", { className: "space", "aria-hidden": "true" }, element("td"));
    this.rows = element("tbody", {}, this.above, this.below);
    this.table = element("table", {
      role: "grid", "aria-multiselectable": "true", className: "grid", tabIndex: 0,
      "aria-label": "Leaderboard. Arrow keys move, the space bar chooses a trial for its learning curve.",
      onkeydown: (event) => this.key(event), onfocus: () => this.mark(), onblur: () => this.mark(),
    }, this.group, element("thead", {}, this.head), this.rows);
    this.frame = element("div", {
      className: "scroll", tabIndex: -1, onscroll: () => this.later(), onclick: (event) => this.click(event),
    }, this.table);
    this.frame.style.maxHeight = HEAD_HEIGHT + results.rows * ROW_HEIGHT + "px";
    place.append(this.frame);
    this.waiting = false;
    new ResizeObserver(() => this.later()).observe(this.frame);
    store.on("kept", () => this.reorder());
    store.on("chosen", () => this.show());
    this.setColumns(columns);
    this.frame.scrollTop = recall("table", 0);
    this.show();
  }

  /** Shows `columns`, in their order. */
  setColumns(columns) {
    this.columns = columns;
    const widths = columns.map((column) => this.width(column));
    this.group.replaceChildren(this.col(4), ...widths.map((width) => this.col(width)));
    this.table.style.width = widths.reduce((sum, width) => sum + width, 4) + "ch";
    this.table.setAttribute("aria-colcount", String(columns.length + 1));
    this.pool.forEach((line) => line.row.remove());
    this.pool = [];
    this.drawHead();
    this.show();
  }

  col(width) {
    const made = element("col");
    made.style.width = width + "ch";
    return made;
  }

  width(column) {
    if (!this.widths.has(column.name)) {
      let most = column.name.length * HEAD_LETTERS + HEAD_ROOM;
      const step = Math.max(1, Math.floor(this.results.rows / WIDTH_SAMPLE));
      for (let row = 0; row < this.results.rows; row += step) {
        most = Math.max(most, column.text(row).length * WIDE_LETTERS + 3);
      }
      this.widths.set(column.name, Math.min(most, WIDEST));
    }
    return this.widths.get(column.name);
  }

  drawHead() {
    this.head.replaceChildren(
      element("th", { scope: "col", className: "pick" }, element("span", { className: "unseen" }, "learning curve")),
      ...this.columns.map((column) => this.headCell(column)));
  }

  headCell(column) {
    const sorted = this.order.by === column.name;
    const direction = this.order.descending ? "descending" : "ascending";
    return element("th", {
      scope: "col", className: column.isNumber ? "number" : "", "aria-sort": sorted ? direction : "none",
    }, element("button", {
      type: "button", onclick: (event) => { event.stopPropagation(); this.sort(column.name); },
    }, column.name, element("span", { className: "arrow", "aria-hidden": "true" },
      sorted ? (this.order.descending ? " ▼" : " ▲") : "")));
  }

  sort(name) {
    this.order.sort(name);
    this.active = 0;
    this.frame.scrollTop = 0;
    this.drawHead();
    this.show();
    [...this.head.querySelectorAll("button")].find((button) => button.textContent.startsWith(name))?.focus();
    say("sorted by " + name + (this.order.descending ? ", descending" : ", ascending"));
  }

  reorder() {
    this.order.filter();
    this.active = Math.min(this.active, Math.max(0, this.order.shown.length - 1));
    this.show();
  }

  /** At most once a frame. */
  later() {
    if (!this.waiting) {
      this.waiting = true;
      requestAnimationFrame(() => {
        this.waiting = false;
        remember("table", this.frame.scrollTop);
        this.show();
      });
    }
  }

  show() {
    const shown = this.order.shown;
    const inSight = Math.ceil(this.frame.clientHeight / ROW_HEIGHT) + 2 * SPARE_ROWS;
    const atTop = Math.floor(this.frame.scrollTop / ROW_HEIGHT);
    const first = Math.max(0, Math.min(atTop - SPARE_ROWS, shown.length - inSight));
    const count = Math.min(inSight, shown.length - first);
    while (this.pool.length < count) {
      const line = this.makeLine();
      this.rows.insertBefore(line.row, this.below);
      this.pool.push(line);
    }
    while (this.pool.length > count) {
      this.pool.pop().row.remove();
    }
    this.pool.forEach((line, index) => this.fill(line, shown[first + index], first + index));
    this.above.firstChild.style.height = first * ROW_HEIGHT + "px";
    this.below.firstChild.style.height = (shown.length - first - count) * ROW_HEIGHT + "px";
    this.table.setAttribute("aria-rowcount", String(shown.length + 1));
    this.mark();
  }

  makeLine() {
    const box = element("input", { type: "checkbox", tabIndex: -1 });
    const cells = this.columns.map((column) => element("td", { className: column.isNumber ? "number" : "" }));
    const row = element("tr", { id: "line-" + this.pool.length }, element("td", { className: "pick" }, box), cells);
    return { row, box, cells, of: -1 };
  }

  fill(line, row, index) {
    const chosen = this.store.chosenSet.has(row);
    line.index = index;
    line.row.setAttribute("aria-rowindex", String(index + 2));
    line.row.setAttribute("aria-selected", String(chosen));
    line.box.checked = chosen;
    if (line.of === row) {
      return;
    }
    line.of = row;
    line.box.setAttribute("aria-label", "Show the learning curve of trial " + this.results.trial(row));
    this.columns.forEach((column, at) => {
      const cell = line.cells[at];
      cell.textContent = column.text(row);
      cell.title = column.exact(row);
      if (column.name === "state") {
        cell.dataset.state = column.text(row);
      }
    });
  }

  /** Which row the keys are at. */
  mark() {
    remember("active row", this.active);
    const focused = document.activeElement === this.table;
    let active = null;
    for (const line of this.pool) {
      const isActive = focused && line.index === this.active;
      line.row.classList.toggle("active", isActive);
      active = isActive ? line.row.id : active;
    }
    if (active === null) {
      this.table.removeAttribute("aria-activedescendant");
    } else {
      this.table.setAttribute("aria-activedescendant", active);
    }
  }

  click(event) {
    const line = this.pool.find((each) => each.row.contains(event.target));
    if (line && String(window.getSelection()) === "") {
      this.active = line.index;
      this.store.toggle(line.of);
    }
  }

  key(event) {
    if (event.target !== this.table) {
      return;
    }
    const page = Math.max(1, Math.floor(this.frame.clientHeight / ROW_HEIGHT) - 2);
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in moves) {
      event.preventDefault();
      this.active = Math.max(0, Math.min(this.order.shown.length - 1, this.active + moves[event.key]));
      this.reveal();
    } else if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (this.order.shown.length > 0) {
        this.store.toggle(this.order.shown[this.active]);
      }
    }
  }

  reveal() {
    const top = this.active * ROW_HEIGHT;
    const room = this.frame.clientHeight - 2 * ROW_HEIGHT;
    if (top < this.frame.scrollTop) {
      this.frame.scrollTop = top;
    } else if (top > this.frame.scrollTop + room) {
      this.frame.scrollTop = top - room;
    }
    this.show();
  }
}
