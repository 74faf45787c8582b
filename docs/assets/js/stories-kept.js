/* What this browser keeps of single stories: which are favourites, and the day on which a team used one. Nobody else sees it. */
(function () {
  "use strict";
  const ID = /^[a-z0-9-]{1,100}$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const MOST = 500;
  const listeners = [];

  /** What a browser keeps may be anything: what is no object of days by ids is nothing. */
  function read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  }
  function write(key, value, empty) {
    try {
      if (empty) localStorage.removeItem(key); else localStorage.setItem(key, JSON.stringify(value));
    } catch { /* Then it is not kept. */ }
    listeners.forEach((act) => act());
  }
  function days(kept) {
    const known = kept && typeof kept === "object" && !Array.isArray(kept) ? Object.entries(kept) : [];
    return Object.fromEntries(known.filter(([id, day]) => ID.test(id) && DAY.test(day) && !Number.isNaN(Date.parse(day))).slice(0, MOST));
  }

  const favourites = () => {
    const kept = read("wm-favourites");
    return [...new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === "string" && ID.test(id)) : [])].slice(0, MOST);
  };
  window.wmStories = {
    favourites,
    /** Make a story a favourite, or no longer one. */
    toggle(id) {
      const kept = favourites();
      const ids = kept.includes(id) ? kept.filter((one) => one !== id) : [...kept, id];
      write("wm-favourites", ids, !ids.length);
    },
    /** The days on which stories were used, by their ids: 2026-11-29. */
    used: () => days(read("wm-used")),
    /** Keep the day on which a story was used; an empty one is forgotten. */
    use(id, day) {
      const { [id]: _, ...others } = days(read("wm-used"));
      const kept = day ? days({ ...others, [id]: day }) : others;
      write("wm-used", kept, !Object.keys(kept).length);
    },
    listen(act) { listeners.push(act); },
  };
  window.addEventListener("storage", () => listeners.forEach((act) => act()));
})();
