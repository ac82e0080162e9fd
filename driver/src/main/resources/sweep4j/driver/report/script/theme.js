// Colours. Those of states and of curves are Okabe and Ito's, which colour-blind people can tell apart, and each
// state has a symbol of its own; those of objectives are cividis, which is even in lightness.

const LIGHT = {
  name: "light", page: "#ffffff", ink: "#1b1f24", muted: "#59636e", line: "#d1d9e0", soft: "#f6f8fa",
  accent: "#0b62a8", quiet: "#aab4be",
  states: { COMPLETED: "#0072b2", PRUNED: "#c98500", DIVERGED: "#d55e00", FAILED: "#6b6b6b" },
  series: ["#0072b2", "#d55e00", "#009e73", "#b8589a", "#c98500", "#2b9bd8", "#5b4fa2", "#1b1f24"],
  scale: ["#00224e", "#2a3f6d", "#575d6d", "#7d7c78", "#a59c74", "#d0be5f", "#e8d65a"],
};

const DARK = {
  name: "dark", page: "#14171c", ink: "#e6e9ed", muted: "#a3adb8", line: "#363d47", soft: "#1d2229",
  accent: "#6cb6ff", quiet: "#59636e",
  states: { COMPLETED: "#56b4e9", PRUNED: "#e69f00", DIVERGED: "#ff7f45", FAILED: "#b4b4b4" },
  series: ["#56b4e9", "#ff7f45", "#1fc496", "#dd8fbd", "#e69f00", "#f0e442", "#a99be8", "#e6e9ed"],
  scale: ["#fee838", "#e1cc55", "#b9ab70", "#8a8678", "#707173", "#575d6d", "#3b4d78"],
};

const SYMBOLS = { COMPLETED: "circle", PRUNED: "triangle", DIVERGED: "diamond", FAILED: "rect" };

/** Told when the colours change. */
const themeListeners = [];

let forced = recall("colours", "");
let printing = false;

const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

/** The colours that hold now; paper is light. */
function theme() {
  const dark = forced === "" ? prefersDark.matches : forced === "dark";
  return dark && !printing ? DARK : LIGHT;
}

function themeChanged() {
  document.documentElement.dataset.theme = theme().name;
  themeListeners.forEach((listener) => listener());
}

function setPrinting(now) {
  printing = now;
  themeChanged();
}

function themeSwitch() {
  prefersDark.addEventListener("change", themeChanged);
  document.documentElement.dataset.theme = theme().name;
  return labelled("Colours", choice([["", "auto"], ["light", "light"], ["dark", "dark"]], forced, (value) => {
    forced = value;
    remember("colours", value);
    themeChanged();
  }));
}

/** The colour of the share `place` of the way from the best objective to the worst. */
function scaleColour(place) {
  const colours = theme().scale;
  const at = Math.min(Math.max(place, 0), 1) * (colours.length - 1);
  return colours[Math.round(at)];
}
