/* What a story still needs: of the rules of `whatmatters check` those that a browser can know. Pure: a story as
   story-files.js has it goes in, problems come out, as {field, name, values, advice}; `name` is a wording of the page. */
(function () {
  "use strict";
  const [FEWEST, MOST] = [2, 3];

  /** `known`: forbidden ([[pattern, code]]), leftovers ([[pattern, flags, code]]), needed (facets), consent (fields), own (routes that have a source), taken (ids), toUs (bases), today (2026-11-21). */
  function problems(story, known) {
    const { flat, lines, questions, idFrom, PICTURE } = window.wmStoryFiles;
    const found = [];
    const say = (field, name, values = {}, advice = false) => found.push({ field, name, values, advice });
    const patterns = known.forbidden.map(([pattern, code]) => [new RegExp(pattern), code]);
    const left = known.leftovers.map(([pattern, flags, code]) => [new RegExp(pattern, flags), code]);
    const both = (part) => ["cy", "en"].map((lang) => ({ lang, field: `texts.${lang}.${part}`, told: story.texts[lang][part] }));

    /** The words of a line round the place that a pattern finds, and which line it is: what an editor searches for in Word. */
    function shown(told, n, pattern) {
      const line = told[n];
      const at = line.length > 40 ? pattern.exec(line).index : 0;
      const from = at > 20 ? line.lastIndexOf(" ", at - 10) + 1 : 0;
      return { words: `${from ? "… " : ""}${line.slice(from, from + 40)}${line.length > from + 40 ? " …" : ""}`, line: told.length > 1 ? n + 1 : 0 };
    }
    function forbidden(field, told) {
      const found = (some, advice, but) => {
        const n = told.findIndex((one) => some.some(([pattern]) => pattern.test(one)));
        if (n < 0 || n === but) return n;
        const [pattern, code] = some.find(([one]) => one.test(told[n]));
        say(field, code.toLowerCase(), shown(told, n, pattern), advice);
        return n;
      };
      found(left, true, found(patterns, false, -1));
    }

    ["title", "summary"].forEach((part) => both(part).forEach(({ field, told }) => {
      if (!flat(told)) say(field, "empty"); else forbidden(field, [flat(told)]);
    }));
    folder(story, known, say);
    if (flat(story.texts.en.title) && !flat(story.id) && !idFrom(story.texts.en.title)) say("texts.en.title", "no-id");
    both("before").forEach(({ field, told }) => {
      if (!lines(told).length) say(field, "empty"); else forbidden(field, lines(told));
    });
    const after = both("after");
    if (after.every(({ told }) => !lines(told).length)) say("texts.cy.after", "no-pause", {}, true);
    else {
      after.forEach(({ field, told }) => {
        if (!lines(told).length) say(field, "empty"); else forbidden(field, lines(told));
      });
    }
    ["before", "after"].forEach((part) => {
      const [cy, en] = both(part).map(({ told }) => lines(told).length);
      if (cy && en && cy !== en) say(`texts.cy.${part}`, "paragraphs", { cy, en }, true);
    });
    const paused = after.some(({ told }) => lines(told).length);
    ["at_pause", "afterwards"].forEach((list) => {
      const asked = both(list);
      asked.forEach(({ field, told }) => {
        const some = questions(told);
        if (some.length) forbidden(field, some);
        else if (paused || list === "afterwards") say(field, "no-questions");
        if (some.length && !paused && list === "at_pause") say(field, "nothing-to-pause-for");
        if (some.length && (some.length < FEWEST || some.length > MOST)) say(field, "how-many", { n: some.length }, true);
      });
      const [cy, en] = asked.map(({ told }) => questions(told).length);
      if (cy && en && cy !== en) say(`texts.${cy < en ? "cy" : "en"}.${list}`, "questions", { cy, en });
    });

    ["kind", "collection", "provenance"].forEach((field) => { if (!story[field]) say(field, "choose"); });
    known.needed.forEach((facet) => { if (!(story.tags[facet] || []).length) say(`tags.${facet}`, "choose-some"); });

    const { source, consent } = story;
    // A story that was invented for the library has no source but the library.
    const own = Object.hasOwn(known.own, source.how_it_reached_us);
    ["title", "publisher"].forEach((part) => {
      const lacking = ["cy", "en"].filter((lang) => !flat(story.both[part][lang]));
      if (lacking.length === 1) say(`both.${part}.${lacking[0]}`, "empty");
      else if (lacking.length && !own && !flat(source[part])) say(`source.${part}`, "empty");
    });
    if (flat(source.url) && !address(flat(source.url))) say("source.url", "address");
    if (!story.welsh.made_by) say("welsh.made_by", "choose");
    if (!source.how_it_reached_us) say("source.how_it_reached_us", "choose");
    if (!own && !source.jurisdiction) say("source.jurisdiction", "choose");

    film(story, say);
    if (story.other.files.some(({ name }) => PICTURE.test(name))) {
      ["cy", "en"].forEach((lang) => { if (!flat(story.picture.alt[lang])) say(`picture.alt.${lang}`, "empty"); });
      if (story.picture.shows_people && !consent.picture.length) say("consent.picture", "choose-some", {}, true);
    }

    if (!consent.basis) say("consent.basis", "choose");
    if (!consent.scope.length) say("consent.scope", "choose-some");
    if (consent.basis === "composite" && story.provenance && story.provenance !== "composite") say("provenance", "composite");
    if (known.toUs.includes(consent.basis)) {
      ["held_by", "given"].filter((part) => known.consent.includes(part) && !flat(consent[part] || ""))
        .forEach((part) => say(`consent.${part}`, "empty"));
    }
    if (known.consent.includes("languages") && consent.languages.length < 2) say("consent.languages", "both-languages");
    dates(consent, known, say);
    if (!flat(story.owner)) say("owner", "empty");
    return found;
  }

  /** The id: what it may look like, that no other story has it, and that a story keeps the one it had. */
  function folder(story, known, say) {
    const { flat, freeId, ID } = window.wmStoryFiles;
    const [id, was] = [flat(story.id), story.was];
    if (!id || id === was) return;
    if (!ID.test(id)) say("id", "id");
    else if (known.taken.includes(id)) say("id", "id-taken", { free: freeId(id, known.taken) });
    else if (known.taken.includes(was)) say("id", "id-kept", { was });
    else if (ID.test(was)) say("id", "id-was", { was }, true);
  }

  function dates(consent, known, say) {
    const day = (text) => /^\d{4}-\d\d-\d\d$/.test(text || "");
    ["reviewed", "review_by"].forEach((part) => { if (!day(consent[part])) say(`consent.${part}`, "date"); });
    if (day(consent.reviewed) && day(consent.review_by) && consent.review_by < consent.reviewed) say("consent.review_by", "too-early");
    else if (day(consent.review_by) && consent.review_by < known.today) say("consent.review_by", "overdue", {}, true);
    if (day(consent.expires) && consent.expires < known.today) say("consent.expires", "expired");
    if (day(consent.given) && consent.given > known.today) say("consent.given", "to-come");
  }

  /** The film in which the story is told, if anything is said of one. */
  function film(story, say) {
    const { flat, seconds, told, filmed, TIMES } = window.wmStoryFiles;
    if (!filmed(story)) return;
    const one = story.film;
    ["title", "publisher", "url"].forEach((part) => { if (!flat(one[part]) && !story.other.film[part]) say(`film.${part}`, "empty"); });
    if (flat(one.url) && !address(flat(one.url))) say("film.url", "address");
    if (!one.language) say("film.language", "choose");
    const at = {};
    TIMES.filter((part) => flat(one[part])).forEach((part) => {
      const time = seconds(one[part]);
      // No film is as long as no time at all.
      if (Number.isNaN(time) || (part === "length" && !time)) say(`film.${part}`, "time"); else at[part] = time;
    });
    // What is not known is undefined here, and no comparison with it is true.
    const { length, begins, pause, ends } = at;
    ["begins", "pause", "ends"].forEach((part) => { if (at[part] > length) say(`film.${part}`, "outside-film"); });
    if (ends <= begins) say("film.ends", "film-ends");
    if (pause !== undefined && !flat(one.begins)) say("film.begins", "film-begins");
    if (pause <= begins || pause >= ends) say("film.pause", "film-pause");
    const times = ["cy", "en"].map((lang) => {
      const scenes = told(one.scenes[lang]);
      const found = scenes.map((scene) => (scene.told ? seconds(scene.at) : NaN));
      const field = `film.scenes.${lang}`;
      if (found.some(Number.isNaN)) say(field, "scene-time");
      else if (new Set(found).size < found.length) say(field, "scene-twice");
      else if (found.some((time) => time < begins || time > (ends ?? length))) say(field, "scene-outside");
      else if (!found.length && flat(one.begins)) say(field, "film-scenes");
      return found.sort((a, b) => a - b).join();
    });
    const lacking = times.some(Boolean) && !flat(one.begins);
    if (times.every(Boolean) ? times[0] !== times[1] : lacking) say(`film.scenes.${times[0] ? "en" : "cy"}`, "scenes-differ");
  }

  /** A web address that a reader can follow. */
  function address(text) {
    if (!/^https?:\/\/[^\s/?#@:]+(?::\d+)?(?:[/?#]\S*)?$/i.test(text)) return false;
    try { return Boolean(new URL(text)); } catch { return false; }
  }

  window.wmStoryRules = { problems };
})();
