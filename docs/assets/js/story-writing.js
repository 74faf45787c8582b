/* A story as the files of its folder, for story-files.js, which says what a story is; it comes when the first one is saved. The bytes are
   those that scripts/whatmatters/library/story_files.py writes: every value in quotation marks, so that nothing typed is taken for YAML. */
(function () {
  "use strict";
  const { LANGUAGES, PAUSE, HEADINGS, FILM, PICTURE, flat, lines, questions, told, seconds, filmed, without, inBoth } = window.wmStoryFiles;

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

  function film(story) {
    const known = FILM.map((name) => [name, flat(story.film[name]) || story.other.film[name]])
      .filter(([name, words]) => words && !(name === "language" && words === LANGUAGES[0]));
    const shown = scenes(story.film);
    return { ...Object.fromEntries(known), ...(shown.length ? { scenes: shown } : {}) };
  }

  /** A picture has fields of its own, where those of an opened story could be read. */
  function pictured({ picture, other }) {
    const there = other.files.some(({ name }) => PICTURE.test(name)) || LANGUAGES.some((lang) => flat(picture.alt[lang]));
    return there && !/^picture:/m.test(other.fields);
  }

  function facts(story, known) {
    const { source, consent } = story;
    const held = {
      basis: consent.basis, held_by: flat(consent.held_by) || null, scope: consent.scope, languages: consent.languages,
      given: consent.given || null, reviewed: consent.reviewed, review_by: consent.review_by, expires: consent.expires || null,
      // Consent to a voice has no field here, and is handed on as it was.
      ...story.other.heard,
      picture: consent.picture.length ? consent.picture : null,
    };
    return {
      kind: story.kind,
      ...(flat(story.emblem) ? { emblem: story.emblem } : {}),
      tags: Object.fromEntries(Object.entries(story.tags).filter(([, tags]) => tags.length)),
      law: story.law,
      source: {
        ...Object.fromEntries(["title", "publisher", "url", "jurisdiction"]
          .map((name) => [name, inBoth(story, name) || source[name]]).filter(([, words]) => typeof words !== "string" || flat(words))),
        how_it_reached_us: source.how_it_reached_us,
        ...(story.other.language ? { language: story.other.language } : {}),
        ...(story.other.transcript ? { transcript: story.other.transcript } : {}),
      },
      ...(filmed(story) ? { film: film(story) } : {}),
      ...(pictured(story) ? { picture: { shows_people: story.picture.shows_people, alt: { en: story.picture.alt.en, cy: story.picture.alt.cy } } } : {}),
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

  /** Of a whole story what an import wrote beside it stays behind: its report, and captions that no recording is there for.
      They hold what real people said, word for word, and often their names. */
  function isImported(files) { return files.some(({ name }) => name === "import-report.md"); }
  function withoutImport(files) {
    const imported = isImported(files);
    const recorded = files.some(({ name }) => /^(?:film|sound)\./.test(name));
    return imported ? files.filter(({ name }) => name !== "import-report.md" && (recorded || !/^captions\..*vtt$/.test(name))) : files;
  }

  /** The name of the file that was imported stays behind too: people call it by who speaks. Its hash tells it for sure. */
  function unnamed(story) {
    const { transcript } = story.other;
    if (!transcript) return story;
    const ending = /\.\w{1,5}$/.exec(transcript.name);
    return { ...story, other: { ...story.other, transcript: { ...transcript, name: `transcript${ending ? ending[0] : ""}` } } };
  }

  /** The files of a story's folder: [{name, text}], and of what is no text [{name, bytes}]. `known` are the fields of consent that the library knows. */
  function write(found, id, known, whole = false) {
    const story = whole && isImported(found.other.files) ? unnamed(found) : found;
    const folder = `${story.collection || "practice-examples"}/${id}`;
    return [
      { name: `${folder}/story.yml`, text: yaml(facts(story, known), "") + (filmed(story) ? without(story.other.fields, "film") : story.other.fields) },
      ...LANGUAGES.map((lang) => ({ name: `${folder}/${lang}.md`, text: markdown(story.texts[lang], lang) })),
      ...(whole ? withoutImport(story.other.files) : story.other.files).map((file) => ({ ...inside(file), name: `${folder}/${file.name}` })),
    ];
  }

  /** What stands in a file that is handed on. A draft is kept as text, so what is no text is kept in base64. */
  function inside({ text, base64 }) {
    return base64 === undefined ? { text } : { bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) };
  }

  window.wmStoryFiles.write = write;
})();
