/* Prepare a session: three stories that fit what is chosen, each with the way to its session. The address holds the choice. */
document.addEventListener("DOMContentLoaded", async function () {
  "use strict";
  const box = document.querySelector("[data-wm-prepare]");
  if (!box || !window.wmData || !window.wmFacets) return;
  const { ID, TITLE, MINUTES, path } = window.wmStoryCard;
  const SHOWN = 3;
  const DAY = 86400000; // ms
  const { element, load, number, words } = window.wmData;
  const lang = document.documentElement.lang.slice(0, 2);
  const say = words(box);
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const form = part("form");
  const reading = JSON.parse(box.dataset.reading); // minutes for reading aloud, by the session's minutes
  const card = window.wmStoryCard(box);
  const { wmTray: tray, wmStories: kept } = window;
  let items;
  let table;
  try {
    const data = await load(lang, "find-stories");
    items = data.items;
    table = window.wmFacets.table(items.length, data.facets);
  } catch {
    part("broken").hidden = false;
    part("desk").hidden = true;
    part("plain").dataset.wmPlain = "shown";
    return;
  }

  /* What is chosen ---------------------------------------------------------------------------------------------- */

  const NAMES = ["minutes", "people", "lang", "theme", "setting"];
  const fields = Object.fromEntries(NAMES.map((name) => [name, form.elements[name]]));

  /** Take a choice from the address; what the form does not offer is left out, and said to be so. */
  function arrive() {
    const given = new URLSearchParams(location.search);
    let odd = false;
    NAMES.filter((name) => given.has(name)).forEach((name) => {
      const [field, value] = [fields[name], given.get(name)];
      const before = field.value;
      if (name === "people" ? /^\d{1,2}$/.test(value) : value !== "") field.value = value;
      if (field.value === value && (name !== "people" || field.checkValidity())) return;
      // A group of choices that knows no such value has none chosen then.
      field.value = before;
      odd = odd || value !== "";
    });
    part("unknown").hidden = !odd;
  }
  function query(names) {
    return new URLSearchParams(names.filter((name) => fields[name].value).map((name) => [name, fields[name].value])).toString();
  }
  function address() {
    const held = `?${query(NAMES)}`;
    history.replaceState(null, "", location.pathname + held);
    document.querySelectorAll("[data-wm-lang-switch], [data-wm-choose]").forEach((link) => {
      if (!link.getAttribute("href").startsWith("#")) link.search = held;
    });
  }

  /* What fits ----------------------------------------------------------------------------------------------------- */

  /** Stories of the chosen facets that can be read aloud in the time, beginning elsewhere each day: those not used yet first, and
      of these what happened before what was invented. */
  function having(...names) {
    const chosen = Object.fromEntries(names.filter((name) => fields[name].value).map((name) => [name, [fields[name].value]]));
    const found = table.find(chosen).items.filter((one) => items[one][MINUTES] <= reading[fields.minutes.value]);
    const turn = found.length ? Math.floor(Date.now() / DAY) % found.length : 0;
    const used = kept ? kept.used() : {};
    const invented = new Set(table.find({ account: ["invented"] }).items);
    const rank = (one) => `${used[items[one][ID]] || ""} ${invented.has(one) ? 1 : 0}`;
    return [...found.slice(turn), ...found.slice(0, turn)].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
  }

  /** Stories in the order in which they are offered, each with what it has of the choice: both, theme or setting. */
  function offered() {
    const fit = having("theme", "setting").map((one) => [one, "both"]);
    if (fit.length >= SHOWN || !fields.theme.value || !fields.setting.value) return fit;
    const inside = new Set(fit.map(([one]) => one));
    const near = ["theme", "setting"].flatMap((name) => having(name).filter((one) => !inside.has(one)).map((one) => [one, name]));
    return [...fit, ...near];
  }

  let offers = [];
  let first = 0;

  function link(story, ask) {
    const people = fields.people.checkValidity() ? ["people"] : [];
    const asked = ask ? `&ask=${encodeURIComponent(ask)}` : "";
    return `../${path(story)}session/index.html?${query(["minutes", ...people, "lang"])}${asked}`;
  }
  function inWords(day) {
    const [year, month, date] = day.split("-").map(Number);
    return [date, say(`month-${month}`), year].join(" ");
  }
  function row([one, has]) {
    const story = items[one];
    const made = card(story, "../");
    const use = element("a", say("use"), { class: "wm-button wm-card__use", href: link(story), "aria-label": `${say("use")}: ${story[TITLE]}` });
    const day = kept && kept.used()[story[ID]];
    const notes = [...(has === "both" ? [] : [say(has)]), ...(day ? [say("used", { date: inWords(day) })] : [])];
    made.querySelector(".wm-card__text").after(...notes.map((note) => element("p", note, { class: "wm-card__because" })));
    made.append(use);
    return made;
  }

  function tell() {
    const fit = offers.filter(([, has]) => has === "both").length;
    const seen = Math.min(first + SHOWN, offers.length);
    const said = [fit ? say(`fit-${number(fit)}`, { n: fit }) : say("none")];
    if (offers.length > fit) said.push(say("near"));
    if (offers.length > SHOWN) said.push(say("seen", { from: first + 1, to: seen }));
    // Said once: the same words again would be read out again.
    if (part("status").textContent !== said.join(" ")) part("status").textContent = said.join(" ");
  }

  function show() {
    const rows = offers.slice(first, first + SHOWN).map(row);
    part("list").replaceChildren(...rows);
    if (tray) tray.offer(rows);
    part("others").hidden = offers.length <= SHOWN;
    tell();
  }
  /** Offer what fits. As long as nothing has been chosen, the address is the page's own. */
  function follow() {
    part("people").textContent = fields.people.checkValidity() ? "" : say("people", { least: fields.people.min, most: fields.people.max });
    offers = offered();
    first = 0;
    show();
  }
  part("others").addEventListener("click", () => {
    first = first + SHOWN < offers.length ? first + SHOWN : 0;
    show();
  });
  form.addEventListener("input", () => {
    address();
    follow();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    part("list").querySelector(".wm-card__use")?.focus();
  });

  /* What the reader has put together already ------------------------------------------------------------------------ */

  function mine(pack) {
    const inside = pack.items.filter((item) => item.startsWith("story:")).map((item) => item.slice("story:".length));
    const known = inside.map((id) => items.find((story) => story[ID] === id)).filter(Boolean);
    part("mine").hidden = !pack.items.length;
    part("mine-list").replaceChildren(...known.map((story) => {
      const line = element("li", null);
      line.append(element("a", story[TITLE], { href: link(story, (pack.asks || {})[story[ID]]) }));
      return line;
    }));
  }

  arrive();
  if (location.search) address();
  follow();
  if (tray) {
    tray.listen(mine);
    mine(tray.read());
    form.addEventListener("input", () => mine(tray.read()));
  }
});
