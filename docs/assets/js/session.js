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
  const asks = JSON.parse(root.dataset.asks); // the questions' mark, how many there are, and how many come first

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
  // Of the questions only the numbers can be read before the plan is known.
  READ.ask = (text) => window.wmAsked.numbers(text, asks);
  const found = Object.fromEntries(Object.entries(READ).map(([name, take]) => [name, given.get(name) ? take(given.get(name)) : undefined]));

  const number = (name) => Number(name.slice("ask-".length));
  const isQuestion = (name) => name.startsWith("ask-");

  /** The numbers of what a plan asks by itself. */
  function usual(plan) {
    return plan.steps.flatMap((step) => step.slides.filter(isQuestion).map(number)).sort((a, b) => a - b);
  }
  /** The plan that asks what was chosen, each question in the step that it belongs to. */
  function asking(plan, numbers) {
    return { ...plan, steps: plan.steps.map((step) => {
      if (!step.could) return step;
      const own = step.slides.filter((name) => !isQuestion(name));
      const slides = [...own, ...step.could.filter((n) => numbers.includes(n)).map((n) => `ask-${n}`)];
      return { ...step, slides: slides.length ? slides : ["talk"] };
    }) };
  }
  const planOf = () => plans.find((plan) => plan.minutes === session.choice.minutes);
  /** Choose nothing where the choice is the plan's own, or leaves its pause without a question. */
  function settle() {
    const { ask } = session.choice;
    if (ask && (!session.canAsk(ask) || ask.join() === usual(planOf()).join())) session.choice.ask = null;
  }

  const listeners = [];
  const session = (window.wmSession = {
    root,
    lang,
    words,
    PEOPLE,
    peopleOf,
    story: root.dataset.wmSession,
    /** What was chosen: minutes, people, lang, start, `HH:MM` or nothing, and ask, numbers of questions, or null for the plan's. */
    choice: {
      minutes: found.minutes ?? minutes, people: found.people ?? people, lang: found.lang ?? lang, start: found.start ?? "",
      ask: found.ask ?? null,
    },
    /** What to say of an address that holds something that cannot be used. */
    odd: Object.keys(READ).filter((name) => found[name] === null).map((name) => (name === "ask" ? "session-odd-questions" : "session-odd")),
    /** What the address asks for at once: sheet, cards, screen, word, or nothing. */
    asked: ["sheet", "cards", "screen", "word"].find((name) => name === given.get("do")),
    /** The chosen plan, with the chosen questions. */
    plan() { return session.choice.ask ? asking(planOf(), session.choice.ask) : planOf(); },
    /** The numbers of the questions that are asked. */
    asking() { return usual(session.plan()); },
    /** Would the plan have something to ask at the pause? */
    canAsk(numbers) { return planOf().steps.some((step) => step.shows === "at-pause" && step.could.some((n) => numbers.includes(n))); },
    /** The questions that are asked, as addresses and files hold them. */
    askText() { return window.wmAsked.text(session.asking(), asks[0]); },
    /** Choose; whoever listens is told. */
    choose(change) {
      Object.assign(session.choice, change);
      settle();
      listeners.forEach((act) => act());
    },
    listen(act) { listeners.push(act); },
    /** The choice as the query of an address. */
    query() {
      const { start, ask, ...rest } = session.choice;
      const more = { ...(start ? { start } : {}), ...(ask ? { ask: session.askText() } : {}) };
      return `?${new URLSearchParams({ ...rest, ...more }).toString().replace("%3A", ":")}`;
    },
    /** A wording with its {placeholders} filled. */
    say(name, values = {}) {
      return words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
    },
    /** A number of minutes in words. */
    minutes(n) { return session.say(`page-minutes-${{ 1: "one", 2: "two" }[n] || "many"}`, { n }); },
    /** What this tab keeps in a place: an object, or null. */
    kept(place) {
      const value = place.read();
      return value && typeof value === "object" ? value : null;
    },
    /** The slides of the chosen plan, in turn: their names, and the number of the step that each belongs to. */
    slides() {
      const own = session.plan().steps.flatMap((step, part) => step.slides.map((name) => ({ name, part })));
      return [...own, { name: "end", part: session.plan().steps.length - 1 }];
    },
  });

  if (found.ask && !session.canAsk(found.ask)) session.odd.push("session-odd-questions");
  settle();

  /* The screen: what takes it is a sheet, words and scripts of their own -------------------------------------------- */

  const { body } = document;
  const sheet = document.querySelector("[data-wm-stage-sheet]");
  const read = new Promise((done) => { document.addEventListener("DOMContentLoaded", done); });

  function style() {
    return new Promise((resolve, reject) => {
      Object.assign(sheet, { onload: resolve, onerror: reject, disabled: false });
    });
  }
  let coming = null;
  /** What takes the screen, once; it is asked for again where it did not come. */
  session.toStage = function () {
    coming ??= Promise.all([window.wmData.load(lang, "session-words"), style(), window.wmData.script("page-session-stage"), read]).then(([more]) => {
      Object.assign(words, more);
      body.dataset.wmStaged = "";
      session.stage.begin();
    });
    coming.catch(() => {
      coming = null;
      sheet.disabled = true;
      // Should anything go wrong, the whole page is there to read.
      delete body.dataset.wmStage;
    });
    return coming;
  };
  const named = () => session.slides().some(({ name }) => `#${name}` === location.hash);
  const ignore = () => {};
  if (named() || session.asked === "screen") {
    body.dataset.wmStage = "session";
    session.toStage().catch(ignore);
  } else {
    // Whoever is here may lead the session in a room without a connection: all of it comes at the first touch.
    ["pointerdown", "keydown", "focusin", "scroll"].forEach((name) => {
      document.addEventListener(name, () => session.toStage().catch(ignore), { once: true, capture: true });
    });
    window.addEventListener("popstate", () => { if (named()) session.toStage().catch(ignore); });
  }
})();
