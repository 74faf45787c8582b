/* What a session is taken along as: the leader's sheet on paper and for Word, the cards on paper, or the screen.
   Sheet, screen and Word are in the page's language; a session in the other one has them on that language's page. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say, choice } = session;
  const part = (name) => root.querySelector(`[data-wm-${name}]`);
  const body = document.body;
  const ending = part("ending");
  const place = part("sheets");

  function tell(words) { part("done").textContent = words; }

  /** Puts an element on the page that loads a file; it may be asked for again when the file did not come. */
  function load(name, attributes) {
    return new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(name), attributes, { onload: resolve, onerror: reject });
      root.append(element);
    });
  }

  /** What makes cards, Word files and calendars comes when it is first needed. */
  session.makers = async function () {
    if (!window.wmCards || !window.wmWord || !window.wmCalendar) await load("script", { src: place.dataset.js });
  };

  /* Paper ----------------------------------------------------------------------------------------------------- */

  // The ending waits closed on the screen, and stands open on its own side of the paper.
  let waits = false;
  window.addEventListener("beforeprint", () => {
    waits = Boolean(ending) && !ending.open;
    if (waits) ending.open = true;
  });
  window.addEventListener("afterprint", () => {
    if (waits) ending.open = false;
    clearCards();
  });

  function sheet() { clearCards(); window.print(); }

  /** The style of cards is for the paper alone that they stand on: its pages have no margins. */
  function clearCards() {
    place.replaceChildren();
    root.querySelectorAll("link.wm-cards-style").forEach((link) => link.remove());
  }
  async function cards() {
    clearCards();
    try {
      await session.makers();
      await load("link", { rel: "stylesheet", href: place.dataset.css, className: "wm-cards-style" });
      const pack = { items: [`story:${session.story}`], lang: choice.lang, rules: false, copies: choice.people, folded: part("folded").checked, asks: { [session.story]: session.askText() } };
      const made = await window.wmCards.sheets(pack, place, () => "");
      // A press that another has followed prints nothing.
      if (!made) return;
      tell(say("session-sheets", { n: made.sheets, people: choice.people }));
      window.print();
    } catch { clearCards(); tell(say("session-broken")); }
  }

  /* Word ------------------------------------------------------------------------------------------------------ */

  async function word() {
    try { await session.makers(); } catch { tell(say("session-broken")); return; }
    const file = `${session.story}-${say("session-file")}.docx`;
    const title = root.querySelector("h1").textContent.trim();
    window.wmData.save(window.wmWord({
      lang: session.lang, title: `${title}: ${say("packs-leader-sheet")}`, author: say("packs-author"), size: 12, margin: 14,
      paragraphs: [["Heading1", title], ...window.wmSheetParagraphs(part("leader"))],
    }), file);
    tell(say("session-saved", { file }));
  }

  /* Presses --------------------------------------------------------------------------------------------------- */

  const DO = { sheet, cards, word, screen: () => session.stage.run() };

  /** Cards of any language are made here; all else in the other language is done on that page. */
  function act(name) {
    const elsewhere = name !== "cards" && choice.lang !== "both" && choice.lang !== session.lang;
    if (elsewhere) location.href = `${part("lang-switch").getAttribute("href").split(/[?#]/)[0]}${session.query()}&do=${name}`;
    else DO[name]();
  }

  root.querySelectorAll("[data-wm-do]").forEach((button) => button.addEventListener("click", () => act(button.dataset.wmDo)));
  // What the address asks for is done once the page is there to be seen.
  if (session.asked && session.asked !== "screen") window.addEventListener("load", () => act(session.asked));
})();
