/* My sessions: what the reader chose, in order, with every form of each session; how the cards print; ways to keep it. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const box = document.querySelector("[data-wm-mine-page]");
  const { wmTray: tray, wmStories: stories, wmSavedSessions: saved } = window;
  if (!box || !tray || !window.wmData) return;
  const { element, number } = window.wmData;
  const say = window.wmData.words(box);
  const lang = document.documentElement.lang.slice(0, 2);
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const form = part("choices");
  const FORMS = ["cards", "sheet", "screen", "word"];
  const first = {
    lang, minutes: Number(form.elements.minutes.value), people: Number(form.elements.people.value),
    lengths: Array.from(form.elements.minutes, (one) => Number(one.value)),
  };
  let pack = null;

  /* The lists ------------------------------------------------------------------------------------------------- */

  /** What knows and draws cards, and their style: they come when there is something to draw, and are asked for again if they did not. */
  async function printing() {
    await Promise.all([window.wmData.sheet("sheets"), window.wmData.script("page-draw-sheets")]);
    return window.wmCards;
  }

  async function names(items) {
    const entries = await Promise.all(items.map(async (item) => {
      const found = await (await printing()).piece(lang, item);
      if (!found) return [item, { name: `${item.split(":")[1]} (${say("gone")})` }];
      if (found.story) return [item, { name: found.story.title, more: found.story.summary, path: found.story.path, asks: found.story.asks }];
      if (found.card) return [item, { name: found.card.text, more: found.set.title }];
      return [item, { name: found.text, more: `${found.bank.title}: ${found.category.label}` }];
    }));
    return new Map(entries);
  }

  function button(verb, name, act, off = false) {
    const one = element("button", say(verb), { type: "button", class: "wm-stage__button", "aria-label": `${say(verb)}: ${name}`, disabled: off });
    one.dataset.verb = verb;
    one.addEventListener("click", act);
    return one;
  }
  function line(item, { name, more, path }, buttons) {
    const made = element("li", null, { class: "wm-mine__item" });
    const text = element("div", null, { class: "wm-mine__text" });
    text.append(path ? element("a", name, { href: `../../${path}index.html` }) : element("span", name));
    if (more) text.append(element("span", more, { class: "wm-small" }));
    const done = element("div", null, { class: "wm-mine__do" });
    done.append(...buttons);
    made.dataset.item = item;
    made.append(text, done);
    return made;
  }

  /** What is known of the questions that were chosen for a story: nothing, their numbers, or null where it has other ones now. */
  function chosen(item, { asks }) {
    const text = pack.asks[item.split(":")[1]];
    return text && asks ? window.wmAsked.numbers(text, asks) : undefined;
  }
  function aboutQuestions(item, known) {
    const numbers = chosen(item, known);
    const words = numbers === null ? say("asked-gone") : numbers && say("asked", { n: numbers.length, of: known.asks[1] });
    return words ? [element("p", words, { class: "wm-small wm-mine__asked" })] : [];
  }

  /** The ways to a story's session: its page, and each of its forms at once. */
  function forms(item, known) {
    const { name, path } = known;
    const place = element("div", null, { class: "wm-mine__forms" });
    const asked = chosen(item, known) ? `&ask=${pack.asks[item.split(":")[1]]}` : "";
    const query = `minutes=${pack.minutes}&people=${pack.people}&lang=${pack.lang}${asked}`;
    const to = (words, more) => element("a", words, { href: `../../${path}session/index.html?${query}${more}`, "aria-label": `${words}: ${name}` });
    const page = to(say("session"), "");
    page.className = "wm-button";
    place.append(page, ...FORMS.map((one) => to(say(`use-${one}`), `&do=${one}`)));
    return place;
  }
  /** The day on which a story was used, which this browser keeps. */
  function used(id, name) {
    const place = element("label", null, { class: "wm-mine__used" });
    const day = element("input", null, { type: "date", autocomplete: "off", "aria-label": `${say("used-on")}: ${name}`, value: stories.used()[id] });
    day.addEventListener("change", () => stories.use(id, day.value));
    place.append(element("span", say("used-on")), day);
    return place;
  }

  function row(item, known, group, at) {
    const { name, path } = known.get(item);
    const made = line(item, known.get(item), [
      button("up", name, () => move(item, group, -1, name), at === 0),
      button("down", name, () => move(item, group, 1, name), at === group.length - 1),
      button("remove", name, () => remove(item, name)),
    ]);
    if (path) made.append(...aboutQuestions(item, known.get(item)), forms(item, known.get(item)), ...(tray.keeps ? [used(item.split(":")[1], name)] : []));
    return made;
  }

  /** Said to those who do not see the list change. */
  function told(text) { part("said").textContent = text; }
  /** Said to everyone, beside the ways to keep the sessions. */
  function done(text) { part("kept").textContent = text; }
  /** Said to everyone, of what came from elsewhere. */
  function refused(text) {
    part("refused").textContent = text;
    part("refused").hidden = !text;
  }

  async function move(item, group, by, name) {
    const other = group[group.indexOf(item) + by];
    const items = pack.items.map((one) => (one === item ? other : one === other ? item : one));
    await keep({ items });
    const moved = at(item);
    const verbs = by < 0 ? ["up", "down"] : ["down", "up"];
    const next = verbs.map((verb) => moved.querySelector(`[data-verb="${verb}"]`)).find((one) => !one.disabled);
    next.focus();
    told(say("moved", { name, n: group.indexOf(item) + by + 1, of: group.length }));
  }
  async function remove(item, name) {
    const neighbour = (at(item).nextElementSibling || at(item).previousElementSibling)?.dataset.item;
    await keep({ items: pack.items.filter((one) => one !== item) });
    const next = neighbour && at(neighbour).querySelector('[data-verb="remove"]');
    (next || document.getElementById("contents")).focus();
    told(say("removed", { name }));
  }
  function at(item) { return part("desk").querySelector(`[data-item="${CSS.escape(item)}"]`); }

  /* Favourites, apart from the sessions ----------------------------------------------------------------------- */

  let liking = 0;
  async function favourites() {
    const turn = (liking += 1);
    const items = tray.keeps ? stories.favourites().map((id) => `story:${id}`) : [];
    const known = await names(items);
    if (turn !== liking) return;
    part("favourites").hidden = !items.length;
    part("favourites").querySelector("ul").replaceChildren(...items.map((item) => {
      const { name } = known.get(item);
      return line(item, known.get(item), [
        button("add", name, () => tray.add([item]), tray.has(item)),
        button("drop", name, () => {
          stories.toggle(item.split(":")[1]);
          (part("favourites").hidden ? document.getElementById("contents") : document.getElementById("favourites")).focus();
          told(say("dropped", { name }));
        }),
      ]);
    }));
  }
  stories.listen(favourites);

  /* Drawing --------------------------------------------------------------------------------------------------- */

  let drawing = 0;

  /** Keep a change; the tray then has it shown. */
  async function keep(change) {
    tray.write({ ...pack, ...change });
    await drawn;
  }
  let drawn = Promise.resolve();
  tray.listen((kept) => { drawn = draw(kept); favourites(); });

  function choose() {
    const { minutes, lang: chosen, people, copies, rules } = form.elements;
    [minutes.value, chosen.value, rules.checked] = [pack.minutes, pack.lang, pack.rules];
    [[people, pack.people], [copies, pack.copies]].forEach(([field, value]) => { if (field !== document.activeElement) field.value = value; });
  }

  async function draw(kept) {
    const turn = (drawing += 1);
    pack = saved.whole(kept, first);
    let known;
    try { known = await names(pack.items); } catch {
      if (turn === drawing) refused(say("broken"));
      return;
    }
    if (turn !== drawing) return;
    part("desk").querySelectorAll("[data-wm-group]").forEach((group) => {
      const items = pack.items.filter((item) => item.startsWith(`${group.dataset.wmGroup}:`));
      group.hidden = !items.length;
      group.querySelector("ol").replaceChildren(...items.map((item, place) => row(item, known, items, place)));
    });
    const full = pack.items.length > 0;
    box.querySelectorAll("[data-wm-when-full]").forEach((one) => { one.hidden = !full; });
    part("empty").hidden = full;
    part("desk").hidden = false;
    part("keep").hidden = false;
    choose();
    box.querySelectorAll("[data-wm-title]").forEach((field) => {
      if (field !== document.activeElement) field.value = pack.titles[field.dataset.wmTitle];
    });
    part("recipe").disabled = !pack.items.some((item) => item.startsWith("story:"));
    const held = saved.hash(pack, first);
    if (part("arrived").hidden) history.replaceState(null, "", location.pathname + location.search + held);
    part("link").value = location.href.split("#")[0] + held;
    if (!full) return;
    try {
      const made = await (await printing()).sheets({ ...pack, folded: form.elements.folded.checked }, part("sheets"), (n, side) => say(side, { n }));
      if (!made || turn !== drawing) return;
      const { cards, sheets } = made;
      const papers = say(`sheets-${number(sheets)}`, { n: sheets });
      part("count").textContent = say(`cards-${number(cards)}`, { n: cards, sheets: papers });
      scale();
    } catch { if (turn === drawing) part("count").textContent = say("broken"); }
  }

  /** Sheets as large as the page is wide. */
  function scale() {
    const room = part("sheets").clientWidth;
    const paper = part("sheets").querySelector(".wm-a4");
    if (!paper || !room) return;
    const two = room > 900 ? (room - 24) / 2 : room;
    part("sheets").style.setProperty("--scale", Math.min(1, two / paper.offsetWidth).toFixed(4));
  }
  window.addEventListener("resize", scale);

  /* What can be chosen and done ------------------------------------------------------------------------------- */

  form.addEventListener("change", ({ target }) => {
    // It is the printer's, not the pack's: nothing of it is kept.
    if (target.name === "folded") return void draw(pack);
    // A number that is none stays marked as wrong, and what was chosen before stands.
    if (target.checkValidity()) keep({ [target.name]: target.type === "checkbox" ? target.checked : target.type === "number" || target.name === "minutes" ? Number(target.value) : target.value });
    else target.reportValidity();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  box.querySelectorAll("[data-wm-title]").forEach((field) => {
    field.addEventListener("change", () => keep({ titles: { ...pack.titles, [field.dataset.wmTitle]: field.value } }));
  });
  // The cards of a change that was made just now come first.
  part("print").addEventListener("click", async () => { await drawn; window.print(); });

  // An address of a disk leads nobody else here: there a file is offered alone.
  const { fromDisk } = window.wmKept;
  part("by-link").hidden = fromDisk;
  window.wmKept.say(box);
  // There the file holds the days too, which nothing else does unless that is ticked.
  part("keep-days").checked = stories.keepsDays;
  part("keep-days").addEventListener("change", (event) => { stories.keepsDays = event.target.checked; });
  part("copy").addEventListener("click", async () => {
    const field = part("link");
    const copied = await window.wmCopy(field.value);
    done(say(copied ? "copied" : "copy-by-hand"));
    if (copied) part("copy").querySelector("span").textContent = say("copied"); else field.select();
  });
  function give(text, type, file) {
    window.wmData.save(new Blob([text], { type }), file);
    done(say("saved", { file }));
  }
  part("file").addEventListener("click", () => give(saved.toFile(fromDisk ? { ...pack, used: stories.used() } : pack), "application/json", `${say("file")}.json`));

  let sure = false;
  function ask(wanted) { sure = wanted; part("clear").textContent = say(wanted ? "clear-sure" : "clear"); }
  part("clear").addEventListener("click", async () => {
    if (sure) {
      await keep({ items: [] });
      document.getElementById("contents").focus();
    }
    ask(!sure);
  });
  part("clear").addEventListener("blur", () => ask(false));

  /** The sessions as a recipe of stories/packs. A recipe takes a category's first questions: as many as reach the chosen ones. */
  async function recipe() {
    const press = part("recipe");
    const { banks } = await window.wmData.load(lang, "questions");
    const pieces = await Promise.all(pack.items.map(async (item) => (await printing()).piece(lang, item)));
    // What the library no longer has would make a recipe that cannot be used.
    const of = (kind) => pieces.filter((piece) => piece && piece.kind === kind).map((piece) => piece.name);
    const two = (name) => `{en: ${JSON.stringify(name("en"))}, cy: ${JSON.stringify(name("cy"))}}`;
    const title = (code) => pack.titles[code].trim() || press.dataset[`title${code === "en" ? "En" : "Cy"}`];
    const lines = [
      `title: ${two(title)}`,
      `purpose: ${two((code) => press.dataset[code === "en" ? "purposeEn" : "purposeCy"])}`,
      "stories:", `  pinned: [${of("story").map((id) => JSON.stringify(id)).join(", ")}]`, `  limit: ${of("story").length}`,
    ];
    const take = new Map();
    of("question").forEach((name) => {
      const [bank, id] = name.split("/");
      banks.filter((one) => one.id === bank).forEach((one) => one.categories.forEach((category) => {
        const place = category.questions.findIndex(([q]) => q === id) + 1;
        if (place) take.set(`${bank}/${category.id}`, Math.max(place, take.get(`${bank}/${category.id}`) || 0));
      }));
    });
    if (take.size) lines.push(`# ${say("recipe-questions")}`, "questions:");
    take.forEach((n, category) => lines.push(`  - {category: ${JSON.stringify(category)}, take: ${Math.min(n, 20)}}`));
    const tools = Array.from(new Set(of("card").map((name) => name.split("/")[0])));
    if (tools.length) lines.push(`# ${say("recipe-tools")}`, `tools: ${JSON.stringify(tools)}`);
    if (of("card").length) lines.push(`# ${say("recipe-cards")} ${of("card").join(", ")}`);
    return { text: `${lines.join("\n")}\n`, title: title("en") };
  }
  part("recipe").addEventListener("click", async () => {
    let made;
    try { made = await recipe(); } catch { done(say("broken")); return; }
    const { text, title } = made;
    const plain = title.normalize("NFD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
    give(text, "application/yaml", `${plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "our-sessions"}.yml`);
  });

  /* Arriving by a link or a file ------------------------------------------------------------------------------ */

  // While the question stands there, the sessions may be changed, here or on another page.
  const mine = () => saved.whole(tray.read(), first);

  /** Have two choices the same stories, questions and cards? */
  function same(one, other) {
    const [a, b] = [one, other].map(({ items, asks }) => JSON.stringify([items, Object.entries(asks).sort()]));
    return a === b;
  }

  /** Take what came from elsewhere; where something of one's own would be lost, the reader is asked first. */
  function arrived({ sessions, left, wrong }) {
    refused(wrong ? say(wrong) : left ? say("left-out", { n: left }) : "");
    const own = mine();
    if (wrong) return draw(own);
    if (!sessions.titles.en && !sessions.titles.cy) sessions.titles = own.titles;
    if (!own.items.length || same(sessions, own)) {
      tray.write(sessions);
      return drawn;
    }
    part("arrived").hidden = false;
    const answer = (name, act) => {
      part(`arrived-${name}`).onclick = () => {
        part("arrived").hidden = true;
        act();
        document.getElementById("contents").focus();
      };
    };
    answer("take", () => tray.write({ ...sessions }));
    answer("join", () => tray.write({ ...mine(), items: tray.items([...mine().items, ...sessions.items]), asks: { ...sessions.asks, ...mine().asks } }));
    answer("leave", () => draw(mine()));
    return draw(own);
  }
  function follow() {
    const linked = saved.fromHash(location.hash, first);
    return linked ? arrived(linked) : draw(mine());
  }
  part("open").addEventListener("change", async () => {
    const [file] = part("open").files;
    if (!file) return;
    const found = await saved.fromFile(file, first);
    if (fromDisk && !found.wrong) stories.useAll(found.used);
    await arrived(found);
    // The same file can be opened again.
    part("open").value = "";
    (part("arrived").hidden ? document.getElementById("contents") : part("arrived-take")).focus();
  });
  window.addEventListener("hashchange", follow);
  follow();
  favourites();
});
