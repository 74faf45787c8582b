/* The clock of a session: the parts of the chosen plan, one after the other.
   Nothing flashes, nothing sounds, and nothing moves on by itself: when a part's time is up, the clock says so in words. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say } = session;
  const box = root.querySelector("[data-wm-clock]");
  const part = (name) => root.querySelector(`[data-wm-clock-${name}]`);
  const SECOND = 1000;

  /** minutes: length of the plan, 0 for none; part: its number; left: ms of the part at `since`, when running. */
  const fresh = { minutes: null, part: 0, left: 0, since: null, hidden: false };
  let state = { ...fresh, ...session.kept("clock") };
  // The pack may have been built anew since: a plan or a part that it no longer has is forgotten.
  if (state.minutes !== 0 && !plan()?.steps[state.part]) state = fresh;

  function plan() { return session.plans.find((one) => one.minutes === state.minutes); }
  function left() { return state.left - (state.since === null ? 0 : Date.now() - state.since); }
  function keep() { session.keep("clock", state); }

  function clockTime(ms) {
    const seconds = Math.abs(Math.ceil(ms / SECOND));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
  function minutes(n) { return say(`page-minutes-${{ 1: "one", 2: "two" }[n] || "many"}`, { n }); }

  function begin(number, running) {
    const step = plan().steps[number];
    state = Object.assign(state, { part: number, left: step.minutes * 60 * SECOND, since: running ? Date.now() : null });
    told = false;
    keep();
    draw();
    part("said").textContent = say("clock-part", { part: step.title, minutes: minutes(step.minutes) });
  }

  let told = false;

  function draw() {
    const chosen = plan();
    const first = session.root.querySelector("[data-wm-now]")?.dataset.wmStep === "welcome";
    box.hidden = !chosen || state.hidden || first;
    part("show").hidden = !chosen || !state.hidden || first;
    if (!chosen) return;
    const time = left();
    const running = state.since !== null;
    part("of").textContent = say("clock-of", { n: state.part + 1, of: chosen.steps.length });
    part("part").textContent = chosen.steps[state.part].title;
    const words = time < 0 ? "clock-over" : running ? "clock-left" : "clock-stands";
    write(part("time"), say(words, { time: clockTime(time) }));
    part("time").toggleAttribute("data-wm-over", time < 0);
    write(part("run"), say(running ? "clock-pause" : "clock-run"));
    part("run").setAttribute("aria-label", say(running ? "clock-pause-label" : "clock-run-label"));
    part("next").disabled = state.part === chosen.steps.length - 1;
    if (time <= 0 && running && !told) {
      told = true;
      part("said").textContent = say("clock-up", { part: chosen.steps[state.part].title });
    }
  }

  /** Nothing is written that stands there already: a screen reader would hear it again. */
  function write(place, text) { if (place.textContent !== text) place.textContent = text; }

  part("run").addEventListener("click", () => {
    if (state.since === null) state.since = Date.now();
    else { state.left = left(); state.since = null; }
    keep();
    draw();
  });
  part("more").addEventListener("click", () => {
    // Of a part that is over nobody asks back what has gone by: a minute more is a minute from now.
    if (left() < 0) Object.assign(state, { left: 0, since: state.since && Date.now() });
    state.left += 60 * SECOND;
    told = false;
    keep();
    draw();
  });
  part("next").addEventListener("click", () => begin(state.part + 1, state.since !== null));
  part("hide").addEventListener("click", () => { hide(true); part("show").focus(); });
  part("show").addEventListener("click", () => { hide(false); part("hide").focus(); });
  function hide(wanted) { state.hidden = wanted; keep(); draw(); }

  /* Which plan ------------------------------------------------------------------------------------------------ */

  const lengths = root.querySelector("[data-wm-lengths]");

  function choose() {
    const chosen = Number(lengths.querySelector("input:checked").value);
    root.querySelectorAll("[data-wm-plan]").forEach((one) => { one.hidden = Number(one.dataset.wmPlan) !== chosen; });
    return chosen;
  }

  lengths.hidden = false;
  if (state.minutes !== null) {
    lengths.querySelectorAll("input").forEach((input) => { input.checked = Number(input.value) === state.minutes; });
  }
  lengths.addEventListener("change", choose);
  choose();

  // The clock starts when the group does, and starts anew when another length has been chosen. Looking back at the plan
  // is no new start; opening the page at its beginning is: the clock of an earlier session would long be over.
  let anew = false;
  session.listen((step, before) => {
    if (!before) anew = step.dataset.wmStep === "welcome";
    else if (before.dataset.wmStep === "welcome" && step !== before && (anew || choose() !== state.minutes)) {
      anew = false;
      state.minutes = choose();
      if (plan()) begin(0, true); else keep();
    }
    draw();
  });
  setInterval(draw, SECOND / 4);
})();
