/* The story finder: stories as cards. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const box = document.querySelector("[data-wm-find=stories]");
  if (!box || !window.wmFind) return;
  const { ID, WORDS, REVIEWED, PLACE } = window.wmStoryCard;
  const card = window.wmStoryCard(box);

  window.wmFind("stories", {
    size: (data) => data.items.length,
    row: (data, number) => card(data.items[number], "../../"),
    item: (data, number) => `story:${data.items[number][ID]}`,
    sorts: {
      real: () => null,
      title: ({ items }) => (a, b) => items[a][PLACE] - items[b][PLACE],
      length: ({ items }) => (a, b) => items[a][WORDS] - items[b][WORDS],
      newest: ({ items }) => (a, b) => (items[a][REVIEWED] < items[b][REVIEWED] ? 1 : items[a][REVIEWED] > items[b][REVIEWED] ? -1 : 0),
    },
  });
});
