/* The story finder: stories as cards. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const box = document.querySelector("[data-wm-find=stories]");
  if (!box || !window.wmFind) return;
  const { ID, WORDS, REVIEWED, PLACE } = window.wmStoryCard;
  const { at, themes, need, all } = window.wmStoryRows(box);
  const card = window.wmStoryCard(box, themes);
  const piece = Number(box.dataset.piece);

  window.wmFind("stories", {
    // Two or three stand side by side on a wide screen.
    first: window.matchMedia("(min-width: 60rem)").matches ? 2 * piece : piece,
    need,
    // Whoever begins to choose is about to see others.
    begun: () => all().catch(() => {}),
    row: (number) => card(at(number), "../../"),
    item: (number) => `story:${at(number)[ID]}`,
    sorts: {
      real: null,
      title: (a, b) => at(a)[PLACE] - at(b)[PLACE],
      length: (a, b) => at(a)[WORDS] - at(b)[WORDS],
      newest: (a, b) => (at(a)[REVIEWED] < at(b)[REVIEWED] ? 1 : at(a)[REVIEWED] > at(b)[REVIEWED] ? -1 : 0),
    },
  });
});
