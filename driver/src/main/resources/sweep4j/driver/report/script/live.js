// While the run goes on, the page brings itself up to date: the file is loaded anew now and then; a server is asked
// first whether it has a newer one.

/** How often a server is asked, and how soon a page is looked at again that could not be replaced, in milliseconds. */
const ASK_AGAIN = 2000;

/** Between two loadings of a file; the longer, the longer it has stayed the same. */
const SOONEST = 5000;
const LATEST = 600000;

/** Whoever has just done something is not disturbed for so long. */
const QUIET = 3000;

let lastTouched = -Infinity;
let isPressed = false;

function follow(results) {
  if (results.phase !== "RUNNING") {
    return;
  }
  const news = element("span", { className: "muted" });
  const box = element("input", {
    type: "checkbox", checked: recall("follow", true), onchange: () => remember("follow", box.checked),
  });
  document.getElementById("settings").prepend(labelled("Follow the run", box));
  document.querySelector("#summary .lead").append(" ", news);
  heedReader();
  const isFile = !location.protocol.startsWith("http");
  const look = async () => {
    const isNewer = isFile || await askServer(results, news);
    if (isNewer && box.checked && !isBusy()) {
      storeChoices();
      location.reload();
    } else {
      setTimeout(look, ASK_AGAIN);
    }
  };
  setTimeout(look, isFile ? untilNextLoading(results) : ASK_AGAIN);
}

function untilNextLoading(results) {
  const age = Date.now() - new Date(results.written).getTime();
  return Math.min(Math.max(age / 4, SOONEST), LATEST);
}

/** Whether the server has a newer page. */
async function askServer(results, news) {
  try {
    const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
    news.textContent = "";
    return answer.ok && answer.headers.get("ETag") !== "\"" + results.written + "\"";
  } catch (problem) {
    news.textContent = "It does not answer any more (" + problem.message
      + "); report.html in its folder may know more.";
    return false;
  }
}

function heedReader() {
  const touched = () => { lastTouched = performance.now(); };
  ["pointermove", "pointerdown", "pointerup", "keydown", "wheel", "scroll", "input"].forEach((kind) =>
    window.addEventListener(kind, touched, { capture: true, passive: true }));
  window.addEventListener("pointerdown", () => { isPressed = true; }, { capture: true });
  ["pointerup", "pointercancel"].forEach((kind) =>
    window.addEventListener(kind, () => { isPressed = false; }, { capture: true }));
}

/** Whether the reader is in the midst of something that a loading would break off. */
function isBusy() {
  return isPressed || printing || performance.now() - lastTouched < QUIET
    || document.querySelector(".menu[open]") !== null || String(window.getSelection()) !== "";
}
