/* The files of a story's folder, read as story-files.js wrote them or as people write them by hand. The page asks for this
   when something is opened. */
(function () {
  "use strict";
  const { LANGUAGES, PAUSE, HEADINGS, FILM, blocksOf, without, clean, flat, questions, shaped } = window.wmStoryFiles;
  /** What stood over the one list of questions that stories had before, which is asked afterwards. */
  const ONE_LIST = { en: "## Questions", cy: "## Cwestiynau" };
  const FIELDS = ["kind", "emblem", "tags", "law", "source", "provenance", "names_changed", "consent", "welsh", "owner"];
  const SCENE = ["at", "en", "cy"];

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

  /** What a file says of a picture, as the page's fields have it. Throws where it says more than they could hold. */
  function onIt(found) {
    const only = (some, names) => some !== null && typeof some === "object" && Object.keys(some).every((name) => names.includes(name));
    if (!only(found, ["shows_people", "alt"]) || typeof found.shows_people !== "boolean" || !only(found.alt, LANGUAGES)
      || LANGUAGES.some((lang) => typeof found.alt[lang] !== "string")) throw new Error("not-story");
    return found;
  }

  function handedOn(name, file) {
    try { return { name, text: textOf(file) }; } catch { /* Then it is a picture, or the like. */ }
    return { name, base64: btoa(Array.from(file.bytes, (byte) => String.fromCharCode(byte)).join("")) };
  }

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
      try {
        const block = blocksOf(more).find((one) => one.startsWith("picture:"));
        if (block) {
          found.picture = onIt(fields(block).picture);
          more = without(more, "picture");
        }
      } catch { /* Nor can it be always of a picture. */ }
      const part = (name) => files.find((file) => file.name === `${folder}${name}`);
      const texts = LANGUAGES.map((lang) => [lang, part(`${lang}.md`) ? text(textOf(part(`${lang}.md`)), lang) : null]);
      const rest = files.filter((file) => file.name.startsWith(folder) && !/^(story\.yml|(en|cy)\.md|(add-a-story|ychwanegu-stori)\.html)$/.test(file.name.slice(folder.length)));
      const { transcript, language } = found.source || {};
      const heard = found.consent;
      const other = { fields: more, film: found.film, transcript, language, heard, files: rest.map((file) => handedOn(file.name.slice(folder.length), file)) };
      // No card of a draft that was just imported is printed: its id may still change.
      const id = folder.split("/").at(-2);
      const was = rest.some((file) => file.name === `${folder}import-report.md`) ? "" : id;
      return shaped({ ...found, both: found.source, other, id, was, collection: folder.split("/").at(-3), texts: Object.fromEntries(texts) });
    } catch { throw new Error("not-story"); }
  }

  window.wmStoryFiles.read = read;
})();
