/* The session of a story: what its scripts share. It runs where it stands, before the page is shown, so that a session
   that runs on a screen has the whole window from the beginning. Without scripts the page is the leader's sheet. */
(function () {
  "use strict";
  const root = document.querySelector("[data-wm-session]");
  const [minutes, people] = JSON.parse(root.dataset.first);
  const PEOPLE = { least: 1, most: 60 };
  const lang = document.documentElement.lang.slice(0, 2);
  const words = JSON.parse(root.dataset.words);
  const plans = JSON.parse(root.dataset.plans);
  const given = new URLSearchParams(location.search);

  /** A number of people, or null. */
  function peopleOf(text) {
    const n = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    return n >= PEOPLE.least && n <= PEOPLE.most ? n : null;
  }

  /** How each part of the address is read; null is for what cannot be used. */
  const READ = {
    minutes: (text) => plans.find((plan) => String(plan.minutes) === text)?.minutes ?? null,
    people: peopleOf,
    lang: (text) => (["cy", "en", "both"].includes(text) ? text : null),
    start: (text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null),
  };
  const read = Object.fromEntries(Object.entries(READ).map(([name, take]) => [name, given.get(name) ? take(given.get(name)) : undefined]));

  const listeners = [];
  const session = (window.wmSession = {
    root,
    lang,
    words,
    PEOPLE,
    peopleOf,
    story: root.dataset.wmSession,
    /** What was chosen: minutes, people, lang and start, `HH:MM` or nothing. */
    choice: { minutes: read.minutes ?? minutes, people: read.people ?? people, lang: read.lang ?? lang, start: read.start ?? "" },
    /** Does the address hold something that cannot be used? */
    odd: Object.values(read).includes(null),
    /** What the address asks for at once: sheet, cards, screen, word, or nothing. */
    asked: ["sheet", "cards", "screen", "word"].find((name) => name === given.get("do")),
    /** The chosen plan. */
    plan() { return plans.find((plan) => plan.minutes === session.choice.minutes); },
    /** Choose; whoever listens is told. */
    choose(change) {
      Object.assign(session.choice, change);
      listeners.forEach((act) => act());
    },
    listen(act) { listeners.push(act); },
    /** The choice as the query of an address. */
    query() {
      const { start, ...rest } = session.choice;
      return `?${new URLSearchParams({ ...rest, ...(start ? { start } : {}) }).toString().replace("%3A", ":")}`;
    },
    /** A wording with its {placeholders} filled. */
    say(name, values = {}) {
      return words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
    },
    /** A number of minutes in words. */
    minutes(n) { return session.say(`page-minutes-${{ 1: "one", 2: "two" }[n] || "many"}`, { n }); },
    /** What this tab keeps: an object, or null. The browser may refuse to keep anything. */
    kept(name) {
      try {
        const value = JSON.parse(sessionStorage.getItem(`wm-session-${name}`));
        return value && typeof value === "object" ? value : null;
      } catch { return null; }
    },
    /** Did this browser refuse to keep something? It then holds for as long as the page is open. */
    forgets: false,
    keep(name, value) {
      const key = `wm-session-${name}`;
      try {
        if (value === null) sessionStorage.removeItem(key); else sessionStorage.setItem(key, JSON.stringify(value));
      } catch { session.forgets = true; }
    },
    /** The slides of the chosen plan, in turn: their names, and the number of the step that each belongs to. */
    slides() {
      const own = session.plan().steps.flatMap((step, part) => step.slides.map((name) => ({ name, part })));
      return [...own, { name: "end", part: session.plan().steps.length - 1 }];
    },
  });

  const named = session.slides().some(({ name }) => `#${name}` === location.hash);
  if (named || session.asked === "screen") document.body.dataset.wmStage = "session";
})();
