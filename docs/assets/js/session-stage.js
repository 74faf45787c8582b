/* A session on a screen: the slides of the chosen plan, one at a time, over the whole window. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say } = session;
  const body = document.body;
  const part = (name) => root.querySelector(`[data-wm-${name}]`);
  const listeners = [];
  const title = root.querySelector("h1");
  /** The slides, as {name, part, step, element}; and which of them is shown. */
  let slides = [];
  let at = -1;

  session.stage = {
    /** Calls `act(slide)` when another slide is shown, and `act(null)` when the stage is left. */
    listen(act) { listeners.push(act); },
    run,
    /** The slide that is shown, or null. */
    get slide() { return slides[at] || null; },
  };

  function tell() { listeners.forEach((act) => act(session.stage.slide)); }
  function heading(slide) { return slide.name === "welcome" ? title : slide.element.querySelector("h2"); }
  function place() { return slides.findIndex(({ name }) => `#${name}` === location.hash); }

  /** The slides as the chosen plan has them. */
  function lay() {
    const { steps } = session.plan();
    slides = session.slides().map(({ name, part: number }) => (
      { name, part: number, step: steps[number], element: root.querySelector(`[data-wm-slide="${name}"]`) }));
    slides.forEach(({ element, step }) => {
      element.querySelectorAll("[data-wm-says]").forEach((place) => { place.textContent = step.says; });
      element.querySelectorAll("[data-wm-step-title]").forEach((place) => { place.textContent = step.title; });
    });
    steps.forEach((step) => {
      const asked = slides.filter((slide) => slide.step === step && slide.name.startsWith("ask-"));
      asked.forEach((slide, i) => {
        slide.count = say("session-question", { n: i + 1, of: asked.length });
        slide.element.querySelector("[data-wm-count]").textContent = `${step.title} · ${slide.count}`;
      });
    });
    part("asked").replaceChildren(...session.sheet().atPause.map((text) => item(text)));
    part("outline").replaceChildren(...steps.map((step) => {
      const line = item("");
      const minutes = document.createElement("span");
      minutes.className = "wm-timetable__time";
      minutes.textContent = session.minutes(step.minutes);
      line.append(minutes, ` ${step.title}`);
      return line;
    }));
    onward();
    fillGoTo();
  }

  function item(text) {
    const made = document.createElement("li");
    made.textContent = text;
    return made;
  }

  /** After the last question the group closes the session, or takes another story. */
  function onward() {
    const told = slides.filter(({ step, name }) => ["ending", "at-pause", "afterwards"].includes(step.shows) && name !== "end");
    told[told.length - 1].element.append(part("onward"));
    part("onward").hidden = false;
  }

  /** The list of slides, by the steps of the plan. */
  function fillGoTo() {
    const list = part("go");
    list.replaceChildren();
    let group = null;
    slides.forEach((slide, number) => {
      if (!group || slide.part !== slides[number - 1].part) {
        group = document.createElement("optgroup");
        group.label = slide.step.title;
        list.append(group);
      }
      const name = slide.count || (slide.name === "welcome" ? slide.step.title : heading(slide).textContent.trim());
      group.append(new Option(`${number + 1}. ${name}`, String(number)));
    });
  }

  /** Show a slide; focus goes to its heading, so that it is read out and the keys work from there. */
  function show(number, quiet = false) {
    if (number < 0 || number >= slides.length) return;
    const before = slides[at];
    at = number;
    const slide = slides[at];
    root.querySelectorAll("[data-wm-slide]").forEach((one) => { one.toggleAttribute("data-wm-now", one === slide.element); });
    const ask = slide.element.querySelector("[data-wm-ask]");
    if (ask && slide !== before) ask.open = false;
    part("back").disabled = at === 0;
    part("on").disabled = at === slides.length - 1;
    part("on-word").textContent = say(at === 0 ? "session-start" : "session-on");
    part("go").value = String(at);
    address(`#${slide.name}`);
    root.querySelectorAll("[data-wm-keep-slide]").forEach((link) => {
      link.setAttribute("href", `${link.getAttribute("href").split("#")[0]}#${slide.name}`);
    });
    window.scrollTo(0, 0);
    tell();
    fit(slide.element);
    if (quiet) return;
    heading(slide).tabIndex = -1;
    heading(slide).focus({ preventScroll: true });
  }

  /** Nobody comes back to a slide by the browser's way back: that leaves the stage. */
  function address(hash) {
    try { history.replaceState(history.state, "", location.pathname + location.search + hash); } catch { /* As it was. */ }
  }

  /** Run the session from its beginning. */
  function run() {
    try { history.pushState("session", "", `${location.pathname}${location.search}#welcome`); } catch { /* As it was. */ }
    take(0);
  }

  function take(number) {
    body.dataset.wmStage = "session";
    lay();
    at = -1;
    show(number);
  }

  function leave() {
    if (document.fullscreenElement) document.exitFullscreen();
    delete body.dataset.wmStage;
    at = -1;
    address("");
    tell();
    root.querySelector('[data-wm-do="screen"]').focus();
  }

  /* On a wall everything should be seen at once: type gives way a little, never under LEAST pixels. */
  const LEAST = 22;
  function fit(element) {
    element.style.removeProperty("--wm-fit");
    if (!element.querySelector(".wm-session__letter, .wm-session__rules") || window.innerWidth < 960) return;
    const full = parseFloat(getComputedStyle(part("stage-box")).fontSize);
    for (let size = 1; size * full >= LEAST; size -= 0.03) {
      element.style.setProperty("--wm-fit", size.toFixed(2));
      if (document.documentElement.scrollHeight <= window.innerHeight) return;
    }
  }

  /** On to the next slide; where the ending waits, it is shown first. */
  function on() {
    const ask = slides[at].element.querySelector("[data-wm-ask]");
    if (!ask || ask.open) { show(at + 1); return; }
    ask.open = true;
    const told = ask.querySelector("div");
    told.tabIndex = -1;
    told.focus({ preventScroll: true });
    fit(slides[at].element);
  }
  function back() { show(at - 1); }

  function keys(event) {
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const target = event.target;
    const writing = /^(TEXTAREA|SELECT|INPUT)$/.test(target.tagName);
    if (event.key === "Escape") {
      // In a field Escape only leaves the field: nobody should lose the session with a slip of the finger.
      if (writing) heading(slides[at]).focus(); else leave();
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

  function fullScreen() {
    const button = part("full");
    if (!document.fullscreenEnabled) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen().catch(() => { button.hidden = true; });
    });
    document.addEventListener("fullscreenchange", () => {
      button.querySelector("span").textContent = say(document.fullscreenElement ? "session-full-off" : "session-full");
    });
  }

  part("on").addEventListener("click", on);
  part("back").addEventListener("click", back);
  part("leave").addEventListener("click", leave);
  part("to-close").addEventListener("click", () => show(at + 1));
  part("go").addEventListener("change", (event) => show(Number(event.target.value)));
  document.addEventListener("keydown", keys);
  window.addEventListener("resize", () => { if (at >= 0) fit(slides[at].element); });
  fullScreen();

  /** The address may name a slide, when the page is opened and later; without one the stage is left. */
  function arrive() {
    if (at < 0) lay();
    const number = place();
    if (number >= 0) { if (at < 0) take(number); else show(number); } else if (at >= 0) leave();
  }
  window.addEventListener("popstate", arrive);
  session.stage.begin = () => { if (session.asked === "screen") { lay(); take(Math.max(0, place())); } else arrive(); };
})();
