/* A finder: what the reader chooses, what that finds, and the address that holds the choice.
   find-stories.js and find-questions.js say how an item looks, how items are put in order and what can be done with all. */
(function () {
  "use strict";
  const SHOWN = 24; // items shown at first, and more at each press
  const PAUSE = 200; // ms after the last letter before a text is looked for
  const MOST = 100; // items that go into a pack at once

  /**
   * `kind`: stories or questions. `first`: how many items are shown before the reader comes near the last of them.
   * `need(numbers)`: a promise of what rows and names of these items are made from; null where all of it is there.
   * `begun()` is called when the reader begins to choose. `row(number)`: an item as an element. `item(number)`: its name in a pack.
   * `sorts`: name -> comparison of two numbers; the first is null, for the order of the numbers itself.
   * `arrived(choice)` is told what an address brings, `changed(found)` what is found.
   * Gives {choose(name, value), again()}, or nothing where the scripts did not come.
   */
  window.wmFind = async function (kind, { first = SHOWN, need, begun = () => {}, row, item, sorts, arrived = () => {}, changed = () => {} }) {
    const box = document.querySelector(`[data-wm-find="${kind}"]`);
    if (!box || !window.wmData || !window.wmFacets) return;
    const { element, script, words } = window.wmData;
    const lang = document.documentElement.lang.slice(0, 2);
    const say = words(box);
    const part = (name) => box.querySelector(`[data-wm-${name}]`);
    const place = window.wmKept.choice(`find-${kind}`);
    const tray = window.wmTray;
    const items = { size: Number(box.dataset.size), mark: box.dataset.mark };

    let showing = false;

    /** The finder in place of the plain links, when there is something to show for the first time. */
    function begin() {
      showing = true;
      // On a small screen what is found comes first.
      if (window.matchMedia("(max-width: 60rem)").matches) part("by").open = false;
      panel.begin();
      panel.open(choice.facets);
      part("desk").hidden = false;
      box.querySelectorAll("[data-wm-plain]").forEach((one) => { one.hidden = true; });
    }

    let choice = { facets: {}, text: "", sort: "", word: "" };
    let found = [];
    let shown = 0;

    const panel = window.wmFindPanel(box, { element, say, change(id, value, on) {
      const values = (choice.facets[id] || []).filter((one) => one !== value);
      choice.facets[id] = on ? [...values, value] : values;
      return follow();
    } });
    const table = window.wmFacets.table(items.size, panel.facets);

    /* The address, and what this browser is asked to remember ---------------------------------------------------- */

    function remember() {
      // What was typed is not kept.
      place.write(part("remember").checked ? window.wmFindAddress.write({ ...choice, text: "" }) || "#" : null);
    }
    function address() {
      const hash = window.wmFindAddress.write(choice);
      history.replaceState(null, "", location.pathname + location.search + hash);
      // The same choice in the other language.
      document.querySelectorAll("[data-wm-lang-switch], [data-wm-choose]").forEach((link) => {
        if (!link.getAttribute("href").startsWith("#")) link.hash = hash;
      });
    }

    /* Finding --------------------------------------------------------------------------------------------------- */

    let turn = 0;

    /** Said once: the same words again would be read out again. */
    function tell(name, words) { if (part(name).textContent !== words) part(name).textContent = words; }

    /** Find and show. What an address brings is not remembered: only what the reader does here is. */
    async function follow(arriving = false) {
      const mine = (turn += 1);
      address();
      if (!arriving) remember();
      let within;
      let note = "";
      if (choice.text.trim()) {
        try {
          await script("page-find-text");
          const answer = await window.wmFindText(lang, kind, items, choice.text);
          within = answer.bits || undefined;
          if (!answer.bits) note = say("no-words");
          else if (answer.meant.length) note = say("meant", { words: answer.meant.join(", ") });
        } catch { note = say("no-text"); }
        if (mine !== turn) return;
      }
      const result = table.find(choice.facets, within);
      const order = sorts[choice.sort];
      // An order looks at all that is found; otherwise the first rows will do.
      const waiting = need(order ? result.items : result.items.slice(0, first));
      if (showing) panel.draw(choice.facets, result.counts);
      if (waiting) {
        try { await waiting; } catch {
          if (mine === turn) part("broken").hidden = false;
          return;
        }
        if (mine !== turn) return;
      }
      if (!showing) {
        begin();
        panel.draw(choice.facets, result.counts);
      }
      part("broken").hidden = true;
      found = result.items;
      if (order) found.sort((a, b) => order(a, b) || a - b);
      part("chosen").hidden = !choice.text && !Object.values(choice.facets).some((values) => values.length);
      tell("note", note);
      tell("status", found.length ? say("found", { n: found.length, all: table.size }) : say("found-none"));
      shown = 0;
      part("list").replaceChildren();
      more(false);
      end.unobserve(part("end"));
      end.observe(part("end"));
      offers();
      changed(found);
    }

    /* What is found --------------------------------------------------------------------------------------------- */

    /** How many will be shown when more have come. */
    const next = () => Math.min(found.length, !shown ? first : shown < SHOWN ? SHOWN : shown + SHOWN);

    /** Show more; what comes `unasked` comes below what is in sight, so that nothing moves before the reader's eyes. */
    async function more(moveFocus, unasked = false) {
      const mine = turn;
      const from = shown;
      const numbers = found.slice(from, next());
      const waiting = need(numbers);
      if (waiting) {
        try { await waiting; } catch {
          // They are still to come: the next press asks again.
          if (mine === turn) part("broken").hidden = false;
          return;
        }
        if (mine !== turn) return;
        part("broken").hidden = true;
      }
      if (unasked && part("end").getBoundingClientRect().top < window.innerHeight) return;
      // They may have come meanwhile because the reader came near the end.
      if (from === shown) {
        const rows = numbers.map((one) => row(one));
        shown += rows.length;
        part("list").append(...rows);
        if (tray) tray.offer(rows.filter((one) => one.dataset.wmItem));
        const left = found.length - shown;
        part("more").hidden = left <= 0;
        part("more").querySelector("span").textContent = say("more", { n: next() - shown, left });
      }
      if (moveFocus) part("list").children[from]?.querySelector("a, button").focus();
    }
    part("more").addEventListener("click", () => more(true));
    // Whoever comes near the end of the first few has as many as elsewhere without a press.
    const end = new IntersectionObserver(([{ isIntersecting }]) => {
      if (isIntersecting && shown && shown < Math.min(SHOWN, found.length)) more(false, true);
    }, { rootMargin: "75%" });

    async function offers() {
      const add = part("take");
      add.hidden = !tray || !tray.keeps || !found.length || found.length > MOST;
      part("many").hidden = !tray || !tray.keeps || found.length <= MOST;
      if (add.hidden) return;
      const inside = new Set(tray.read().items);
      const offer = (done) => {
        add.querySelector("span").textContent = say(done ? "taken" : "take", { n: found.length });
        // Not `disabled`, which would lose the focus of whoever has just pressed it.
        add.setAttribute("aria-disabled", done);
      };
      // Names are asked for where all of them may be inside.
      const waiting = inside.size < found.length ? null : need(found);
      if (waiting) {
        const mine = turn;
        offer(false);
        try { await waiting; } catch { return; }
        if (mine !== turn) return;
      }
      offer(inside.size >= found.length && found.every((one) => inside.has(item(one))));
    }
    part("take").addEventListener("click", async () => {
      const all = found;
      try { await need(all); } catch { part("broken").hidden = false; return; }
      tray.add(all.map((one) => item(one)));
    });
    if (tray) tray.listen(offers);

    /* What the reader does ---------------------------------------------------------------------------------------- */

    // The first touch asks for what choosing shows; in the field for words, also for what knows them.
    for (const name of ["by", "form", "sort"]) {
      for (const touch of ["focusin", "pointerdown"]) part(name).addEventListener(touch, begun, { once: true });
    }
    part("text").addEventListener("focus", () => script("page-find-text").catch(() => {}), { once: true });

    let waiting;
    function typed() {
      clearTimeout(waiting);
      choice.text = part("text").value;
      follow();
    }
    part("text").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(typed, PAUSE); });
    part("form").addEventListener("submit", (event) => {
      event.preventDefault();
      typed();
    });
    part("sort").addEventListener("change", (event) => {
      choice.sort = event.target.value;
      follow();
    });
    part("remember").addEventListener("change", remember);
    part("clear").addEventListener("click", () => {
      choice = { ...choice, facets: {}, text: "" };
      part("text").value = "";
      follow().then(() => part("found").focus());
    });

    /** The choice that an address holds, shown. */
    function arrive(hash) {
      choice = window.wmFindAddress.read(hash, table);
      if (!Object.hasOwn(sorts, choice.sort)) choice.sort = "";
      part("text").value = choice.text;
      part("sort").value = choice.sort || Object.keys(sorts)[0];
      if (showing) panel.open(choice.facets);
      part("unknown").hidden = !choice.unknown;
      arrived(choice);
      return follow(true);
    }
    window.addEventListener("hashchange", () => {
      // An anchor of the page, such as that of the link to its content, is no choice.
      if (!location.hash || location.hash.includes("=")) arrive(location.hash);
    });

    const memory = place.read();
    part("remember").checked = memory !== null;
    await arrive(location.hash.includes("=") ? location.hash : String(memory || ""));
    return { again: () => follow(), choose(name, value) { choice[name] = value; return follow(); } };
  };
})();
