/* Prepare a session: three stories that fit what is chosen, each with the way to its session. The address holds the choice. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const box = document.querySelector("[data-wm-prepare]");
  if (!box || !window.wmData || !window.wmFacets) return;
  const SHOWN = 3;
  const DAY = 86400000; // ms
  const { element, number, words } = window.wmData;
  const say = words(box);
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const form = part("form");
  const reading = JSON.parse(box.dataset.reading); // minutes for reading aloud, by the session's minutes
  const minutes = JSON.parse(box.dataset.minutes); // of each story
  const rows = window.wmStoryRows(box);
  const card = window.wmStoryCard(box, rows.themes);
  const { wmTray: tray, wmStories: kept } = window;
  // The plain list has every story; a script needs no other.
  const stories = [];
  box.querySelectorAll("[data-wm-story]").forEach((link) => {
    const address = link.getAttribute("href");
    stories[link.dataset.wmStory] = { id: address.split("/").at(-3), title: link.textContent, address };
  });
  const choices = (name) => [...form.elements[name].options].filter((one) => one.dataset.wmItems).map((one) => [one.value, one.dataset.wmItems]);
  const facets = [...["theme", "setting"].map((name) => [name, choices(name)]), ["account", [["invented", box.dataset.invented]]]];
  const table = window.wmFacets.table(Number(box.dataset.size), facets);

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
    const found = table.find(chosen).items.filter((one) => minutes[one] <= reading[fields.minutes.value]);
    const turn = found.length ? Math.floor(Date.now() / DAY) % found.length : 0;
    const used = kept ? kept.used() : {};
    const invented = new Set(table.find({ account: ["invented"] }).items);
    const rank = (one) => `${used[stories[one].id] || ""} ${invented.has(one) ? 1 : 0}`;
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
    return `${story.address}?${query(["minutes", ...people, "lang"])}${asked}`;
  }
  function inWords(day) {
    const [year, month, date] = day.split("-").map(Number);
    return [date, say(`month-${month}`), year].join(" ");
  }
  function row([one, has]) {
    const story = stories[one];
    const made = card(rows.at(one), "../");
    const use = element("a", say("use"), { class: "wm-button wm-card__use", href: link(story), "aria-label": `${say("use")}: ${story.title}` });
    const day = kept && kept.used()[story.id];
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

  let asked = 0; // how often something was to be shown

  /** Show those whose turn it is, when their rows are here; until then what stands there stays. */
  async function show() {
    const now = (asked += 1);
    const shown = offers.slice(first, first + SHOWN);
    const waiting = rows.need(shown.map(([one]) => one));
    let broken = false;
    if (waiting) await waiting.catch(() => { broken = true; });
    if (now !== asked) return;
    part("broken").hidden = !broken;
    part("plain").dataset.wmPlain = broken ? "shown" : "";
    // The form stays for another try, once it has led to something.
    part("desk").hidden = broken && !part("list").children.length;
    if (broken) return;
    const made = shown.map(row);
    part("list").replaceChildren(...made);
    if (tray) tray.offer(made);
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
    const known = inside.map((id) => stories.find((story) => story.id === id)).filter(Boolean);
    part("mine").hidden = !pack.items.length;
    part("mine-list").replaceChildren(...known.map((story) => {
      const line = element("li", null);
      line.append(element("a", story.title, { href: link(story, (pack.asks || {})[story.id]) }));
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
