/* A session on a screen: one step of the page at a time, over the whole window.
   Without this script the steps stand on the page one under the other.
   It runs where it stands, before the page is shown, and begins when the whole page is there. */
(function () {
  "use strict";
  const root = document.querySelector("[data-wm-session]");
  const body = document.body;
  const listeners = [];
  const session = (window.wmSession = {
    root,
    pack: root.dataset.wmSession,
    words: JSON.parse(root.dataset.words),
    plans: JSON.parse(root.dataset.plans),
    /** Calls `act(step, before)` whenever another step is shown; steps are elements. */
    listen(act) { listeners.push(act); },
    /** A wording with its {placeholders} filled. */
    say(name, values = {}) {
      return session.words[name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
    },
    /** What this tab keeps for this pack: an object, or null. The browser may refuse to keep anything. */
    kept(name) {
      try { return JSON.parse(sessionStorage.getItem(`wm-session-${session.pack}-${name}`)); } catch { return null; }
    },
    /** Did this browser refuse to keep something? It then holds for as long as the page is open. */
    forgets: false,
    keep(name, value) {
      const key = `wm-session-${session.pack}-${name}`;
      try {
        if (value === null) sessionStorage.removeItem(key); else sessionStorage.setItem(key, JSON.stringify(value));
      } catch { session.forgets = true; }
    },
  });
  body.dataset.wmStage = "session";
  document.addEventListener("DOMContentLoaded", () => {
    // Should anything go wrong, the whole page is there to read.
    try { start(); } catch (error) { delete body.dataset.wmStage; throw error; }
  });

  let steps = [];
  let at = -1;

  function start() {
    steps = Array.from(root.querySelectorAll("[data-wm-step]"));
    root.querySelectorAll("[data-wm-bar]").forEach((bar) => { bar.hidden = false; });
    // Alone on the screen, a question or what happened next stands right under the session's title.
    steps.slice(1).forEach((step) => { if (!step.querySelector("h2")) heading(step).setAttribute("aria-level", "2"); });
    fillGoTo();
    root.querySelector("[data-wm-on]").addEventListener("click", on);
    root.querySelector("[data-wm-back]").addEventListener("click", back);
    root.querySelector("[data-wm-go]").addEventListener("change", (event) => show(Number(event.target.value)));
    document.addEventListener("keydown", keys);
    window.addEventListener("hashchange", () => show(Math.max(0, place()), true));
    window.addEventListener("resize", () => fit(steps[at]));
    fullScreen();
    show(Math.max(0, place()), true);
  }

  /** Number of the step that the address names, or -1. */
  function place() {
    return steps.findIndex((step) => `#${step.dataset.wmStep}` === location.hash);
  }

  /** What a step is called; the first has the title of the whole session. */
  function heading(step) { return step === steps[0] ? root.querySelector("h1") : step.querySelector("h2, h3"); }

  /** Show step `number`; focus goes to its heading, so that it is read out and the keys work from there. */
  function show(number, arriving = false) {
    if (number < 0 || number >= steps.length) return;
    const before = steps[at];
    at = number;
    const step = steps[at];
    steps.forEach((other) => { other.toggleAttribute("data-wm-now", other === step); });
    const ask = step.querySelector("[data-wm-ask]");
    if (ask && step !== before) ask.open = false;
    root.querySelector("[data-wm-back]").disabled = at === 0;
    root.querySelector("[data-wm-on]").disabled = at === steps.length - 1;
    root.querySelector("[data-wm-on-word]").textContent = session.say(at === 0 ? "session-start" : "session-on");
    root.querySelector("[data-wm-go]").value = String(at);
    const hash = at === 0 ? "" : `#${step.dataset.wmStep}`;
    history.replaceState(null, "", location.pathname + location.search + hash);
    root.querySelectorAll("[data-wm-keep-step]").forEach((link) => {
      link.setAttribute("href", link.getAttribute("href").split("#")[0] + hash);
    });
    // The offer of languages above the stage leads to the same step too.
    document.querySelectorAll("[data-wm-choose]").forEach((link) => {
      const to = link.getAttribute("href").split("#")[0];
      if (to) link.setAttribute("href", to + hash);
    });
    window.scrollTo(0, 0);
    if (!arriving || at > 0) {
      const title = heading(step);
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }
    listeners.forEach((act) => act(step, before));
    fit(step);
  }

  /** On a wall a story should be seen whole: its type gives way a little, never under LEAST pixels. */
  const LEAST = 22;
  function fit(step) {
    step.style.removeProperty("--wm-fit");
    if (!step.querySelector(".wm-session__letter") || window.innerWidth < 960) return;
    const full = parseFloat(getComputedStyle(root).fontSize);
    for (let size = 1; size * full >= LEAST; size -= 0.03) {
      step.style.setProperty("--wm-fit", size.toFixed(2));
      if (document.documentElement.scrollHeight <= window.innerHeight) return;
    }
  }

  /** On to the next step; at the pause, first what happened next. */
  function on() {
    const ask = steps[at].querySelector("[data-wm-ask]");
    if (ask && !ask.open) {
      ask.open = true;
      const told = ask.querySelector("div");
      told.tabIndex = -1;
      told.focus({ preventScroll: true });
      fit(steps[at]);
    } else {
      show(at + 1);
    }
  }

  function back() { show(at - 1); }

  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const target = event.target;
    const writing = /^(TEXTAREA|SELECT|INPUT)$/.test(target.tagName);
    if (event.key === "Escape") {
      // In a field Escape only leaves the field: nobody should lose the session with a slip of the finger.
      if (writing) heading(steps[at]).focus(); else location.href = root.querySelector("[data-wm-leave]").href;
      event.preventDefault();
      return;
    }
    if (writing) return;
    const presses = target.closest("button, a[href], summary") !== null;
    const end = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
    const forward = event.key === "ArrowRight" || (event.key === " " && !event.shiftKey && !presses)
      || (event.key === "PageDown" && end);
    const backward = event.key === "ArrowLeft" || (event.key === " " && event.shiftKey && !presses)
      || (event.key === "PageUp" && window.scrollY === 0);
    if (!forward && !backward) return;
    event.preventDefault();
    // A key that is held down does not run through the session.
    if (event.repeat) return;
    if (forward) on(); else back();
  }

  /** The list of steps, grouped as the page groups them. */
  function fillGoTo() {
    const list = root.querySelector("[data-wm-go]");
    let group = null;
    steps.forEach((step, number) => {
      if (!group || group.label !== step.dataset.wmGroup) {
        group = document.createElement("optgroup");
        group.label = step.dataset.wmGroup;
        list.append(group);
      }
      const name = step.dataset.wmName || heading(step).textContent.trim();
      group.append(new Option(`${number + 1}. ${name}`, String(number)));
    });
  }

  function fullScreen() {
    const button = root.querySelector("[data-wm-full]");
    if (!document.fullscreenEnabled) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => { button.hidden = true; });
    });
    document.addEventListener("fullscreenchange", () => {
      const name = document.fullscreenElement ? "session-full-off" : "session-full";
      button.querySelector("span").textContent = session.say(name);
    });
  }
})();
