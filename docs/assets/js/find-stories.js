/* The story finder: stories as cards. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const box = document.querySelector("[data-wm-find=stories]");
  if (!box || !window.wmFind) return;
  const { ID, WORDS, REVIEWED } = window.wmStoryCard;
  const card = window.wmStoryCard(box);

  /** The place of each story by its title: those of one account come in that order, and `titles` says whose turn it is. */
  function places({ titles }) {
    const turns = [...titles].map(Number);
    const next = [0, 1, 2].map((account) => turns.filter((turn) => turn < account).length);
    const found = [];
    turns.forEach((account, place) => { found[next[account]++] = place; });
    return found;
  }
  const byTitle = (place) => (a, b) => place[a] - place[b];

  window.wmFind("stories", {
    size: (data) => data.items.length,
    row: (data, number) => card(data.items[number], "../../"),
    item: (data, number) => `story:${data.items[number][ID]}`,
    sorts: {
      real: () => null,
      title: (data) => byTitle(places(data)),
      length: ({ items }) => (a, b) => items[a][WORDS] - items[b][WORDS],
      newest: ({ items }) => (a, b) => (items[a][REVIEWED] < items[b][REVIEWED] ? 1 : items[a][REVIEWED] > items[b][REVIEWED] ? -1 : 0),
    },
  });
});
