/* The story finder: stories as cards. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  const box = document.querySelector("[data-wm-find=stories]");
  if (!box || !window.wmFind) return;
  const [ID, PATH, TITLE, SUMMARY, MINUTES, WORDS, THEME, SETTINGS, LABEL, REVIEWED] = Array.from({ length: 10 }, (_, at) => at);
  const say = window.wmData.words(box);
  const amount = (n) => say(`minutes-${window.wmData.number(n)}`, { n });

  /** A copy of the page's one empty card, filled; text is text, whatever it holds. */
  function card(story) {
    const one = box.querySelector("[data-wm-card]").content.firstElementChild.cloneNode(true);
    const find = (selector) => one.querySelector(selector);
    one.dataset.wmItem = `story:${story[ID]}`;
    one.dataset.wmName = story[TITLE];
    const theme = box.querySelector(`[data-wm-theme="${CSS.escape(story[THEME])}"]`);
    const [label] = find(".wm-card__band").querySelectorAll("span");
    find(".wm-card__band .wm-icon").replaceWith(theme ? theme.content.cloneNode(true) : "");
    label.textContent = theme ? theme.dataset.wmName : "";
    const link = find(".wm-card__title a");
    link.href = `../../${story[PATH]}index.html`;
    link.textContent = story[TITLE];
    find(".wm-card__text").textContent = story[SUMMARY];
    const [minutes, place, warning] = find(".wm-facts").children;
    minutes.lastChild.textContent = amount(story[MINUTES]);
    place.replaceWith(...story[SETTINGS].map((setting) => {
      const line = place.cloneNode(true);
      line.append(setting);
      return line;
    }));
    if (story[LABEL]) warning.textContent = story[LABEL]; else warning.remove();
    return one;
  }

  window.wmFind("stories", {
    size: (data) => data.items.length,
    row: (data, number) => card(data.items[number]),
    item: (data, number) => `story:${data.items[number][ID]}`,
    sorts: {
      title: () => null,
      length: ({ items }) => (a, b) => items[a][WORDS] - items[b][WORDS],
      newest: ({ items }) => (a, b) => (items[a][REVIEWED] < items[b][REVIEWED] ? 1 : items[a][REVIEWED] > items[b][REVIEWED] ? -1 : 0),
    },
  });
});
