/* A story of the finders' list as a card: a filled copy of the page's one empty card. */
(function () {
  "use strict";
  // What stands where in a story of the list, as finder_data.py writes it.
  const AT = Object.fromEntries(["ID", "COLLECTION", "TITLE", "SUMMARY", "MINUTES", "WORDS", "THEME", "SETTINGS", "LABEL", "REVIEWED"].map((name, at) => [name, at]));

  /** Address of a story's page within its language. */
  const path = (story) => `stories/${story[AT.COLLECTION]}/${story[AT.ID]}/`;

  /**
   * Makes cards for a page whose `box` holds the empty card, the themes' icons and the words: (story, root) => element,
   * where `root` leads from the page to its language's folder. Text is text, whatever it holds.
   */
  window.wmStoryCard = (box) => {
    const say = window.wmData.words(box);
    return (story, root) => {
      const one = box.querySelector("[data-wm-card]").content.firstElementChild.cloneNode(true);
      const find = (selector) => one.querySelector(selector);
      one.dataset.wmItem = `story:${story[AT.ID]}`;
      one.dataset.wmName = story[AT.TITLE];
      const theme = box.querySelector(`[data-wm-theme="${CSS.escape(story[AT.THEME])}"]`);
      const [label] = find(".wm-card__band").querySelectorAll("span");
      find(".wm-card__band .wm-icon").replaceWith(theme ? theme.content.cloneNode(true) : "");
      label.textContent = theme ? theme.dataset.wmName : "";
      // All emblems are one picture, which shows that of the story whose id its address names.
      const emblem = find(".wm-emblem");
      emblem.setAttribute("src", emblem.getAttribute("src").replace(/#.*/, `#${story[AT.ID]}`));
      const link = find(".wm-card__title a");
      link.href = `${root}${path(story)}index.html`;
      link.textContent = story[AT.TITLE];
      find(".wm-card__text").textContent = story[AT.SUMMARY];
      const [minutes, place, warning] = find(".wm-facts").children;
      minutes.lastChild.textContent = say(`minutes-${window.wmData.number(story[AT.MINUTES])}`, { n: story[AT.MINUTES] });
      place.replaceWith(...story[AT.SETTINGS].map((setting) => {
        const line = place.cloneNode(true);
        line.append(setting);
        return line;
      }));
      if (story[AT.LABEL]) warning.textContent = story[AT.LABEL]; else warning.remove();
      return one;
    };
  };
  Object.assign(window.wmStoryCard, AT, { path });
})();
