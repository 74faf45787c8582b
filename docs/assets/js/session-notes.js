/* The group's notes and commitments. They stay in this tab until the group saves them as a file, prints them,
   clears them, or closes the tab; nothing is sent anywhere. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say } = session;
  const fields = Array.from(root.querySelectorAll("[data-wm-kept]"));
  const date = root.querySelector("[data-wm-date]");
  const said = root.querySelector("[data-wm-said]");
  const paper = root.querySelector("[data-wm-paper]");
  const title = root.querySelector("h1").textContent.trim();
  const lang = document.documentElement.lang.slice(0, 2);

  /* Kept in this tab ------------------------------------------------------------------------------------------ */

  const kept = session.kept("notes") || {};
  fields.forEach((field) => {
    field.value = kept[field.id] || "";
    field.addEventListener("input", () => {
      session.keep("notes", Object.fromEntries(fields.filter((f) => f.value).map((f) => [f.id, f.value])));
    });
  });

  // Where the tab keeps nothing, leaving the page would lose them: the browser then asks first.
  window.addEventListener("beforeunload", (event) => {
    if (session.forgets && fields.some((field) => field.value)) event.preventDefault();
  });

  /* At hand in every step ------------------------------------------------------------------------------------- */

  const dialog = root.querySelector("[data-wm-notes-dialog]");
  const form = root.querySelector("[data-wm-notes]");
  const home = form.parentElement;
  root.querySelector("[data-wm-notes-open]").addEventListener("click", () => {
    dialog.append(form);
    dialog.showModal();
    form.querySelector("textarea").focus();
  });
  root.querySelector("[data-wm-notes-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => home.append(form));
  root.querySelectorAll("form").forEach((one) => one.addEventListener("submit", (event) => event.preventDefault()));

  /* Saved and printed ----------------------------------------------------------------------------------------- */

  /** A day in words, from what a date field holds; nothing for nothing. */
  function day(value) {
    if (!value) return "";
    const [year, month, number] = value.split("-").map(Number);
    return `${number} ${session.words[`month-${month}`]} ${year}`;
  }
  function today() {
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** Everything as lines of [kind, text]. */
  function lines() {
    const part = (name) => fields.filter((f) => f.dataset.part === name)
      .flatMap((f) => [["h3", f.dataset.heading], ["p", f.value.trim()]]);
    return [["h1", title], ["p", day(today())], ["h2", say("session-notes")], ...part("notes"),
      ["h2", say("session-commitments")], ...part("commitments"), ["h3", say("session-date")], ["p", day(date.value)]];
  }

  root.querySelector("[data-wm-save]").addEventListener("click", () => {
    const under = { h1: "=", h2: "-" };
    const text = lines().map(([kind, line]) => (under[kind] ? `${line}\n${under[kind].repeat(line.length)}` : line)).join("\n\n");
    const file = `${session.pack}-${say("session-file")}-${today()}.txt`;
    // The mark at the beginning and the ends of lines are for Windows' own editor, which then shows ŵ and ŷ.
    const blob = new Blob(["\ufeff" + text.replace(/\n/g, "\r\n") + "\r\n"], { type: "text/plain;charset=utf-8" });
    window.wmData.save(blob, file);
    said.textContent = say("session-saved", { file });
  });

  root.querySelector("[data-wm-print]").addEventListener("click", () => {
    paper.lang = lang;
    paper.replaceChildren(...lines().map(([kind, line]) => {
      const element = document.createElement(kind);
      element.textContent = line;
      // What is empty is a line to write on.
      if (kind === "p" && !line) element.className = "wm-session__blank";
      return element;
    }));
    document.body.dataset.wmPrinting = "session";
    window.print();
  });
  window.addEventListener("afterprint", () => { delete document.body.dataset.wmPrinting; });

  /* Cleared, at the second press ------------------------------------------------------------------------------ */

  const clear = root.querySelector("[data-wm-clear]");
  const word = clear.querySelector("span");
  let sure = false;
  function ask(wanted) { sure = wanted; word.textContent = say(wanted ? "session-clear-sure" : "session-clear"); }
  clear.addEventListener("click", () => {
    if (sure) {
      fields.forEach((field) => { field.value = ""; });
      session.keep("notes", null);
      said.textContent = say("session-cleared");
    }
    ask(!sure);
  });
  clear.addEventListener("blur", () => ask(false));
})();
