/* The reader's own sessions, kept in this browser alone: which stories, questions and cards are in them, in which order.
   An item is named by its kind and id: story:<its id>, question:supervision/story-1, card:reflection-cards/5. */
(function () {
  "use strict";
  const { choice, fromDisk } = window.wmKept;
  const place = choice("pack");
  const ITEM = /^(story:[a-z0-9-]+|(question|card):[a-z0-9-]+\/[a-z0-9-]+)$/;
  const link = document.querySelector("[data-wm-tray]");
  if (!link) return;

  /** Only what has the form of an item is believed: what a browser keeps, or a link holds, may be anything. */
  function items(list) {
    return [...new Set(Array.isArray(list) ? list.filter((i) => typeof i === "string" && ITEM.test(i)) : [])].slice(0, 500);
  }
  /** They, where the browser refuses to keep them: they then hold for this page only. */
  let memory = null;
  /** So do the names that the reader gave them, from disk: those are words of the reader's own. */
  let named = {};

  function read() {
    if (memory) return memory;
    const kept = place.read() || {};
    return { ...kept, ...named, items: items(kept.items) };
  }
  function write(pack) {
    const { titles, ...chosen } = pack;
    if (fromDisk) named = titles ? { titles } : {};
    // Which questions a story asks goes with the story.
    const asks = Object.entries(pack.asks || {}).filter(([id]) => pack.items.includes(`story:${id}`));
    const held = { ...(fromDisk ? chosen : pack), asks: Object.fromEntries(asks) };
    if (!place.write(pack.items.length ? held : null)) memory = pack;
    draw();
  }
  /** May this browser keep anything at all? */
  function keeps() {
    const trial = choice("try");
    return trial.write(1) && trial.write(null);
  }

  const said = document.querySelector("[data-wm-tray-said]");
  const listeners = [];
  const tray = (window.wmTray = {
    read,
    write,
    /** Does this browser keep anything? */
    keeps: keeps(),
    items,
    has: (item) => read().items.includes(item),
    /** Put an item in, or take it out when it is there. */
    toggle(item) {
      const pack = read();
      pack.items = pack.items.includes(item) ? pack.items.filter((i) => i !== item) : [...pack.items, item];
      write(pack);
      tell(pack);
    },
    listen(act) { listeners.push(act); },
    /** Put several in at once. */
    add(more) {
      const pack = read();
      pack.items = items([...pack.items, ...more]);
      write(pack);
      tell(pack);
    },
    /** Buttons for items that a script has just put on the page. */
    offer(places) {
      if (!tray.keeps) return;
      places.forEach(button);
      draw();
    },
  });

  function tell(pack) { said.textContent = link.dataset.said.replace("{n}", pack.items.length); }

  /* Buttons --------------------------------------------------------------------------------------------------- */

  let buttons = [];

  function iconed(button, name, text) {
    const picture = document.querySelector(`[data-wm-tray-icon="${name}"]`).content.cloneNode(true);
    const words = document.createElement("span");
    words.textContent = text;
    button.replaceChildren(picture, words);
  }

  /** A button that says what it will do to the thing of that name. `yes` and `no`: which of the `words`, by whether `there(inside)`. */
  function toggling(name, words, press, there, no, yes) {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "wm-add";
    one.addEventListener("click", press);
    buttons.push({
      one,
      draw(inside) {
        const now = there(inside);
        const said = words[now ? yes : no];
        iconed(one, now ? yes : no, said);
        one.setAttribute("aria-label", `${said}: ${name}`);
        one.toggleAttribute("data-in", now);
      },
    });
    return one;
  }

  function button(place) {
    const item = place.dataset.wmItem;
    const name = place.dataset.wmName || place.textContent.trim();
    const one = toggling(name, link.dataset, () => tray.toggle(item), (inside) => inside.has(item), "add", "remove");
    // On a story's own page a place waits for the buttons, so that nothing jumps when they come.
    const here = place.querySelector("[data-wm-keep-here]");
    if (!here) { place.append(one); return; }
    const id = item.split(":")[1];
    const { wmStories: stories } = window;
    const press = () => { stories.toggle(id); draw(); };
    here.append(one, toggling(name, place.dataset, press, () => stories.favourites().includes(id), "favourite", "unfavourite"));
  }

  /** Several at once: all stories of a list, all questions of a group. */
  function all(places, before) {
    const wanted = places.map((place) => place.dataset.wmItem);
    if (wanted.length < 2 || wanted.length > 40) return;
    const one = document.createElement("button");
    one.type = "button";
    one.className = "wm-add wm-add--all";
    one.addEventListener("click", () => tray.add(wanted));
    buttons.push({
      one,
      draw(inside) {
        iconed(one, "add", link.dataset.all.replace("{n}", wanted.length));
        one.disabled = wanted.every((item) => inside.has(item));
      },
    });
    before.before(one);
  }

  function draw() {
    const pack = read();
    const inside = new Set(pack.items);
    // Items that a script has taken off the page again are forgotten.
    buttons = buttons.filter(({ one }) => one.isConnected);
    buttons.forEach((one) => one.draw(inside));
    // On the page of the sessions themselves there is nothing to lead to.
    link.hidden = inside.size === 0 || document.querySelector("[data-wm-mine-page]") !== null;
    link.querySelector("[data-wm-tray-holds]").textContent = link.dataset.holds.replace("{n}", inside.size);
    document.body.toggleAttribute("data-wm-has-tray", !link.hidden);
    listeners.forEach((act) => act(pack));
  }

  if (tray.keeps) {
    document.querySelectorAll("[data-wm-item]:not([data-wm-no-button])").forEach(button);
    document.querySelectorAll(".wm-cards, .wm-article ul, .wm-article ol").forEach((list) => {
      all(Array.from(list.children).filter((child) => child.matches("[data-wm-item]:not([data-wm-no-button])")), list);
    });
  } else {
    document.querySelectorAll("[data-wm-keep-here]").forEach((place) => place.remove());
  }
  window.addEventListener("storage", (event) => { if (event.key === place.key || event.key === null) draw(); });
  // From another page by the Back button: they may have changed there.
  window.addEventListener("pageshow", draw);
  document.addEventListener("DOMContentLoaded", draw);
  draw();
})();
