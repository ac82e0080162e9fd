// Puts the page together.

function drawContents() {
  const contents = document.getElementById("contents");
  for (const section of document.querySelectorAll("main > section[data-short]")) {
    if (!section.hidden) {
      section.setAttribute("aria-label", section.querySelector("h2").textContent);
      contents.append(element("a", { href: "#" + section.id }, section.dataset.short));
    }
  }
}

/** Paper is light and narrow, and shows charts that nobody has scrolled to. */
function heedPrinter() {
  window.addEventListener("beforeprint", () => {
    setPrinting(true);
    figures.forEach((figure) => figure.toPaper());
  });
  window.addEventListener("afterprint", () => {
    setPrinting(false);
    figures.forEach((figure) => figure.fromPaper());
  });
}

function main() {
  const results = readResults();
  const store = new Store(results);
  document.getElementById("settings").append(themeSwitch());
  const tasks = [
    () => drawHead(results),
    () => drawProgress(results, store),
    () => drawLeaderboard(results, store),
    () => drawParallel(results, store),
    () => drawParameters(results, store),
    () => drawImportance(results),
    () => drawRounds(results, store),
    () => drawCurves(results, store),
    () => drawSlots(results, store),
    () => drawFailures(results),
    () => drawOutcomes(results),
    () => drawSweepFile(results),
    drawContents,
    heedPrinter,
    () => follow(results),
    () => { document.documentElement.dataset.whole = ""; },
  ];
  if (isLoadedAnew) {
    // All before the first look at it, so that nothing moves.
    tasks.forEach((task) => task());
    goBack();
    figures.filter((figure) => figure.isInSight()).forEach((figure) => figure.draw());
  } else {
    soon(() => inTurn(tasks));
  }
}

/** Does one after the other, and leaves the page free to answer in between. */
function inTurn(tasks) {
  if (tasks.length > 0) {
    tasks[0]();
    soon(() => inTurn(tasks.slice(1)));
  }
}

main();
