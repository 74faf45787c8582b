/* What is chosen for a session: the form, the page's address, and the plan on the leader's sheet. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say, choice } = session;
  const part = (name) => root.querySelector(`[data-wm-${name}]`);
  const form = part("choices");
  const DAY = 24 * 60;

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  /** The time of day so many minutes after the start. */
  function at(minutes) {
    const [hours, first] = choice.start.split(":").map(Number);
    const time = (hours * 60 + first + minutes) % DAY;
    return `${String(Math.floor(time / 60)).padStart(2, "0")}:${String(time % 60).padStart(2, "0")}`;
  }

  /** From one minute of the session to another. */
  function span(from, to) {
    return choice.start ? `${at(from)}–${at(to)}` : say("session-span", { from, to });
  }

  /** The plan as its rows; the leader's sheet and its Word file have the same. */
  function rows() {
    return session.plan().steps.map((step) => ({ ...step, time: span(step.begins, step.begins + step.minutes) }));
  }

  /** The questions of steps, by what these are about. */
  function asked(...shows) {
    const names = session.plan().steps.filter((step) => shows.includes(step.shows)).flatMap((step) => step.slides);
    return names.filter((name) => name.startsWith("ask-"))
      .map((name) => root.querySelector(`[data-wm-slide="${name}"] .wm-session__question`).textContent);
  }

  function facts() {
    const { minutes, people, start } = choice;
    const values = { minutes: session.minutes(minutes), people };
    return start ? say("session-facts-start", { ...values, from: at(0), to: at(minutes) }) : say("session-facts", values);
  }

  session.sheet = () => ({ facts: facts(), rows: rows(), atPause: asked("at-pause"), afterwards: asked("ending", "afterwards") });

  function draw() {
    const sheet = session.sheet();
    part("facts").textContent = sheet.facts;
    part("plan").replaceChildren(...sheet.rows.map(({ time, title, says, hands }) => {
      const line = element("li", "");
      const text = element("span", "");
      text.append(element("strong", /[?!]$/.test(title) ? title : `${title}.`), ` ${says}`);
      if (hands) text.append(" ", element("span", hands, "wm-timetable__hands"));
      line.append(element("span", time, "wm-timetable__time"), " ", text);
      return line;
    }));
    [["at-pause", sheet.atPause], ["afterwards", sheet.afterwards]].forEach(([name, questions]) => {
      const list = root.querySelector(`[data-wm-list="${name}"]`);
      list.replaceChildren(...questions.map((text) => element("li", text)));
      // No heading stands over nothing.
      [list, list.previousElementSibling].forEach((one) => { if (one?.matches("h3, ol")) one.hidden = !questions.length; });
    });
    const other = choice.lang !== session.lang;
    part("other").hidden = !other || choice.lang === "both";
    part("other-too").hidden = choice.lang !== "both";
    // Every way to the page's twin takes the choice along.
    document.querySelectorAll("[data-wm-keep-choice], [data-wm-lang-switch], [data-wm-choose]").forEach((link) => {
      const [page, slide] = link.getAttribute("href").split("#");
      if (page) link.setAttribute("href", page.split("?")[0] + session.query() + (slide ? `#${slide}` : ""));
    });
  }

  /** The address holds the choice, so that it can be kept and sent. Some browsers refuse that for a page from disk. */
  function address() {
    try { history.replaceState(history.state, "", location.pathname + session.query() + location.hash); } catch { /* As it was. */ }
  }

  function fill() {
    form.querySelectorAll("[name=minutes], [name=lang]").forEach((radio) => { radio.checked = radio.value === String(choice[radio.name]); });
    form.elements.people.value = choice.people;
    form.elements.start.value = choice.start;
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const { minutes, lang, people, start } = form.elements;
    const number = session.peopleOf(people.value);
    const odd = number === null;
    people.setAttribute("aria-invalid", String(odd));
    part("people-said").textContent = odd ? say("session-people-odd", { ...session.PEOPLE, n: choice.people }) : "";
    session.choose({ minutes: Number(minutes.value), lang: lang.value, start: start.value, ...(odd ? {} : { people: number }) });
  });

  session.listen(() => { draw(); address(); });
  part("odd").hidden = !session.odd.length;
  part("odd").textContent = [...new Set(session.odd)].map((name) => say(name)).join(" ");
  fill();
  draw();
  // What was asked for is done once: the page that is opened again, or kept, is the page alone.
  address();
})();
