/* Add a story: what the fields hold is a story; its card, what it still needs and its files follow from that.
   Nothing is sent anywhere. Nothing is kept unless the reader asks, and then in this browser alone; from disk, in this tab.
   story-form.js calls this once, when all is there: with the fields, `known`, the library's labels and rules by language, `say`, and
   whether something is `written` that stays. Gives {pasted}, which puts what was copied into a field. */
window.wmWriteStory = async function (page) {
  "use strict";
  const { box, form, part, here, handed, place, day, controls, several, put, empty, written, known, say } = page;
  const { element, number, save } = window.wmData;
  const { lines, questions, flat, freeId, shaped } = window.wmStoryFiles;
  const LANGUAGES = ["cy", "en"];
  let over = []; // [field, wording] of what does not fit its card
  let opened = {}; // of an opened folder: the id that it `was`, and what it held besides the fields
  const touched = new Set();

  function told(text) { part("said").textContent = text; }
  let rest = null;
  /** What is needed only now and then comes when it is first needed; resolves to a function that gives its words. */
  function more() {
    rest ??= Promise.all([window.wmData.load(here, "add-rest"), window.wmData.script("page-add-rest")]).then(([words]) => window.wmData.saying(words));
    rest.catch(() => { rest = null; told(say("lost")); });
    return rest;
  }
  /** Say one of those words. */
  function tell(name) { more().then((words) => told(words(name))).catch(() => {}); }

  /* Fields and story ------------------------------------------------------------------------------------------- */

  /** The story that the fields hold. */
  function story() {
    const found = {};
    controls().forEach((control) => {
      const steps = control.name.split(".");
      const last = steps.pop();
      const inside = steps.reduce((some, step) => (some[step] ??= {}), found);
      if (control.type !== "checkbox") inside[last] = control.value;
      else if (!several(control.name)) inside[last] = control.checked;
      else (inside[last] ??= []).push(...(control.checked ? [control.value] : []));
    });
    const main = part("main").querySelector("select").value;
    const { theme } = found.tags;
    if (theme.includes(main)) found.tags.theme = [main, ...theme.filter((one) => one !== main)];
    return shaped({ ...found, ...opened });
  }

  /** Put a story into the fields. */
  function fill(given) {
    put(given);
    opened = { was: named(given.was) ? given.was : "", other: given.other };
    form.elements.id.value = named(given.id) ? given.id : "";
    photo();
    themes((given.tags.theme || [])[0]);
    touched.clear();
  }
  // Where an invented story is set is not where it comes from.
  form.elements["source.how_it_reached_us"].addEventListener("change", ({ target }) => {
    if (Object.hasOwn(known.en.own, target.value)) form.elements["source.jurisdiction"].value = "";
  });
  /** Tick what the address asks for, as the coverage map does: a principle, a topic of the law, a setting. */
  function tickAsked() {
    new URLSearchParams(location.search).forEach((value, name) => {
      controls().filter((one) => one.type === "checkbox" && one.value === value && [name, `tags.${name}`].includes(one.name)).forEach((one) => { one.checked = true; });
    });
  }
  /** Words of a story that no field can hold, because the library does not know them. */
  function unknown(given) {
    const choices = new Set(controls().filter((one) => one.matches("select") || several(one.name)).map((one) => one.name));
    const words = [...choices].flatMap((name) => [name.split(".").reduce((some, step) => (some || {})[step], given)].flat()
      .filter((word) => word && !form.querySelector(`[name="${name}"] option[value="${CSS.escape(word)}"], [name="${name}"][value="${CSS.escape(word)}"]`)));
    return [...Object.keys(given.tags).filter((facet) => !holder(`tags.${facet}`)), ...words];
  }
  /** Which of the ticked themes is the main one. */
  function themes(first) {
    const list = part("main").querySelector("select");
    const chosen = first || list.value;
    const ticks = Array.from(form.querySelectorAll('[name="tags.theme"]:checked'));
    list.replaceChildren(...ticks.map((tick) => element("option", tick.parentElement.textContent.trim(), { value: tick.value })));
    if (ticks.some((tick) => tick.value === chosen)) list.value = chosen;
    part("main").hidden = ticks.length < 2;
  }

  /* What it still needs ---------------------------------------------------------------------------------------- */

  const holder = (field) => form.querySelector(`[data-wm-field="${CSS.escape(field)}"]`);
  function control(field) {
    const place = holder(field);
    return place.matches("fieldset") ? place : place.querySelector("input, textarea, select");
  }

  function problems(now) {
    const found = window.wmStoryRules.problems(now, { ...known[here], today: day() });
    over.forEach(([field, name]) => found.push({ field, name, values: {}, advice: false }));
    // What the model does not know has no field here.
    return found.filter(({ field }) => holder(field));
  }

  /** A problem in words, with the line of its field where it has several. */
  function sentence({ name, values }) { return (values.line ? `${say("line", { n: values.line })}: ` : "") + say(`p-${name}`, values); }

  function entry({ field, name, values }) {
    const line = element("li", null);
    const link = element("a", holder(field).dataset.name, { href: `#${control(field).id}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const closed = control(field).closest("details");
      if (closed) closed.open = true;
      control(field).focus();
      holder(field).scrollIntoView({ block: "center" });
    });
    line.append(link, ": ", sentence({ name, values }));
    return line;
  }

  let announce = 0;
  function show(now) {
    const found = problems(now);
    const missing = found.filter((one) => !one.advice);
    part("missing").replaceChildren(...missing.map(entry));
    part("advice").replaceChildren(...found.filter((one) => one.advice).map(entry));
    part("worth").hidden = missing.length === found.length;
    // Said when the writer stops for a moment, not at every letter.
    clearTimeout(announce);
    announce = setTimeout(() => {
      part("left").textContent = say(`left-${missing.length ? number(missing.length) : "none"}`, { n: missing.length });
    }, 600);
    form.querySelectorAll("[data-wm-field]").forEach((place) => {
      const mine = missing.filter((one) => one.field === place.dataset.wmField && touched.has(one.field));
      place.querySelector("[data-wm-problem]").textContent = mine.map(sentence).join("; ");
      const one = control(place.dataset.wmField);
      if (mine.length && !one.matches("fieldset")) one.setAttribute("aria-invalid", "true"); else one.removeAttribute("aria-invalid");
      const words = place.querySelector("[data-wm-words]");
      const n = words ? flat(one.value).split(" ").filter(Boolean).length : 0;
      if (words) words.textContent = n ? say(`words-${number(n)}`, { n }) : "";
    });
    part("folder").textContent = id(now) || "…";
    box.querySelectorAll("[data-wm-for]").forEach((line) => { line.hidden = !now.consent.scope.includes(line.dataset.wmFor); });
    part("not-public").hidden = !now.consent.scope.length || now.consent.scope.includes("public");
    return missing;
  }
  /** Can it be an id? A draft's folder may have no name yet. */
  function named(word) { return window.wmStoryFiles.ID.test(word) && LANGUAGES.every((lang) => word !== known[lang].nameless); }
  /** A story that was opened keeps its id, also where this build leaves it out: its cards may be printed. Any other has the
      one that is typed, or a free one from its English title. */
  function id(now) { return [flat(now.id), now.was].find(named) || freeId(now.texts.en.title, known.en.taken); }

  /* A picture of its own ------------------------------------------------------------------------------------------ */

  const isPicture = ({ name }) => window.wmStoryFiles.PICTURE.test(name);
  /** Show the picture that the story has, or that it has none. */
  function photo() {
    const { files } = opened.other;
    if (files.some(isPicture) || !part("photo-now").hidden) more().then(() => window.wmStoryPhoto.show(part, files.find(isPicture))).catch(() => {});
  }
  /** Give the story this picture in place of the one it had; without one, none. */
  function give(...files) {
    opened.other = { ...opened.other, files: [...opened.other.files.filter((one) => !isPicture(one)), ...files] };
    photo();
    part("photo").parentElement.dispatchEvent(new Event("input", { bubbles: true }));
  }
  part("photo").addEventListener("change", () => more().then((words) => window.wmStoryPhoto.take(part, words, give)).catch(() => {}));
  part("photo-out").addEventListener("click", () => { give(); part("photo").focus(); });

  /* Looking after a story that stands ---------------------------------------------------------------------------- */

  function setConsent(name, value) { form.elements[`consent.${name}`].value = value; }
  /** Somebody looked at the consent today; next in a year, or on the day on which it ends. */
  function looked() {
    const { value: end } = form.elements["consent.expires"];
    setConsent("reviewed", day());
    setConsent("review_by", end && end < day(1) ? end : day(1));
  }
  function looking(name, act) {
    part(name).addEventListener("click", () => {
      act();
      part(name).dispatchEvent(new Event("input", { bubbles: true }));
      more().then((words) => { part("looked-said").textContent = words(name); }).catch(() => {});
    });
  }
  looking("looked", looked);
  looking("renewed", () => {
    // The end that was agreed to holds no longer, and only the person can say another.
    setConsent("given", day());
    setConsent("expires", "");
    looked();
  });

  /* The card --------------------------------------------------------------------------------------------------- */

  /** What a card needs to know, as browser data of a story of the library has it. */
  function card(now, lang, icons) {
    const words = known[lang];
    const text = now.texts[lang];
    const tags = Object.values(now.tags).flat().filter((one) => words.tags[one]);
    const [main] = now.tags.theme || [];
    const { source } = now;
    const from = now.other.language || "en";
    const inBoth = (name) => window.wmStoryFiles.inBoth(now, name);
    const given = (name) => (inBoth(name) || {})[lang] || source[name];
    const publisher = given("publisher") || words.own[source.how_it_reached_us] || "";
    const origin = [given("title"), publisher].map(flat).filter(Boolean);
    const foreign = ["title", "publisher"].some((name) => flat(source[name]) && !inBoth(name));
    return {
      path: `stories/${now.collection || "…"}/${id(now) || "…"}/`, title: flat(text.title) || say("no-title"), theme: (words.tags[main] || { label: "" }).label, icon: icons[main],
      before: lines(text.before), after: lines(text.after), at_pause: questions(text.at_pause), afterwards: questions(text.afterwards),
      source: origin.join(". "), sourceLang: lang !== from && foreign ? from : null,
      route: source.how_it_reached_us ? words.routes[source.how_it_reached_us] : "…",
      told: ((words.told[source.how_it_reached_us] || {})[now.provenance] || {})[source.jurisdiction] || null,
      names: now.names_changed, tags: tags.map((one) => words.tags[one].label),
      // Nobody can have checked words that are being written.
      draft: lang === "cy",
    };
  }
  /** Words of one side of a story, and lines of a list, that no card holds: what has more is not drawn. */
  const [MOST_WORDS, MOST_LINES] = [600, 20];
  function tooLong({ texts }) {
    const longer = (lang, side) => flat(texts[lang][side]).split(" ").length > MOST_WORDS;
    return LANGUAGES.flatMap((lang) => [["before", "at_pause"], ["after", "afterwards"]]
      .filter(([side, list]) => longer(lang, side) || questions(texts[lang][list]).length > MOST_LINES)
      .map(([side]) => [`texts.${lang}.${side}`, `long-${side}`]));
  }
  let turn = 0;
  async function draw(now) {
    const mine = (turn += 1);
    const long = tooLong(now);
    if (long.length) {
      over = long;
      box.querySelectorAll("[data-wm-faces]").forEach((place) => place.replaceChildren());
      part("no-card").hidden = false;
      show(now);
      return;
    }
    // A theme's icon comes once there is a theme; without it a card can be read as well.
    const icons = (now.tags.theme || []).length ? await window.wmData.load("both", "theme-icons").catch(() => ({})) : {};
    if (mine !== turn) return;
    const stories = Object.fromEntries(LANGUAGES.map((lang) => [lang, {
      story: card(now, lang, icons), into: box.querySelector(`[data-wm-faces="${lang}"]`),
      caption: (front) => say(front ? "front" : "back", { language: say(`language-${lang}`) }),
    }]));
    const runs = await window.wmCards.story(id(now) || "…", stories);
    if (mine !== turn) return;
    part("no-card").hidden = true;
    over = LANGUAGES.flatMap((lang) => ["before", "after"].filter((side) => runs[lang][side])
      .map((side) => [`texts.${lang}.${side}`, `long-${side}`]));
    scale();
    // While the card was being drawn the writer may have gone on.
    show(story());
  }
  /** Faces as large as the page is wide. */
  function scale() {
    box.querySelectorAll("[data-wm-faces]").forEach((place) => {
      const paper = place.querySelector(".wm-oneface__paper");
      if (paper && place.clientWidth) place.style.setProperty("--scale", Math.min(1, place.clientWidth / paper.offsetWidth).toFixed(4));
    });
  }

  /* A draft in this browser, when asked for -------------------------------------------------------------------- */

  let unsaved = false; // leaving the page would lose it
  let unfiled = false; // no file holds it: a draft in this browser is the only copy, and gives way to nothing unasked
  function keep(now) {
    if (!part("keep").checked) return;
    place.agreed = true;
    if (place.write(now)) {
      unsaved = false;
      return;
    }
    part("keep").checked = false;
    tell("refused");
  }
  function kept() {
    const found = place.read();
    return found === null ? null : shaped(found);
  }
  part("keep").addEventListener("change", () => {
    if (part("keep").checked) {
      keep(story());
      if (part("keep").checked) tell(window.wmKept.fromDisk ? "kept-tab" : "kept");
      return;
    }
    place.agree(false);
    unsaved = unfiled;
    tell(window.wmKept.fromDisk ? "not-kept-tab" : "not-kept");
  });
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

  let waiting = 0;
  function changed(soon = 300) {
    const now = story();
    show(now);
    keep(now);
    clearTimeout(waiting);
    waiting = setTimeout(() => draw(story()).catch(() => told(say("lost"))), soon);
  }
  form.addEventListener("input", (event) => {
    // These two say nothing of the story.
    if ([part("keep"), part("file"), part("files"), part("photo")].includes(event.target)) return;
    unsaved = true;
    unfiled = true;
    if (event.target.name === "tags.theme") themes();
    changed();
  });
  // What is wrong with a field is said beside it once the writer has left it.
  form.addEventListener("focusout", (event) => {
    const place = event.target.closest("[data-wm-field]");
    if (!place || place.contains(event.relatedTarget)) return;
    touched.add(place.dataset.wmField);
    show(story());
  });
  /** Take in what was copied, and say below the field what was not plain. */
  async function pasted(field, html, text) {
    const words = await more();
    const into = field.parentElement;
    const said = window.wmStoryPasted.put({ form, field, html, text, say: words });
    const there = into.querySelector("[data-wm-pasted]") || into.appendChild(element("ul", null, { class: "wm-write__list wm-write__pasted", role: "status", "data-wm-pasted": true }));
    there.replaceChildren(...said.map((one) => element("li", one)));
  }
  window.addEventListener("resize", scale);

  /* Saving, opening, clearing ---------------------------------------------------------------------------------- */

  /** Nothing stands here now that a file does not hold. */
  function filed() { unsaved = false; unfiled = false; }

  part("save").addEventListener("click", async () => {
    clearTimeout(waiting);
    await Promise.all([draw(story()), more()]).catch(() => told(say("lost")));
    if (!window.wmZip) return;
    // While the card was being drawn the writer may have gone on: what is saved is what stands there now.
    const now = story();
    form.querySelectorAll("[data-wm-field]").forEach((place) => touched.add(place.dataset.wmField));
    const whole = !show(now).length;
    const name = id(now);
    const file = `${[name, whole ? "" : say("draft")].filter(Boolean).join("-")}.zip`;
    const bytes = window.wmZip.write(window.wmStoryFiles.write(now, name || say("draft"), known.en.consent, whole));
    save(new Blob([bytes], { type: "application/zip" }), file);
    filed();
    told(say(whole ? "saved" : "saved-draft", { file, command: `whatmatters add ${file}` }));
  });

  /** A button that opens what its chooser gives: what is written already goes only when it is pressed twice. */
  function opens(button, chooser, read, no) {
    let agreed = false;
    button.addEventListener("click", () => {
      if (unfiled && !agreed) {
        agreed = true;
        told(say("replace"));
        return;
      }
      chooser.click();
    });
    button.addEventListener("blur", () => { agreed = false; });
    chooser.addEventListener("change", async () => {
      const files = [...chooser.files];
      if (!files.length) return;
      try {
        const words = await more();
        const found = window.wmStoryFiles.read(await read(files));
        fill(found);
        filed();
        changed(0);
        beside(found);
        const title = flat(found.texts[here].title) || say("no-title");
        const lost = unknown(found);
        told(say("opened", { title }));
        if (lost.length) told(words("opened-without", { title, words: lost.join(", ") }));
      } catch (error) {
        const why = { "not-story": no }[error.message] || (["not-zip", "large", "packed", "not-picture"].includes(error.message) ? error.message : "broken");
        tell(why);
      }
      chooser.value = "";
    });
  }
  opens(part("open"), part("file"), async ([file]) => window.wmZip.read(await file.arrayBuffer()), "not-story");
  opens(part("open-folder"), part("files"), async (files) => {
    // What a story can have is far smaller, and a folder of all sorts is not read to its end. A photograph is made smaller.
    const picture = (file) => /^picture\.[a-z]+$/i.test(file.name) && file.size < 50000000;
    if (files.length > 100 || files.filter((file) => !picture(file)).reduce((sum, file) => sum + file.size, 0) > 1000000) throw new Error("large");
    return Promise.all(files.map(async (file) => {
      const small = picture(file) && file.size > 1000000 ? await window.wmStoryPicture(file) : null;
      const name = small ? file.webkitRelativePath.replace(/[^/]*$/, "picture.jpg") : file.webkitRelativePath;
      return { name, bytes: new Uint8Array(await (small || file).arrayBuffer()) };
    }));
  }, "not-story-folder");

  let sure = false;
  function ask(wanted) { sure = wanted; part("clear").textContent = say(wanted ? "clear-sure" : "clear"); }
  part("clear").addEventListener("click", () => {
    if (sure) {
      fill(shaped(empty()));
      filed();
      changed(0);
      beside(story());
      tell("cleared");
      document.getElementById("add-story").focus();
    }
    ask(!sure);
  });
  part("clear").addEventListener("blur", () => ask(false));

  /** What an import said of the text, beside it; and what came with the page, `from` a folder. */
  function beside(given, from = null) {
    const report = given.other.files.find(({ name }) => name === "import-report.md");
    const into = part("report");
    into.replaceChildren();
    into.hidden = true;
    if (!report && !from) return;
    more().then((words) => window.wmStoryReport({ into, form, say: words, report: report ? report.text : "", given, ...from })).catch(() => {});
  }

  /* Beginning -------------------------------------------------------------------------------------------------- */

  if (handed) await more();
  form.hidden = false;
  if (written) {
    opened = { was: "", other: shaped({}).other };
    themes();
    unsaved = true;
    unfiled = true;
    changed(0);
    return { pasted };
  }
  const draft = kept();
  if (draft) part("keep").checked = true;
  unfiled = draft !== null;
  const given = handed && window.wmStoryFiles.read(handed.files);
  fill(draft || given || shaped(empty()));
  // A draft that is kept here, and one that came with its page, stay as they are.
  if (!draft && !given) tickAsked();
  changed(0);
  if (given) beside(given, { folder: handed.folder, notes: handed.notes });
  return { pasted };
};
