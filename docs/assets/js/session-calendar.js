/* The date on which a group comes back to what it agreed, as a file for any calendar (RFC 5545). */
(function () {
  "use strict";
  const session = window.wmSession;
  const { say, notes } = session;
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

  /** `date` as `YYYY-MM-DD`; the event takes that whole day, and shows nobody as busy. */
  function calendar(date) {
    const stamp = `${new Date().toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
    const day = date.replaceAll("-", "");
    const next = new Date(`${date}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    return [
      "BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//What Matters//Beth sy'n Bwysig//${session.lang.toUpperCase()}`,
      "BEGIN:VEVENT", `UID:${session.story}-${day}-${stamp}@what-matters.invalid`, `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${next.toISOString().slice(0, 10).replaceAll("-", "")}`,
      `SUMMARY:${safe(say("session-calendar-what", { title: notes.about() }))}`,
      ...(notes.agreed().length ? [`DESCRIPTION:${safe(notes.agreed().join("\n"))}`] : []),
      "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
    ].map(folded).join("\r\n");
  }

  session.root.querySelector("[data-wm-calendar]").addEventListener("click", () => {
    const { date } = notes;
    if (!date.value) {
      notes.tell(say("session-date-first"));
      date.focus();
      return;
    }
    const file = `${session.story}-${say("session-file-date")}-${date.value}.ics`;
    window.wmData.save(new Blob([calendar(date.value)], { type: "text/calendar;charset=utf-8" }), file);
    notes.tell(say("session-saved", { file }));
  });
})();
