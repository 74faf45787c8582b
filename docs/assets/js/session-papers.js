/* The cards of a session on paper, and its leader's sheet for Word. */
(function () {
  "use strict";
  const session = window.wmSession;
  const { root, say, choice, tell } = session;
  const part = (name) => root.querySelector(`[data-wm-${name}]`);
  const place = part("sheets");

  /** The style of cards is for the paper alone that they stand on: its pages have no margins. */
  function clearCards() {
    place.replaceChildren();
    root.querySelectorAll("link.wm-cards-style").forEach((link) => link.remove());
  }
  function style() {
    return new Promise((resolve, reject) => {
      root.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: place.dataset.css, className: "wm-cards-style", onload: resolve, onerror: reject }));
    });
  }
  async function cards() {
    clearCards();
    try {
      await style();
      const pack = { items: [`story:${session.story}`], lang: choice.lang, rules: false, copies: choice.people, folded: part("folded").checked, asks: { [session.story]: session.askText() } };
      const made = await window.wmCards.sheets(pack, place, () => "");
      // A press that another has followed prints nothing.
      if (!made) return;
      tell(say("session-sheets", { n: made.sheets, people: choice.people }));
      window.print();
    } catch (error) { clearCards(); throw error; }
  }

  function word() {
    const file = `${session.story}-${say("session-file")}.docx`;
    const title = root.querySelector("h1").textContent.trim();
    window.wmData.save(window.wmWord({
      lang: session.lang, title: `${title}: ${say("packs-leader-sheet")}`, author: say("packs-author"), size: 12, margin: 14,
      paragraphs: [["Heading1", title], ...window.wmSheetParagraphs(part("leader"))],
    }), file);
    tell(say("session-saved", { file }));
  }

  session.files = { cards, word, clearCards };
})();
