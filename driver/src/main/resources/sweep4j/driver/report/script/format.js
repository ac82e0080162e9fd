// Numbers as people read them. The leaderboard's cells show all digits when pointed at.

/** A number in `digits` significant digits, without zeros that say nothing. */
function brief(number, digits = 4) {
  if (!Number.isFinite(number)) {
    return "";
  }
  if (number === 0) {
    return "0";
  }
  const size = Math.abs(number);
  if (Number.isInteger(number) && size < 1e7) {
    return String(number);
  }
  return size >= 1e-3 && size < 1e6
    ? String(Number(number.toPrecision(digits)))
    : number.toExponential(digits - 1).replace(/\.?0+e/, "e").replace("e+", "e");
}

/** As in `1 trial` and `3 trials`. */
function counted(count, noun) {
  return count.toLocaleString("en") + " " + noun + (count === 1 ? "" : "s");
}

function duration(seconds) {
  if (seconds < 1) {
    return brief(seconds * 1000, 3) + " ms";
  }
  if (seconds < 120) {
    return brief(seconds, 3) + " s";
  }
  if (seconds < 7200) {
    return Math.floor(seconds / 60) + " min " + Math.round(seconds % 60) + " s";
  }
  return Math.floor(seconds / 3600) + " h " + Math.round((seconds % 3600) / 60) + " min";
}

/** The unit in which so many seconds are read with ease on an axis. */
function unitOf(seconds) {
  return seconds < 600
    ? { name: "seconds", seconds: 1 }
    : seconds < 36000 ? { name: "minutes", seconds: 60 } : { name: "hours", seconds: 3600 };
}

function percent(share) {
  const whole = 100 * share;
  return (whole > 0 && whole < 1 ? "below 1" : String(Math.round(whole))) + "%";
}

/** As in `a, b and c`. */
function listed(texts) {
  return texts.length < 2
    ? texts.join("")
    : texts.slice(0, -1).join(", ") + " and " + texts[texts.length - 1];
}

function timeOfDay(text) {
  return new Date(text).toLocaleTimeString("en-GB", { timeStyle: "medium" });
}

/** A moment in the reader's own time zone, or the text as it is if it is none. */
function moment(text) {
  const date = new Date(text);
  return Number.isNaN(date.getTime())
    ? text
    : date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "medium" });
}
