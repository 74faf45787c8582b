/* The group's notes and commitments. They stay in this tab, from one story of a session to the next, until the group saves
   them as a file, prints them, clears them, or closes the tab; from disk only if that is ticked. Nothing is sent anywhere. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say } = session;
  const part = (name) => root.querySelector(`[data-wm-${name}]`);
  const fields = Array.from(root.querySelectorAll("[data-wm-kept]"));
  const date = part("date");
  const said = part("said");
  const paper = part("paper");
  const title = root.querySelector("h1").textContent.trim();

  /* Kept in this tab ------------------------------------------------------------------------------------------ */

  const place = window.wmKept.wordsForNow("session notes");
  const tick = part("keep-notes");
  /** What was written, by field, and the stories that it was written about. */
  const kept = { fields: {}, stories: {}, ...session.kept(place) };
  let loose = false; // what was written stands on this page and nowhere else
  function keep() { loose = !place.write(kept); }
  const text = (value) => (typeof value === "string" ? value : "");
  fields.forEach((field) => {
    field.value = text((kept.fields || {})[field.id]);
    field.addEventListener("input", () => {
      kept.fields = Object.fromEntries(fields.filter((f) => f.value).map((f) => [f.id, f.value]));
      kept.stories = { ...kept.stories, [session.story]: title };
      keep();
    });
  });
  const written = () => fields.some((field) => field.value);
  window.wmKept.say(root);
  tick.checked = place.agreed;
  tick.addEventListener("change", () => {
    place.agree(tick.checked);
    keep();
  });
  part("held").hidden = !written();

  // Where the tab keeps nothing, leaving the page would lose them: the browser then asks first.
  window.addEventListener("beforeunload", (event) => {
    if (loose && written()) event.preventDefault();
  });

  /* At hand on every slide ------------------------------------------------------------------------------------ */

  const dialog = part("notes-dialog");
  const form = part("notes");
  const home = form.parentElement;
  part("notes-open").addEventListener("click", () => {
    dialog.append(form);
    dialog.showModal();
    form.querySelector("textarea").focus();
  });
  part("notes-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => home.append(form));
  root.querySelectorAll(".wm-session__form").forEach((one) => one.addEventListener("submit", (event) => event.preventDefault()));

  /* Saved and printed ----------------------------------------------------------------------------------------- */

  /** A day in words, from what a date field holds; nothing for nothing. */
  function day(value) {
    if (!value) return "";
    const [year, month, number] = value.split("-").map(Number);
    return [number, say(`month-${month}`), year].join(" ");
  }
  function today() {
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** The stories of the notes, and this one. */
  function about() { return Object.values({ ...kept.stories, [session.story]: title }).map(text).join(", "); }

  /** Everything as lines of [kind, text]. */
  function lines() {
    const of = (name) => fields.filter((f) => f.dataset.part === name)
      .flatMap((f) => [["h3", f.dataset.heading], ["p", f.value.trim()]]);
    return [["h1", about()], ["p", day(today())], ["h2", say("session-notes")], ...of("notes"),
      ["h2", say("session-commitments")], ...of("commitments"), ["h3", say("session-date")], ["p", day(date.value)]];
  }

  session.notes = {
    date,
    about,
    today,
    /** Say what has been done. */
    tell(words) { said.textContent = words; },
    /** What was agreed, as lines: what the group will try, and what each one will do. */
    agreed() {
      const now = fields.filter((f) => f.dataset.part === "notes").slice(-1);
      return [...now, ...fields.filter((f) => f.dataset.part === "commitments")]
        .filter((f) => f.value.trim()).map((f) => `${f.dataset.heading}${/[?!]$/.test(f.dataset.heading) ? "" : ":"} ${f.value.trim()}`);
    },
  };

  part("save").addEventListener("click", () => {
    const under = { h1: "=", h2: "-" };
    const words = lines().map(([kind, line]) => (under[kind] ? `${line}\n${under[kind].repeat(line.length)}` : line)).join("\n\n");
    const file = `${session.story}-${say("session-file-notes")}-${today()}.txt`;
    // The mark at the beginning and the ends of lines are for Windows' own editor, which then shows ŵ and ŷ.
    const blob = new Blob(["\ufeff" + words.replace(/\n/g, "\r\n") + "\r\n"], { type: "text/plain;charset=utf-8" });
    window.wmData.save(blob, file);
    session.notes.tell(say("session-saved", { file }));
  });

  part("print").addEventListener("click", () => {
    paper.replaceChildren(...lines().map(([kind, line]) => {
      const element = document.createElement(kind);
      element.textContent = line;
      // What is empty is a line to write on.
      if (kind === "p" && !line) element.className = "wm-session__blank";
      return element;
    }));
    document.body.dataset.wmPrinting = "notes";
    window.print();
  });
  window.addEventListener("afterprint", () => { delete document.body.dataset.wmPrinting; });

  /* Cleared, at the second press ------------------------------------------------------------------------------ */

  const clear = part("clear");
  const word = clear.querySelector("span");
  let sure = false;
  function ask(wanted) { sure = wanted; word.textContent = say(wanted ? "session-clear-sure" : "session-clear"); }
  clear.addEventListener("click", () => {
    if (sure) {
      fields.forEach((field) => { field.value = ""; });
      Object.assign(kept, { fields: {}, stories: {} });
      place.write(null);
      part("held").hidden = true;
      session.notes.tell(say("session-cleared"));
    }
    ask(!sure);
  });
  clear.addEventListener("blur", () => ask(false));
})();
