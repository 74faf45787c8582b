/* The clock of a session on a screen. It follows the slides: who goes on to another step of the plan has that step's time.
   Nothing flashes, nothing sounds, and nothing moves on by itself: when a step's time is up, the clock says so in words. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say } = session;
  const box = root.querySelector("[data-wm-clock]");
  const part = (name) => root.querySelector(`[data-wm-clock-${name}]`);
  const SECOND = 1000;
  // Minutes, and nothing that anybody wrote.
  const place = window.wmKept.forNow(`session ${session.story} clock`);

  /** minutes: the plan's; part: the step's number; left: ms of each step that has begun, as of `since`, when the clock runs. */
  const fresh = () => ({ minutes: session.choice.minutes, part: null, left: [], since: null, hidden: false });
  let state = { ...fresh(), ...session.kept(place) };
  if (!sound(state)) state = fresh();
  let told = false;

  /** Was it kept by this plan, or by another that is no longer chosen or no longer there? */
  function sound({ minutes, part: number, left }) {
    const steps = session.plan().steps.length;
    return minutes === session.choice.minutes && Array.isArray(left) && left.length <= steps && left.every((ms) => ms === null || Number.isFinite(ms))
      && (number === null || (Number.isInteger(number) && number >= 0 && number < steps && Number.isFinite(left[number])));
  }

  function left() { return state.left[state.part] - (state.since === null ? 0 : Date.now() - state.since); }
  function keep() { place.write(state); }

  function clockTime(ms) {
    const seconds = Math.abs(Math.ceil(ms / SECOND));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  /** The time of another step: what it had left when it was last shown, or all of it. */
  function turnTo(number) {
    const running = state.part === null || state.since !== null;
    if (state.part !== null) state.left[state.part] = left();
    const step = session.plan().steps[number];
    state.left[number] ??= step.minutes * 60 * SECOND;
    Object.assign(state, { part: number, since: running ? Date.now() : null });
    told = false;
    keep();
    part("said").textContent = say("clock-part", { part: step.title, minutes: session.minutes(step.minutes) });
  }

  function draw() {
    const { slide } = session.stage;
    const off = !slide || state.part === null;
    box.hidden = off || state.hidden;
    part("show").hidden = off || !state.hidden;
    if (off) return;
    const { steps } = session.plan();
    const time = left();
    const running = state.since !== null;
    write(part("of"), say("clock-of", { n: state.part + 1, of: steps.length }));
    write(part("part"), steps[state.part].title);
    write(part("time"), say(time < 0 ? "clock-over" : running ? "clock-left" : "clock-stands", { time: clockTime(time) }));
    part("time").toggleAttribute("data-wm-over", time < 0);
    write(part("run"), say(running ? "clock-pause" : "clock-run"));
    part("run").setAttribute("aria-label", say(running ? "clock-pause-label" : "clock-run-label"));
    if (time <= 0 && running && !told) {
      told = true;
      part("said").textContent = say("clock-up", { part: steps[state.part].title });
    }
  }

  /** Nothing is written that stands there already: a screen reader would hear it again. */
  function write(place, text) { if (place.textContent !== text) place.textContent = text; }

  part("run").addEventListener("click", () => {
    if (state.since === null) state.since = Date.now();
    else { state.left[state.part] = left(); state.since = null; }
    keep();
    draw();
  });
  part("more").addEventListener("click", () => {
    // Of a step that is over nobody asks back what has gone by: a minute more is a minute from now.
    if (left() < 0) { state.left[state.part] = 0; state.since = state.since && Date.now(); }
    state.left[state.part] += 60 * SECOND;
    told = false;
    keep();
    draw();
  });
  part("hide").addEventListener("click", () => { hide(true); part("show").focus(); });
  part("show").addEventListener("click", () => { hide(false); part("hide").focus(); });
  function hide(wanted) { state.hidden = wanted; keep(); draw(); }

  // The clock starts when the group does, which is when it leaves the first slide; who runs the session again begins anew.
  session.stage.listen((slide) => {
    if (!slide) { state = fresh(); place.write(null); }
    else if (slide.name !== "welcome" && (state.part === null || slide.part !== state.part)) turnTo(slide.part);
    draw();
  });
  session.listen(() => { if (state.minutes !== session.choice.minutes) { state = fresh(); place.write(null); } });
  setInterval(draw, SECOND / 4);
})();
