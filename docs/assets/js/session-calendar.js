/* The date on which a group comes back to what it agreed, as a file for any calendar. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { say, notes } = session;

  session.root.querySelector("[data-wm-calendar]").addEventListener("click", async () => {
    const { date } = notes;
    if (!date.value) {
      notes.tell(say("session-date-first"));
      date.focus();
      return;
    }
    try { await session.makers(); } catch { notes.tell(say("session-broken")); return; }
    const file = `${session.story}-${say("session-file-date")}-${date.value}.ics`;
    window.wmData.save(window.wmCalendar({
      lang: session.lang, id: session.story, date: date.value, what: say("session-calendar-what", { title: notes.about() }), more: notes.agreed(),
    }), file);
    notes.tell(say("session-saved", { file }));
  });
})();
