/* A story as the files of its folder, written and read again. The bytes are those that
   scripts/whatmatters/library/story_files.py writes: every value in quotation marks, so that nothing typed is taken for YAML.

   A story here is what the fields of the page hold: {id, kind, emblem, collection, tags: {facet: [id]}, law: [id], source, provenance,
   names_changed, film, consent, welsh, owner, texts: {en, cy}, other: {fields, both, film, files}}; of a text, each line of `before` and `after`
   is a paragraph, each line of `at_pause` and `afterwards` a question; of a film's scenes, each line is a time and what is there. `id` is that of an opened folder, or empty; `other` is what a folder that was opened held besides, word for word:
   it is written again as it was. */
(function () {
  "use strict";
  const LANGUAGES = ["en", "cy"];
  const PAUSE = "<!-- pause -->";
  /** What stands over each list of questions; and over the one list that stories had before, which is asked afterwards. */
  const HEADINGS = {
    at_pause: { en: "## At the pause", cy: "## Wrth y saib" },
    afterwards: { en: "## Afterwards", cy: "## Wedyn" },
  };
  const ONE_LIST = { en: "## Questions", cy: "## Cwestiynau" };
  const PARTS = ["title", "summary", "before", "after", "at_pause", "afterwards"];
  const LONGEST = 48;
  const FIELDS = ["kind", "emblem", "tags", "law", "source", "provenance", "names_changed", "consent", "welsh", "owner"];

  /** The fields of a film in their order; those that are times. */
  const FILM = ["title", "publisher", "language", "url", "length", "begins", "pause", "ends"];
  const TIMES = ["length", "begins", "pause", "ends"];
  const SCENE = ["at", "en", "cy"];

  /** A file's or folder's name that any computer takes, and that leads nowhere else. */
  const STEP = /^[^.\s\p{C}/\\:*?"<>|][^\p{C}/\\:*?"<>|]*$/u;
  const TRANSCRIPT = ["name", "format", "sha256"];

  /* Writing ---------------------------------------------------------------------------------------------------- */

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

  function quoted(text) { return JSON.stringify(flat(text)); }
  function scalar(value) {
    if (Array.isArray(value)) return `[${value.map(quoted).join(", ")}]`;
    return value === null || typeof value === "boolean" ? String(value) : quoted(value);
  }
  function yaml(fields, indent) {
    const inner = `${indent}    `;
    return Object.entries(fields).map(([name, value]) => {
      if (Array.isArray(value) && typeof value[0] === "object") {
        return [`${indent}${name}:\n`, ...value.map((one) => `${indent}  - ${yaml(one, inner).slice(inner.length)}`)].join("");
      }
      return value !== null && typeof value === "object" && !Array.isArray(value)
        ? `${indent}${name}:\n` + yaml(value, `${indent}  `) : `${indent}${name}: ${scalar(value)}\n`;
    }).join("");
  }

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
  /** The scenes of both languages, [{at, en, cy}], in the order of their times; what one of them lacks is empty. */
  function scenes(film) {
    const found = new Map();
    LANGUAGES.forEach((lang) => {
      const met = {};
      told(film.scenes[lang]).forEach((one) => {
        const time = Number.isNaN(seconds(one.at)) ? one.at : seconds(one.at);
        met[time] = (met[time] || 0) + 1;
        const key = `${time} ${met[time]}`;
        if (!found.has(key)) found.set(key, { at: one.at, en: "", cy: "" });
        found.get(key)[lang] = one.told;
      });
    });
    const order = ({ at }) => (Number.isNaN(seconds(at)) ? Infinity : seconds(at));
    return [...found.values()].sort((a, b) => (order(a) === order(b) ? 0 : order(a) - order(b)));
  }
  /** Is anything said of a film? */
  function filmed(story) {
    const { film } = story;
    return Object.keys(story.other.film).length > 0 || FILM.some((name) => name !== "language" && flat(film[name])) || LANGUAGES.some((lang) => lines(film.scenes[lang]).length);
  }
  function film(story) {
    const known = FILM.map((name) => [name, flat(story.film[name]) || story.other.film[name]])
      .filter(([name, words]) => words && !(name === "language" && words === LANGUAGES[0]));
    const shown = scenes(story.film);
    return { ...Object.fromEntries(known), ...(shown.length ? { scenes: shown } : {}) };
  }
  /** A film of a file as the page's fields have it. Throws where it holds what they could not. */
  function opened(found) {
    const unlike = (some, names) => some === null || typeof some !== "object" || Object.keys(some).some((name) => !names.includes(name));
    const shown = found.scenes ?? [];
    const plain = (name) => typeof (found[name] ?? "") === "string" || (["title", "publisher"].includes(name) && !unlike(found[name], LANGUAGES));
    if (unlike(found, [...FILM, "scenes"]) || !FILM.every(plain) || !Array.isArray(shown)
      || shown.some((one) => unlike(one, SCENE) || !SCENE.every((name) => typeof (one[name] ?? "") === "string"))) throw new Error("not-story");
    const line = (one, lang) => (one[lang] ? [`${one.at || ""} ${one[lang]}`] : []);
    return { ...found, language: found.language || LANGUAGES[0],
      scenes: Object.fromEntries(LANGUAGES.map((lang) => [lang, shown.flatMap((one) => line(one, lang)).map(flat).join("\n")])) };
  }

  function facts(story, known) {
    const { source, consent } = story;
    const held = {
      basis: consent.basis, held_by: flat(consent.held_by) || null, scope: consent.scope, languages: consent.languages,
      given: consent.given || null, reviewed: consent.reviewed, review_by: consent.review_by, expires: consent.expires || null,
      // Consent to a recording has no field here, and is handed on as it was.
      ...story.other.heard,
    };
    return {
      kind: story.kind,
      ...(flat(story.emblem) ? { emblem: story.emblem } : {}),
      tags: Object.fromEntries(Object.entries(story.tags).filter(([, tags]) => tags.length)),
      law: story.law,
      source: {
        // A title that stands in both languages has no field here: it is kept, unless one is written in its place.
        ...Object.fromEntries(["title", "publisher", "url", "jurisdiction"]
          .map((name) => [name, flat(source[name]) ? source[name] : story.other.both[name]]).filter(([, words]) => words)),
        how_it_reached_us: source.how_it_reached_us,
        ...(story.other.language ? { language: story.other.language } : {}),
        ...(story.other.transcript ? { transcript: story.other.transcript } : {}),
      },
      ...(filmed(story) ? { film: film(story) } : {}),
      provenance: story.provenance,
      names_changed: story.names_changed,
      consent: Object.fromEntries(Object.entries(held).filter(([name, value]) => value !== null && known.includes(name))),
      welsh: { made_by: story.welsh.made_by },
      owner: story.owner,
    };
  }

  function markdown(text, lang) {
    const [before, after] = [lines(text.before), lines(text.after)];
    const paused = after.length > 0 || !before.length;
    const lists = Object.entries(HEADINGS).flatMap(([name, heading]) => {
      const asked = questions(text[name]).map((q) => `- ${q}`).join("\n");
      return asked || paused || name === "afterwards" ? [heading[lang], ...(asked ? [asked] : [])] : [];
    });
    const blocks = [...before, ...(paused ? [PAUSE] : []), ...after, ...lists];
    return [`---\ntitle: ${quoted(text.title)}\nsummary: ${quoted(text.summary)}\n---\n`, ...blocks.map((block) => `\n${block}\n`)].join("");
  }

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

  /** The files of a story's folder: [{name, text}], and of what is no text [{name, bytes}]. `known` are the fields of consent that the library knows. */
  function write(story, id, known) {
    const folder = `${story.collection || "practice-examples"}/${id}`;
    return [
      { name: `${folder}/story.yml`, text: yaml(facts(story, known), "") + (filmed(story) ? without(story.other.fields, "film") : story.other.fields) },
      ...LANGUAGES.map((lang) => ({ name: `${folder}/${lang}.md`, text: markdown(story.texts[lang], lang) })),
      ...story.other.files.map((file) => ({ ...inside(file), name: `${folder}/${file.name}` })),
    ];
  }

  /** What stands in a file that is handed on. A draft is kept as text, so what is no text is kept in base64. */
  function inside({ text, base64 }) {
    return base64 === undefined ? { text } : { bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) };
  }
  function handedOn(name, file) {
    try { return { name, text: textOf(file) }; } catch { /* Then it is a picture, or the like. */ }
    return { name, base64: btoa(Array.from(file.bytes, (byte) => String.fromCharCode(byte)).join("")) };
  }

  /* Reading ---------------------------------------------------------------------------------------------------- */

  const NOT_TEXT = new Map([["true", true], ["false", false], ["null", null], ["~", null], ["", null]]);

  /** What stands after a field's name, as we write it or as people write it by hand: text in quotation marks, plain words,
      [a, b], {a: b}. Throws where it is something else. */
  function value(text) {
    let at = 0;
    const take = (pattern) => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      at += match ? match[0].length : 0;
      return match ? match[0] : null;
    };
    function many(end, read) {
      const found = [];
      at += 1;
      for (take(/ */y); text[at] !== end; take(/ */y)) {
        found.push(read());
        take(/ */y);
        // What ends neither here nor in a comma cannot be read, and would be tried for ever.
        if (text[at] !== end) needed(/,/y);
      }
      at += 1;
      return found;
    }
    function needed(pattern) {
      const found = take(pattern);
      if (found === null) throw new Error("not-story");
      return found;
    }
    function inMarks() {
      return text[at] === '"' ? JSON.parse(needed(/"(?:[^"\\]|\\.)*"/y)) : needed(/'(?:[^']|'')*'/y).slice(1, -1).replace(/''/g, "'");
    }
    function key() { return /["']/.test(text[at]) ? inMarks() : needed(/[a-z0-9_-]+/y); }
    function one(plain) {
      take(/ */y);
      if (/["']/.test(text[at])) return inMarks();
      if (text[at] === "[") return many("]", () => one(/[^,\]]+/y));
      if (text[at] === "{") return Object.fromEntries(many("}", () => [key(), take(/ *:/y) && one(/[^,}]+/y)]));
      const words = (take(plain) || "").replace(/(^| +)#.*$/, "").trim();
      return NOT_TEXT.has(words) ? NOT_TEXT.get(words) : words;
    }
    const found = one(/.*/y);
    // What stands behind a value would be lost: only a remark may.
    if (!/^ *$|^ +#/.test(text.slice(at))) throw new Error("not-story");
    return found;
  }

  /** The fields of a YAML text of the plain kind that a story has. Throws where it is of another kind. */
  function fields(text) {
    const found = Object.create(null);
    const levels = [{ depth: -1, inside: found }];
    const top = () => levels[levels.length - 1];
    clean(text).split("\n").forEach((written) => {
      let line = written;
      if (/^\s*(#.*)?$/.test(line)) return;
      // One of a list: {a: b}, or a field with others below it.
      const item = /^( *)(- +)(\S.*)$/.exec(line);
      if (item) {
        while (top().depth >= item[1].length) levels.pop();
        const list = top();
        if (!list.holder || Object.keys(list.inside).length) throw new Error("not-story");
        list.many ||= (list.holder[list.name] = []);
        list.many.push(item[3][0] === "{" ? value(item[3]) : Object.create(null));
        if (item[3][0] === "{") return;
        levels.push({ depth: item[1].length, inside: list.many.at(-1) });
        line = `${item[1]}${" ".repeat(item[2].length)}${item[3]}`;
      }
      const match = /^( *)([a-z][a-z0-9_-]*):(?: +(.*)|)$/.exec(line);
      if (!match) throw new Error("not-story");
      const depth = match[1].length;
      while (top().depth >= depth) levels.pop();
      const { inside, many } = top();
      if (many) throw new Error("not-story");
      if (match[3] === undefined || /^#/.test(match[3])) {
        inside[match[2]] = Object.create(null);
        levels.push({ depth, inside: inside[match[2]], holder: inside, name: match[2] });
      } else inside[match[2]] = value(match[3]);
    });
    return found;
  }

  /** A story's YAML, each field of it with what is inside. */
  function blocksOf(text) { return clean(text).split(/^(?=[^\s#])/m); }
  /** It without one of its fields. */
  function without(text, name) { return blocksOf(text).filter((block) => !block.startsWith(`${name}:`)).join(""); }

  /** The text of a story's YAML in two: the fields that the page has, and those that it only hands on. */
  function parted(text) {
    const blocks = blocksOf(text);
    const own = (block) => FIELDS.includes(block.split(":")[0]) || /^\s*(#|$)/.test(block);
    if (!blocks.every((block) => own(block) || /^[a-z][a-z_]*:/.test(block))) throw new Error("not-story");
    return [blocks.filter(own).join(""), blocks.filter((block) => !own(block)).map((block) => block.replace(/\n*$/, "\n")).join("")];
  }

  /** A file's text, to the letter. Throws where it is none. */
  function textOf(file) { return file.text ?? new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file.bytes); }

  function text(file, lang) {
    const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(clean(file));
    if (!match) throw new Error("not-story");
    const front = fields(match[1]);
    const story = [];
    const lists = { at_pause: [], afterwards: [] };
    const named = Object.entries({ ...HEADINGS, one_list: ONE_LIST });
    let into = story;
    match[2].split("\n").forEach((line) => {
      const heading = named.find(([, one]) => one[lang].toLowerCase() === line.trim().toLowerCase());
      if (heading) into = lists[heading[0]] || lists.afterwards;
      else into.push(line);
    });
    const cut = story.findIndex((line) => line.trim() === PAUSE);
    // Lines of one paragraph are joined: in the fields of the page a line is a paragraph.
    const paragraphs = (some) => some.join("\n").split(/\n\s*\n/).map(flat).filter(Boolean).join("\n");
    return {
      title: front.title ?? "", summary: front.summary ?? "",
      before: paragraphs(cut < 0 ? story : story.slice(0, cut)), after: paragraphs(cut < 0 ? [] : story.slice(cut + 1)),
      ...Object.fromEntries(Object.entries(lists).map(([name, asked]) => [name,
        questions(asked.join("\n").replace(/\n +(?=\S)/g, " ")).join("\n")])),
    };
  }

  /** The story that files of a folder hold, each with its text or its bytes. Throws an Error `not-story` for anything else. */
  function read(files) {
    const facts_ = files.find((file) => /(^|\/)story\.yml$/.test(file.name));
    if (!facts_) throw new Error("not-story");
    const folder = facts_.name.replace(/story\.yml$/, "");
    try {
      const [own, handed] = parted(textOf(facts_));
      const found = fields(own);
      let more = handed;
      try {
        const block = blocksOf(handed).find((one) => one.startsWith("film:"));
        if (block) {
          found.film = opened(fields(block).film);
          more = without(handed, "film");
        }
      } catch { /* A film that the page's fields cannot hold is handed on as it is. */ }
      const part = (name) => files.find((file) => file.name === `${folder}${name}`);
      const texts = LANGUAGES.map((lang) => [lang, part(`${lang}.md`) ? text(textOf(part(`${lang}.md`)), lang) : null]);
      const rest = files.filter((file) => file.name.startsWith(folder) && !/^(story\.yml|(en|cy)\.md)$/.test(file.name.slice(folder.length)));
      const { transcript, language } = found.source || {};
      const heard = found.consent;
      const other = { fields: more, both: found.source, film: found.film, transcript, language, heard, files: rest.map((file) => handedOn(file.name.slice(folder.length), file)) };
      return shaped({ ...found, other, id: folder.split("/").at(-2), collection: folder.split("/").at(-3), texts: Object.fromEntries(texts) });
    } catch { throw new Error("not-story"); }
  }

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
      id: words(found.id), kind: words(found.kind), emblem: words(found.emblem), collection: words(found.collection), provenance: words(found.provenance), owner: words(found.owner),
      names_changed: found.names_changed === true,
      tags: Object.fromEntries(Object.entries(part(found.tags)).map(([facet, tags]) => [facet, list(tags)])),
      law: list(found.law),
      source: named(found.source, ["title", "publisher", "url", "jurisdiction", "how_it_reached_us"], words),
      consent: {
        ...named(found.consent, ["basis", "held_by", "given", "reviewed", "review_by", "expires"], words),
        scope: list(scope), languages: Array.isArray(languages) ? list(languages) : [...LANGUAGES],
      },
      film: { ...named(found.film, FILM, words), scenes: named(part(found.film).scenes, LANGUAGES, words) },
      welsh: named(found.welsh, ["made_by"], words),
      other: {
        fields: words(part(found.other).fields),
        // Titles and publishers in both languages: of the source, of its film.
        ...Object.fromEntries(["both", "film"].map((of) => [of, Object.fromEntries(["title", "publisher"]
          .map((name) => [name, named(part(part(part(found.other)[of])[name]), LANGUAGES, words)]).filter(([, both]) => LANGUAGES.every((lang) => flat(both[lang]))))])),
        // The language of the source, where it is told.
        ...(LANGUAGES.includes(part(found.other).language) ? { language: found.other.language } : {}),
        // What a draft was imported from.
        ...(part(found.other).transcript ? { transcript: named(part(found.other).transcript, TRANSCRIPT, words) } : {}),
        heard: Object.fromEntries(["voice", "picture"].map((name) => [name, list(part(part(found.other).heard)[name])]).filter(([, who]) => who.length)),
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

  window.wmStoryFiles = { write, read, shaped, freeId, idFrom, lines, questions, flat, seconds, told, filmed, FILM, TIMES };
})();
