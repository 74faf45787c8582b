/* Build your own pack: the tray's contents in order, how they print, and ways to keep them. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const box = document.querySelector("[data-wm-build]");
  const tray = window.wmTray;
  if (!box || !tray || !window.wmData || !window.wmCards) return;
  const { element, number } = window.wmData;
  const say = window.wmData.words(box);
  const lang = document.documentElement.lang.slice(0, 2);
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const LETTERS = { story: "s", question: "q", card: "c" };
  let pack = null;

  /** The pack with whatever a browser's memory lacks. */
  function whole(kept) {
    return {
      items: kept.items,
      lang: ["cy", "en", "both"].includes(kept.lang) ? kept.lang : lang,
      rules: kept.rules !== false,
      titles: { en: String((kept.titles || {}).en || "").slice(0, 80), cy: String((kept.titles || {}).cy || "").slice(0, 80) },
    };
  }

  /* A link that holds the choice ------------------------------------------------------------------------------ */

  function hash({ items, lang: chosen, rules }) {
    const names = items.map((item) => {
      const [kind, name] = item.split(":");
      return `${LETTERS[kind]}.${name.replace("/", ".")}`;
    });
    return items.length ? `#pack=${names.join("~")}&lang=${chosen}${rules ? "" : "&rules=no"}` : "";
  }
  function fromHash(text) {
    const given = new URLSearchParams(text.replace(/^#/, ""));
    const kinds = Object.fromEntries(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind]));
    const items = (given.get("pack") || "").split("~").map((name) => {
      const [letter, first, ...more] = name.split(".");
      return `${kinds[letter]}:${[first, ...more].join("/")}`;
    });
    return whole({ items: tray.items(items), lang: given.get("lang"), rules: given.get("rules") !== "no" });
  }

  /* The lists ------------------------------------------------------------------------------------------------- */

  async function names(items) {
    const entries = await Promise.all(items.map(async (item) => {
      const found = await window.wmCards.piece(lang, item);
      if (!found) return [item, { name: `${item.split(":")[1]} (${say("gone")})` }];
      if (found.story) return [item, { name: found.story.title, more: found.story.summary, path: found.story.path }];
      if (found.card) return [item, { name: found.card.text, more: found.set.title }];
      return [item, { name: found.text, more: `${found.bank.title}: ${found.category.label}` }];
    }));
    return new Map(entries);
  }

  function row(item, known, group, at) {
    const { name, more, path } = known.get(item);
    const line = element("li", null, { class: "wm-mine__item" });
    const text = element("div", null, { class: "wm-mine__text" });
    text.append(path ? element("a", name, { href: `../../${path}index.html` }) : element("span", name));
    if (more) text.append(element("span", more, { class: "wm-small" }));
    const buttons = element("div", null, { class: "wm-mine__do" });
    const button = (verb, act, off) => {
      const one = element("button", say(verb), { type: "button", class: "wm-stage__button", "aria-label": `${say(verb)}: ${name}`, disabled: off });
      one.dataset.verb = verb;
      one.addEventListener("click", act);
      buttons.append(one);
    };
    button("up", () => move(item, group, -1, name), at === 0);
    button("down", () => move(item, group, 1, name), at === group.length - 1);
    button("remove", () => remove(item, name), false);
    line.dataset.item = item;
    line.append(text, buttons);
    return line;
  }

  /** Said to those who do not see the list change. */
  function told(text) { part("said").textContent = text; }
  /** Said to everyone, beside the ways to keep the pack. */
  function done(text) { part("kept").textContent = text; }

  async function move(item, group, by, name) {
    const other = group[group.indexOf(item) + by];
    const items = pack.items.map((one) => (one === item ? other : one === other ? item : one));
    await keep({ items });
    const line = box.querySelector(`[data-item="${CSS.escape(item)}"]`);
    const verbs = by < 0 ? ["up", "down"] : ["down", "up"];
    const next = verbs.map((verb) => line.querySelector(`[data-verb="${verb}"]`)).find((one) => !one.disabled);
    next.focus();
    told(say("moved", { name, n: group.indexOf(item) + by + 1, of: group.length }));
  }
  async function remove(item, name) {
    const line = box.querySelector(`[data-item="${CSS.escape(item)}"]`);
    const neighbour = (line.nextElementSibling || line.previousElementSibling)?.dataset.item;
    await keep({ items: pack.items.filter((one) => one !== item) });
    const next = neighbour && box.querySelector(`[data-item="${CSS.escape(neighbour)}"] [data-verb="remove"]`);
    (next || document.getElementById("contents")).focus();
    told(say("removed", { name }));
  }

  /* Drawing --------------------------------------------------------------------------------------------------- */

  let drawing = 0;

  /** Keep a change; the tray then has it shown. */
  async function keep(change) {
    tray.write({ ...pack, ...change });
    await drawn;
  }
  let drawn = Promise.resolve();
  tray.listen((kept) => { drawn = draw(kept); });

  async function draw(kept) {
    const turn = (drawing += 1);
    pack = whole(kept);
    const known = await names(pack.items);
    if (turn !== drawing) return;
    box.querySelectorAll("[data-wm-group]").forEach((group) => {
      const items = pack.items.filter((item) => item.startsWith(`${group.dataset.wmGroup}:`));
      group.hidden = !items.length;
      group.querySelector("ol").replaceChildren(...items.map((item, at) => row(item, known, items, at)));
    });
    const full = pack.items.length > 0;
    box.querySelectorAll("[data-wm-when-full]").forEach((one) => { one.hidden = !full; });
    part("empty").hidden = full;
    part("desk").hidden = false;
    box.querySelectorAll("[name=lang]").forEach((radio) => { radio.checked = radio.value === pack.lang; });
    part("rules").checked = pack.rules;
    box.querySelectorAll("[data-wm-title]").forEach((field) => {
      if (field !== document.activeElement) field.value = pack.titles[field.dataset.wmTitle];
    });
    part("recipe").disabled = !pack.items.some((item) => item.startsWith("story:"));
    if (part("linked").hidden) history.replaceState(null, "", location.pathname + location.search + hash(pack));
    part("link").value = location.href.split("#")[0] + hash(pack);
    if (!full) return;
    try {
      const made = await window.wmCards.sheets(pack, part("sheets"), (n, side) => say(side, { n }));
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

  part("language").addEventListener("change", (event) => keep({ lang: event.target.value }));
  part("rules").addEventListener("change", (event) => keep({ rules: event.target.checked }));
  box.querySelectorAll("[data-wm-title]").forEach((field) => {
    field.addEventListener("change", () => keep({ titles: { ...pack.titles, [field.dataset.wmTitle]: field.value } }));
  });
  // The cards of a change that was made just now come first.
  part("print").addEventListener("click", async () => { await drawn; window.print(); });

  part("copy").addEventListener("click", async () => {
    const field = part("link");
    const copied = await window.wmCopy(field.value);
    done(say(copied ? "copied" : "copy-by-hand"));
    if (copied) part("copy").querySelector("span").textContent = say("copied"); else field.select();
  });

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

  /** The pack as a recipe of stories/packs. A recipe takes a category's first questions: as many as reach the chosen ones. */
  async function recipe() {
    const button = part("recipe");
    const { banks } = await window.wmData.load(lang, "questions");
    const pieces = await Promise.all(pack.items.map((item) => window.wmCards.piece(lang, item)));
    // What the library no longer has would make a recipe that cannot be used.
    const of = (kind) => pieces.filter((piece) => piece && piece.kind === kind).map((piece) => piece.name);
    const two = (name) => `{en: ${JSON.stringify(name("en"))}, cy: ${JSON.stringify(name("cy"))}}`;
    const title = (code) => pack.titles[code].trim() || button.dataset[`title${code === "en" ? "En" : "Cy"}`];
    const lines = [
      `title: ${two(title)}`,
      `purpose: ${two((code) => button.dataset[`purpose${code === "en" ? "En" : "Cy"}`])}`,
      "stories:", `  pinned: [${of("story").map((id) => JSON.stringify(id)).join(", ")}]`, `  limit: ${of("story").length}`,
    ];
    const take = new Map();
    of("question").forEach((name) => {
      const [bank, id] = name.split("/");
      banks.filter((one) => one.id === bank).forEach((one) => one.categories.forEach((category) => {
        const at = category.questions.findIndex(([q]) => q === id) + 1;
        if (at) take.set(`${bank}/${category.id}`, Math.max(at, take.get(`${bank}/${category.id}`) || 0));
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
    const file = `${plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "my-pack"}.yml`;
    window.wmData.save(new Blob([text], { type: "application/yaml" }), file);
    done(say("saved", { file }));
  });

  /* Arriving by a link ---------------------------------------------------------------------------------------- */

  function arrive() {
    const linked = fromHash(location.hash);
    const own = whole(tray.read());
    if (!linked.items.length) return draw(own);
    linked.titles = own.titles;
    // Nothing of one's own would be lost: the link is simply followed.
    const safe = !own.items.length || linked.items.join() === own.items.join();
    if (safe) { tray.write(linked); return drawn; }
    part("linked").hidden = false;
    const answer = (name, act) => {
      part(`linked-${name}`).onclick = () => {
        part("linked").hidden = true;
        act();
        document.getElementById("contents").focus();
      };
    };
    // While the question stood here, the pack may have been changed, here or on another page.
    const mine = () => whole(tray.read());
    answer("take", () => tray.write({ ...linked, titles: mine().titles }));
    answer("add", () => tray.write({ ...mine(), items: tray.items([...mine().items, ...linked.items]) }));
    answer("leave", () => draw(mine()));
    return draw(own);
  }
  window.addEventListener("hashchange", arrive);
  arrive();
});
