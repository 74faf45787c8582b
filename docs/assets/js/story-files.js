/* What a story is on the page Add a story; story-writing.js makes the files of its folder, story-reading.js reads them again.

   A story here is what the fields of the page hold: {id, was, kind, emblem, collection, tags: {facet: [id]}, law: [id], source, both, provenance,
   names_changed, film, picture, consent, welsh, owner, texts: {en, cy}, other: {fields, film, files}}; of a text, each line of `before` and `after`
   is a paragraph, each line of `at_pause` and `afterwards` a question; of a film's scenes, each line is a time and what is there. `id` is the name of its folder, or empty; `was` the one that an opened story had, unless it was a draft; `other` is what a folder that was opened held besides, word for word:
   it is written again as it was. */
(function () {
  "use strict";
  const LANGUAGES = ["en", "cy"];
  const PAUSE = "<!-- pause -->";
  /** What stands over each list of questions. */
  const HEADINGS = {
    at_pause: { en: "## At the pause", cy: "## Wrth y saib" },
    afterwards: { en: "## Afterwards", cy: "## Wedyn" },
  };
  const PARTS = ["title", "summary", "before", "after", "at_pause", "afterwards"];
  const LONGEST = 48;
  /** What an id may look like. */
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  /** The fields of a film in their order; those that are times. */
  const FILM = ["title", "publisher", "language", "url", "length", "begins", "pause", "ends"];
  const TIMES = ["length", "begins", "pause", "ends"];

  /** A file's or folder's name that any computer takes, and that leads nowhere else. */
  const STEP = /^[^.\s\p{C}/\\:*?"<>|][^\p{C}/\\:*?"<>|]*$/u;
  const TRANSCRIPT = ["name", "format", "sha256"];

  /* Words ------------------------------------------------------------------------------------------------------ */

  /** Composed letters; no control characters, and no half of a pair. */
  function clean(text) {
    return String(text).replace(/\r\n?/g, "\n").normalize("NFC")
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
  }
  function flat(text) { return clean(text).replace(/\s+/g, " ").trim(); }
  /** The lines that say something. */
  function lines(text) { return clean(text).split(/[\n\u2028\u2029]/).map(flat).filter(Boolean); }
  /** What people put before a question in a list is not part of it. */
  function questions(text) { return lines(text).map((line) => line.replace(/^(?:[-*•–]|\d{1,2}[.)])\s+/, "")).filter(Boolean); }

  /* A film ------------------------------------------------------------------------------------------------------ */

  /** The seconds of a time as a player's clock shows it, 1:13 or 1:02:05; NaN for what is none. */
  function seconds(text) {
    const [, hours, minutes, rest] = /^(?:(\d{1,2}):(?=\d\d:))?(\d{1,2}):([0-5]\d)$/.exec(flat(text)) || [];
    return hours && Number(minutes) > 59 ? NaN : (Number(hours || 0) * 60 + Number(minutes)) * 60 + Number(rest);
  }
  /** The scenes that lines tell: [{at, told}]; `at` is empty where a line does not begin with a time. */
  function told(text) {
    return lines(text).map((line) => {
      const [, at, words] = /^((?:\d{1,2}:)?\d{1,2}:\d\d)(?: +(.*))?$/.exec(line) || [null, "", line];
      return { at, told: words || "" };
    });
  }

  /** Is anything said of a film? */
  function filmed(story) {
    const { film } = story;
    return Object.keys(story.other.film).length > 0 || FILM.some((name) => name !== "language" && flat(film[name])) || LANGUAGES.some((lang) => lines(film.scenes[lang]).length);
  }

  /** A story's YAML, each field of it with what is inside. */
  function blocksOf(text) { return clean(text).split(/^(?=[^\s#])/m); }
  /** It without one of its fields. */
  function without(text, name) { return blocksOf(text).filter((block) => !block.startsWith(`${name}:`)).join(""); }

  /** The file of a story's own picture. */
  const PICTURE = /^picture\.(webp|jpg|png)$/;
  /** A title or a publisher of the source that has a name in each language; null where it has none. */
  function inBoth({ both }, name) { return both[name] && LANGUAGES.every((lang) => flat(both[name][lang])) ? both[name] : null; }

  /** An id from a title: small letters a to z, digits and hyphens; empty when the title has none of them. */
  function idFrom(title) {
    const plain = flat(title).toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/['’‘]/g, "");
    const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
    let made = "";
    for (const word of words) {
      const longer = made ? `${made}-${word}` : word;
      if (longer.length > LONGEST) break;
      made = longer;
    }
    return made || words.join("").slice(0, LONGEST);
  }
  /** The id, or the first of id-2, id-3 … that is not taken. */
  function freeId(title, taken) {
    const wanted = idFrom(title);
    let found = wanted;
    for (let n = 2; taken.includes(found); n += 1) found = `${wanted}-${n}`;
    return found;
  }

  /* Whatever was found -------------------------------------------------------------------------------------------- */

  function isBase64(some) {
    try { return typeof some === "string" && atob(some) !== null; } catch { return false; }
  }

  /** A whole story of whatever was found: what a file or a browser's memory holds may be anything. */
  function shaped(found) {
    const part = (some) => (some !== null && typeof some === "object" && !Array.isArray(some) ? some : {});
    const words = (some) => (typeof some === "string" ? some : "");
    const list = (some) => (Array.isArray(some) ? some.filter((one) => typeof one === "string") : []);
    const named = (some, names, as) => Object.fromEntries(names.map((name) => [name, as(part(some)[name])]));
    const { scope, languages } = part(found.consent);
    return {
      id: words(found.id), was: words(found.was ?? found.id), kind: words(found.kind), emblem: words(found.emblem), collection: words(found.collection), provenance: words(found.provenance), owner: words(found.owner),
      names_changed: found.names_changed === true,
      tags: Object.fromEntries(Object.entries(part(found.tags)).map(([facet, tags]) => [facet, list(tags)])),
      law: list(found.law),
      source: named(found.source, ["title", "publisher", "url", "jurisdiction", "how_it_reached_us"], words),
      // A draft that was kept before these had fields has them among the rest.
      both: Object.fromEntries(["title", "publisher"].map((name) => [name, named(part(part(found.both ?? part(found.other).both)[name]), LANGUAGES, words)])),
      consent: {
        ...named(found.consent, ["basis", "held_by", "given", "reviewed", "review_by", "expires"], words),
        scope: list(scope), picture: list(part(found.consent).picture), languages: Array.isArray(languages) ? list(languages) : [...LANGUAGES],
      },
      film: { ...named(found.film, FILM, words), scenes: named(part(found.film).scenes, LANGUAGES, words) },
      picture: { shows_people: part(found.picture).shows_people === true, alt: named(part(found.picture).alt, LANGUAGES, words) },
      welsh: named(found.welsh, ["made_by"], words),
      other: {
        fields: words(part(found.other).fields),
        // Titles and publishers of the film in both languages.
        film: Object.fromEntries(["title", "publisher"].map((name) => [name, named(part(part(part(found.other).film)[name]), LANGUAGES, words)])
          .filter(([, both]) => LANGUAGES.every((lang) => flat(both[lang])))),
        // The language of the source, where it is told.
        ...(LANGUAGES.includes(part(found.other).language) ? { language: found.other.language } : {}),
        // What a draft was imported from.
        ...(part(found.other).transcript ? { transcript: named(part(found.other).transcript, TRANSCRIPT, words) } : {}),
        heard: Object.fromEntries(["voice"].map((name) => [name, list(part(part(found.other).heard)[name])]).filter(([, who]) => who.length)),
        // A name that would lead out of the folder is no name of a story's file.
        files: (Array.isArray(part(found.other).files) ? found.other.files : [])
          .filter((file) => words(part(file).name).split("/").every((step) => STEP.test(step)))
          .filter(({ text, base64 }) => typeof text === "string" || isBase64(base64)),
      },
      texts: Object.fromEntries(LANGUAGES.map((lang) => {
        const told = part(part(found.texts)[lang]);
        // A draft that was kept before stories had two lists has one.
        return [lang, named({ ...told, afterwards: told.afterwards ?? told.questions }, PARTS, words)];
      })),
    };
  }

  window.wmStoryFiles = { inBoth, LANGUAGES, PAUSE, HEADINGS, ID, blocksOf, without, clean, shaped, freeId, idFrom, lines, questions, flat, seconds, told, filmed, FILM, TIMES, PICTURE };
})();
