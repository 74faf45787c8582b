/* A story of the finders' list as a card: a filled copy of the page's one empty card. */
(function () {
  "use strict";
  // What stands where in a story of the list, as finder_data.py writes it.
  const AT = Object.fromEntries(["ID", "COLLECTION", "TITLE", "SUMMARY", "MINUTES", "WORDS", "THEME", "SETTINGS", "LABEL", "REVIEWED", "PLACE", "EMBLEM"].map((name, at) => [name, at]));

  /** Address of a story's page within its language. */
  const path = (story) => `stories/${story[AT.COLLECTION]}/${story[AT.ID]}/`;

  /**
   * Makes cards for a page whose `box` holds the empty card and the words: (story, root) => element, where `root` leads from
   * the page to its language's folder. `themes` has the label and the icon of each, by id. Text is text, whatever it holds.
   */
  window.wmStoryCard = (box, themes) => {
    const say = window.wmData.words(box);
    return (story, root) => {
      const one = box.querySelector("[data-wm-card]").content.firstElementChild.cloneNode(true);
      const find = (selector) => one.querySelector(selector);
      one.dataset.wmItem = `story:${story[AT.ID]}`;
      one.dataset.wmName = story[AT.TITLE];
      const [name, drawn] = themes[story[AT.THEME]];
      find(".wm-card__band span").textContent = name;
      const icon = find(".wm-card__band .wm-icon");
      // What an icon draws is markup of the site's own.
      if (drawn) icon.innerHTML = drawn; else icon.remove();
      find(".wm-emblem path").setAttribute("d", story[AT.EMBLEM]);
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
