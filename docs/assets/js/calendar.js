/* One day as a file for any calendar (RFC 5545). */
(function () {
  "use strict";
  const bytes = new TextEncoder();

  /** A text within a line: what has a meaning there is marked. */
  function safe(text) { return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n"); }

  /** A line in pieces of at most 75 bytes, never within a letter. */
  function folded(line) {
    const pieces = [""];
    let room = 75;
    Array.from(line).forEach((letter) => {
      const size = bytes.encode(letter).length;
      if (size > room) { pieces.push(""); room = 74; }
      pieces[pieces.length - 1] += letter;
      room -= size;
    });
    return pieces.join("\r\n ");
  }

  /** A Blob. `date` as `YYYY-MM-DD`; the event takes that whole day, and shows nobody as busy. `id`: what it is for;
      `what`: what the day is called; `more`: lines of text, if there are any. */
  window.wmCalendar = function ({ lang, id, date, what, more = [] }) {
    const stamp = `${new Date().toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
    const day = date.replaceAll("-", "");
    const next = new Date(`${date}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    const text = [
      "BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//What Matters//Beth sy'n Bwysig//${lang.toUpperCase()}`,
      "BEGIN:VEVENT", `UID:${id}-${day}-${stamp}@what-matters.invalid`, `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${next.toISOString().slice(0, 10).replaceAll("-", "")}`,
      `SUMMARY:${safe(what)}`,
      ...(more.length ? [`DESCRIPTION:${safe(more.join("\n"))}`] : []),
      "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
    ].map(folded).join("\r\n");
    return new Blob([text], { type: "text/calendar;charset=utf-8" });
  };
})();
