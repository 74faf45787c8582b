// The dialog: takes what is typed, shows what is found, says how much; keys and language.
(function () {
  "use strict";

  const search = window.wmSearch;
  const { dialog, element } = search;
  const part = (name) => dialog.querySelector(`[data-wm-search-${name}]`);
  const [input, list, status, more, hints, broken, swap, form, slash] =
    ["input", "list", "status", "more", "hints", "broken", "swap", "form", "slash"].map(part);
  const words = search.said.words;
  const home = dialog.dataset.wmLang; // the page's language; what the dialog itself speaks
  const other = home === "cy" ? "en" : "cy";
  const STEP = 10; // results shown at once
  const WAIT = 120; // ms of rest after a key; the first key after such a rest is answered at once
  const PACE = 300; // ms from one search to the next for somebody who types on without such a rest

  let lang = home;
  let turn = 0; // the newest search; what an older one still brings is dropped
  let timer = 0;
  let pressed = -WAIT; // when the last key came, in ms
  let began = 0; // when the newest search did
  let shown = null; // {found, upto}

  const say = (name, values = {}) =>
    words[home][name].replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));

  function clear() {
    shown = null;
    list.replaceChildren();
    hints.replaceChildren();
    more.hidden = true;
    broken.hidden = true;
  }

  function counted(count) {
    if (count === 0) return say("none");
    return count === 1 ? say("one") : say("many", { count });
  }

  async function rows(found, from, to, language) {
    return Promise.all(coming(found, from, to, language));
  }

  /** Results as promises: the first is shown when it is here, whatever the others need. */
  function coming(found, from, to, language) {
    return found.order.slice(from, to).map(async (number) => search.result(await found.entry(number), found, words[language]));
  }

  /** Show what is found. `typing`: more is on its way, and what is found until then is worth seeing, but not telling. */
  async function run(typing = false) {
    const mine = (turn += 1);
    const typed = input.value;
    began = performance.now();
    swap.hidden = !typed.trim();
    if (!typed.trim()) {
      clear();
      status.textContent = "";
      return;
    }
    const current = () => mine === turn && input.value === typed;
    // What else was typed is looked for soon; until then a search shows what it can without asking for more.
    const wanted = () => (typing ? mine === turn : current());
    try {
      const found = await search.find(lang, typed, { wanted });
      if (!wanted()) return; // its entries would stand in the way of what the newer one asks for
      const results = coming(found, 0, STEP, lang);
      const all = Promise.all(results);
      all.catch(() => {}); // told of below, at the first that fails
      if (results.length) await results[0];
      if (mine !== turn) return;
      clear();
      list.lang = lang;
      for (const result of results) {
        const row = await result;
        if (mine !== turn) return;
        list.append(row);
      }
      shown = { found, upto: STEP };
      more.hidden = found.order.length <= STEP;
      status.textContent = ""; // it told of other results
      if (typing) await new Promise((rested) => setTimeout(rested, pressed + WAIT - performance.now()));
      if (!current()) return;
      const slips = found.slips.map(({ typed: wrong, meant }) => say("slip", { typed: wrong, meant }));
      status.textContent = found.words ? [...slips, counted(found.order.length)].join(" ") : say("no-words");
      if (found.order.length && !found.slips.length) return;
      const aside = await elsewhere(typed, !found.order.length, wanted);
      if (mine === turn) hints.append(...aside);
    } catch {
      if (!current()) return;
      clear();
      status.textContent = "";
      broken.hidden = false;
    }
  }

  /** For when nothing was found as it was typed: tags that are near, and what the other language has. */
  async function elsewhere(typed, withTags, wanted) {
    const made = [];
    const tags = withTags ? await search.nearestTags(lang, typed) : [];
    if (tags.length) {
      const buttons = tags.map((tag) => {
        const button = element("button", "wm-search__tag", tag);
        button.type = "button";
        button.lang = lang;
        button.addEventListener("click", () => ask(tag));
        return element("li", "", button);
      });
      made.push(element("h3", "wm-search__aside", say("near-tags")), element("ul", "wm-search__tags", ...buttons));
    }
    const away = lang === home ? dialog.dataset.wmAway : home;
    const found = await search.find(away, typed, { wanted }).catch(() => null);
    if (found && found.order.length && !found.slips.length) {
      const results = element("ul", "wm-search__list", ...(await rows(found, 0, 3, away)));
      results.lang = away;
      made.push(element("h3", "wm-search__aside", say(`found-in-${away}`)), results);
    }
    return made;
  }

  function ask(text) {
    input.value = text;
    input.focus();
    run();
  }

  function links() {
    return [...dialog.querySelectorAll(".wm-search__link")];
  }

  function move(event) {
    const all = links();
    const at = all.indexOf(document.activeElement);
    const onInput = document.activeElement === input;
    if ((!onInput && at < 0) || !all.length || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown") (all[at + 1] || all[at]).focus();
    else if (event.key === "ArrowUp" && !onInput) (all[at - 1] || input).focus();
    else return;
    event.preventDefault();
  }

  function swapTo(language) {
    lang = language;
    const next = lang === "cy" ? "en" : "cy";
    swap.lang = next;
    swap.textContent = words[next]["in-this-language"];
    input.lang = lang;
    run();
  }

  /** Add the next results of a search that still is the one that is shown. */
  async function add(mine) {
    if (!mine || mine !== shown || more.hidden) return;
    const { found, upto } = mine;
    let made;
    try { made = await rows(found, upto, upto + STEP, lang); } catch {
      // They are still to come: the next press asks again.
      if (mine === shown) broken.hidden = false;
      return;
    }
    if (mine !== shown) return;
    mine.upto += STEP;
    broken.hidden = true;
    list.append(...made);
    more.hidden = found.order.length <= mine.upto;
    if (made.length) made[0].querySelector("a").focus();
  }

  search.start = function () {
    input.addEventListener("input", ({ timeStamp }) => {
      clearTimeout(timer);
      if (timeStamp - pressed > WAIT) run();
      else if (timeStamp - began > PACE) run(true);
      else {
        timer = setTimeout(run, WAIT);
        search.expect(lang, input.value).catch(() => {}); // the search itself tells of it
      }
      pressed = timeStamp;
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      clearTimeout(timer);
      await run();
      const first = links()[0];
      if (first) first.focus();
    });
    dialog.addEventListener("keydown", move);
    let adding = Promise.resolve();
    more.addEventListener("click", () => {
      const mine = shown;
      // One press after the other, so that each goes on where the one before it ended.
      adding = adding.then(() => add(mine));
    });
    swap.addEventListener("click", () => swapTo(lang === home ? other : home));
    dialog.addEventListener("close", () => { if (lang !== home) swapTo(home); });
    slash.checked = search.slash.on;
    slash.addEventListener("change", () => { search.slash.on = slash.checked; });
    search.index(lang).catch(() => { broken.hidden = false; });
    swapTo(home); // and whatever was typed while this was loading
  };
})();
