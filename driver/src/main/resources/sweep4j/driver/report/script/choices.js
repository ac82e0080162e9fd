// What the reader has chosen, which stays when the page is loaded anew: the tab's history keeps it, also without a
// server.

const choices = new Map(Object.entries(history.state?.choices ?? {}));

/** Whether this page takes the place of one that the reader has looked at. */
const isLoadedAnew = history.state?.choices !== undefined;

/** What the reader has chosen under `name`, or `otherwise`. */
function recall(name, otherwise) {
  return choices.has(name) ? choices.get(name) : otherwise;
}

/** Keeps a value of JSON under `name`; null forgets it. */
function remember(name, value) {
  if (value === null) {
    choices.delete(name);
  } else {
    choices.set(name, value);
  }
}

function storeChoices() {
  remember("scroll", window.scrollY);
  remember("focus", focusPath());
  history.replaceState({ choices: Object.fromEntries(choices) }, "");
}

/** Tells the control that has the focus from all others: by its words, and how many before it have the same. */
function focusPath() {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) {
    return null;
  }
  const alike = controlsLike(controlWords(focused));
  return { words: controlWords(focused), at: alike.indexOf(focused) };
}

function controlWords(control) {
  return control.tagName + " " + (control.getAttribute("aria-label") ?? control.closest("label")?.textContent
    ?? control.textContent).slice(0, 80);
}

function controlsLike(words) {
  return [...document.querySelectorAll("a, button, input, select, summary, [tabindex]")]
    .filter((control) => controlWords(control) === words);
}

/** Brings the reader back to where the page before was left. */
function goBack() {
  window.scrollTo(0, recall("scroll", 0));
  const focus = recall("focus", null);
  if (focus !== null) {
    controlsLike(focus.words)[focus.at]?.focus({ preventScroll: true });
  }
}

window.addEventListener("pagehide", storeChoices);
if (isLoadedAnew) {
  history.scrollRestoration = "manual";
}
