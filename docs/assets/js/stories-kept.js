/* What this browser keeps of single stories: which are favourites, and the day on which a team used one. From disk the days
   hold for the page alone, unless the reader has them kept in the tab. */
(function () {
  "use strict";
  const ID = /^[a-z0-9-]{1,100}$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const MOST = 500;
  const listeners = [];

  const liked = window.wmKept.choice("favourites");
  const told = window.wmKept.words("used");
  let memory = null; // the days, where they are not kept

  function write(place, value, empty) {
    const kept = place.write(empty ? null : value);
    listeners.forEach((act) => act());
    return kept;
  }
  /** What a browser keeps may be anything: what is no object of days by ids is nothing. */
  function days(kept) {
    const known = kept && typeof kept === "object" && !Array.isArray(kept) ? Object.entries(kept) : [];
    return Object.fromEntries(known.filter(([id, day]) => ID.test(id) && DAY.test(day) && !Number.isNaN(Date.parse(day))).slice(0, MOST));
  }

  const favourites = () => {
    const kept = liked.read();
    return [...new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === "string" && ID.test(id)) : [])].slice(0, MOST);
  };
  window.wmStories = {
    favourites,
    /** Make a story a favourite, or no longer one. */
    toggle(id) {
      const kept = favourites();
      const ids = kept.includes(id) ? kept.filter((one) => one !== id) : [...kept, id];
      write(liked, ids, !ids.length);
    },
    /** The days on which stories were used, by their ids: 2026-11-29. */
    used: () => memory || days(told.read()),
    /** Keep the day on which a story was used; an empty one is forgotten. */
    use(id, day) {
      const { [id]: _, ...others } = this.used();
      const now = day ? days({ ...others, [id]: day }) : others;
      memory = write(told, now, !Object.keys(now).length) ? null : now;
    },
    /** The days of a file, where a story has none yet. */
    useAll(given) { Object.entries(days(given)).forEach(([id, day]) => { if (!this.used()[id]) this.use(id, day); }); },
    /** May the days be kept? Those that stand on the page then are, or no longer. */
    get keepsDays() { return told.agreed; },
    set keepsDays(wanted) {
      const now = this.used();
      told.agree(wanted);
      memory = now;
      if (wanted && told.write(Object.keys(now).length ? now : null)) memory = null;
    },
    listen(act) { listeners.push(act); },
  };
  window.addEventListener("storage", () => listeners.forEach((act) => act()));
})();
