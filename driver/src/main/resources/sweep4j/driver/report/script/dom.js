// Elements. Text becomes text nodes and nothing else: whatever a user typed cannot become markup.

/** An element `tag` with properties, `data-` and `aria-` attributes, listeners (`onclick`) and children. */
function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) {
      continue;
    }
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (name.includes("-") || name === "role" || name === "for" || name === "scope") {
      made.setAttribute(name, value);
    } else {
      made[name] = value;
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** The place that a section leaves for its content. */
function bodyOf(section) {
  return document.querySelector("#" + section + " > .body");
}

function hide(section) {
  document.getElementById(section).hidden = true;
}

/** A table of texts; `right` says which columns hold numbers. */
function plainTable(caption, heads, rows, right = () => true) {
  const align = (column) => (right(column) ? "number" : "");
  return element("table", { className: "plain" },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {},
      heads.map((head, column) => element("th", { scope: "col", className: align(column) }, head)))),
    element("tbody", {}, rows.map((row) => element("tr", {},
      row.map((cell, column) => element("td", { className: align(column) }, cell))))));
}

/** Says `text` to those who listen to the page. */
function say(text) {
  document.getElementById("spoken").textContent = text;
}

/** A control with its label. */
function labelled(label, control) {
  return element("label", { className: "control" }, element("span", {}, label), control);
}

/** A choice of one of `[value, text]`. */
function choice(options, chosen, changed) {
  const select = element("select", { onchange: () => changed(select.value) },
    options.map(([value, text]) => element("option", { value, selected: value === chosen }, text)));
  return select;
}
