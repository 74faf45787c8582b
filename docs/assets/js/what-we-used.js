/* What we used: takes in what this browser already knows of sessions, and says which commitments come due.
   It reads what other pages of this library keep here, and changes none of it. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const { root, say } = tool;
  const { element, load } = window.wmData;
  const SHORT = 200, LONG = 4000; // letters that a field of the sheet holds
  const part = (id) => root.querySelector(`[data-wm-part="${id}"]`);
  const text = (value, most) => (typeof value === "string" ? value.trim().slice(0, most) : "");
  const object = (value) => (value && typeof value === "object" ? value : {});

  /* Taken in -------------------------------------------------------------------------------------------------- */

  /** Put sessions and commitments below those that stand there; a session of the same day and name stands there once. */
  function take(sessions, commitments) {
    const before = tool.values();
    const same = (one) => (other) => other.date === one.date && other.story === one.story;
    const held = before.sessions || [];
    const fresh = sessions.filter((one) => !held.some(same(one)));
    const said = (before.commitments || []).map((one) => one.what);
    const promised = commitments.filter((one) => !said.includes(one.what));
    if (!fresh.length && !promised.length) { tool.tell(say("nothing-new")); return; }
    const after = { ...before, sessions: [...held, ...fresh], commitments: [...(before.commitments || []), ...promised] };
    if (tool.wrong(after)) { tool.tell(say("take-full")); return; }
    tool.show(after);
    tool.tell(say("taken-in", { sessions: fresh.length, commitments: promised.length }));
  }

  /** What the tab's last session wrote down: it is kept under the same name by the page of a session. */
  function notes() {
    const kept = object(window.wmKept.wordsForNow("session notes").read());
    const fields = object(kept.fields);
    const stories = Object.values(object(kept.stories)).map((title) => text(title, SHORT)).filter(Boolean);
    if (!stories.length) return null;
    const due = /^\d{4}-\d{2}-\d{2}$/.test(fields["come-back"]) ? { due: fields["come-back"] } : {};
    // The last of the notes is what the group will try; a slip is what one person will stop, start or continue.
    const last = Object.keys(fields).filter((name) => name.startsWith("notes-")).sort().slice(-1).filter((name) => name === "notes-3");
    const slips = Object.keys(fields).filter((name) => name.startsWith("commitments-")).sort();
    const agreed = [...last, ...slips].map((name) => text(fields[name], LONG)).filter(Boolean);
    return { session: { date: tool.today(), story: stories.join(", ").slice(0, LONG) }, commitments: agreed.map((what) => ({ what, ...due })) };
  }

  const bar = element("p", null, { class: "wm-tool__more", "data-search-exclude": true });
  function offer(word, act) {
    const button = element("button", say(word), { type: "button", class: "wm-stage__button", "data-wm-take": word });
    button.addEventListener("click", act);
    bar.append(button, " ");
  }
  if (notes()) {
    offer("take-notes", () => {
      const found = notes();
      if (found) take([found.session], found.commitments); else tool.tell(say("nothing-new"));
    });
  }
  if (window.wmStories && Object.keys(window.wmStories.used()).length) {
    offer("take-days", async () => {
      const days = Object.entries(window.wmStories.used()).sort(([, a], [, b]) => (a < b ? -1 : 1));
      // A story that the library no longer has is still a day on which one was used.
      const named = await Promise.all(days.map(async ([id, date]) => {
        try { return { date, story: (await load(tool.lang, `story-${id}`)).title }; } catch { return { date, story: id }; }
      }));
      take(named, []);
    });
  }
  if (bar.childElementCount) part("sessions").querySelector("h3").after(bar);

  /* What comes due -------------------------------------------------------------------------------------------- */

  const box = element("div", null, { class: "wm-tool__due" });
  part("commitments").append(box);
  const TIMES = ["late", "soon", "later"];
  const SOON = 30; // days

  /** Commitments that are neither done nor dropped and have a date, by how near it is: {late, soon, later}, each in order. */
  function due(values) {
    const today = Date.parse(tool.today());
    const open = (values.commitments || []).filter((one) => one.due && one.what && !["done", "dropped"].includes(one.done));
    const found = Object.fromEntries(TIMES.map((time) => [time, []]));
    open.sort((a, b) => (a.due < b.due ? -1 : 1)).forEach((one) => {
      const days = (Date.parse(one.due) - today) / 86400000; // milliseconds in a day
      found[days < 0 ? "late" : days <= SOON ? "soon" : "later"].push(one);
    });
    return found;
  }
  const line = (one) => say(one.who ? "due-who" : "due-line", { day: tool.day(one.due), what: one.what.replace(/\s+/g, " "), who: one.who });
  function lines() {
    const found = due(tool.values());
    return TIMES.filter((time) => found[time].length).map((time) => [say(`due-${time}`), found[time].map(line)]);
  }
  function draw() {
    const groups = lines();
    box.replaceChildren(...(groups.length ? [element("h3", say("due"))] : []), ...groups.flatMap(([title, some]) => {
      const list = element("ul", null);
      list.append(...some.map((one) => element("li", one)));
      const head = element("p", null);
      head.append(element("strong", title));
      return [head, list];
    }));
  }
  tool.listen(draw);
  draw();
  // In Word it stands at the end.
  tool.inWord.push((blocks) => {
    const groups = lines();
    const told = groups.flatMap(([title, some]) => [["Normal", title, { lead: title.length }], ...some.map((one) => ["Normal", one])]);
    return groups.length ? [...blocks, ["Heading2", say("due")], ...told] : blocks;
  });
})();
