/* A reader's sessions as a link and as a file, and back: whatever comes from elsewhere may be cut short, huge or anything else. */
(function () {
  "use strict";
  const LETTERS = { story: "s", question: "q", card: "c" };
  const KINDS = Object.fromEntries(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind]));
  const NAME = "what-matters-sessions";
  const VERSION = 1;
  const LARGEST = 200000; // bytes; five hundred sessions have a tenth of them
  const MOST = 60; // people, and copies

  const amount = (given, otherwise) => (/^\d{1,2}$/.test(String(given)) && given >= 1 && given <= MOST ? Number(given) : otherwise);
  const list = (given) => (Array.isArray(given) ? given : []);
  const object = (given) => (given && typeof given === "object" ? given : {});

  /** Which questions are asked, by story, as far as it has the form of that and the stories are there. */
  function asksOf(given, items) {
    return Object.fromEntries(Object.entries(object(given)).filter(([id, text]) => items.includes(`story:${id}`) && window.wmAsked.is(text)));
  }

  /** Sessions with whatever `kept` lacks or has wrong, as the page has them at first: `first` has lang, minutes, people, lengths. */
  function whole(kept, first) {
    const titles = object(kept.titles);
    const title = (code) => (typeof titles[code] === "string" ? titles[code].slice(0, 80) : "");
    const items = window.wmTray.items(kept.items);
    return {
      items,
      asks: asksOf(kept.asks, items),
      lang: ["cy", "en", "both"].includes(kept.lang) ? kept.lang : first.lang,
      rules: kept.rules !== false,
      minutes: first.lengths.includes(Number(kept.minutes)) ? Number(kept.minutes) : first.minutes,
      people: amount(kept.people, first.people),
      copies: amount(kept.copies, 1),
      titles: { en: title("en"), cy: title("cy") },
    };
  }

  /** What a link holds after its #; nothing where there is nothing to hold. */
  function hash({ items, asks, lang, rules, minutes, people, copies }, first) {
    const names = items.map((item) => {
      const [kind, name] = item.split(":");
      return `${LETTERS[kind]}.${name.replace("/", ".")}`;
    });
    const chosen = Object.entries(asks).map(([id, text]) => `${id}.${text}`);
    const more = [
      chosen.length ? `&asks=${chosen.join("~")}` : "",
      rules ? "" : "&rules=no", minutes === first.minutes ? "" : `&minutes=${minutes}`,
      people === first.people ? "" : `&people=${people}`, copies === 1 ? "" : `&copies=${copies}`,
    ];
    return items.length ? `#pack=${names.join("~")}&lang=${lang}${more.join("")}` : "";
  }

  /** What somebody gave, as {sessions, left: how many names in it cannot be used}; or {wrong: why it cannot be read}. */
  function taken(given, first) {
    const names = list(given.items);
    const sessions = whole(given, first);
    const count = (asks) => Object.keys(object(asks)).length;
    const left = new Set(names).size - sessions.items.length + count(given.asks) - count(sessions.asks);
    return sessions.items.length ? { sessions, left } : { wrong: "not-ours" };
  }

  /** The sessions of a link; null where its # is no choice. */
  function fromHash(text, first) {
    const given = new URLSearchParams(text.replace(/^#/, ""));
    if (!given.has("pack")) return null;
    const items = given.get("pack").split("~").filter(Boolean).map((name) => {
      const [letter, start, ...more] = name.split(".");
      return `${KINDS[letter]}:${[start, ...more].join("/")}`;
    });
    const { minutes, people, copies, lang } = Object.fromEntries(given);
    const asks = Object.fromEntries((given.get("asks") || "").split("~").filter(Boolean).map((one) => one.split(/\.(.*)/)));
    return taken({ items, asks, lang, rules: given.get("rules") !== "no", minutes, people, copies }, first);
  }

  /** A file's text for some sessions. */
  const toFile = (sessions) => `${JSON.stringify({ format: NAME, version: VERSION, ...sessions }, null, 2)}\n`;

  /** The stories of a file for a pack, which is a recipe: other things in it are chosen by groups. */
  function fromRecipe(text) {
    const pinned = /^ {2}pinned: (\[.*\])$/m.exec(text);
    const ids = pinned ? list(JSON.parse(pinned[1])) : [];
    return { items: ids.map((id) => `story:${id}`) };
  }

  async function fromFile(file, first) {
    if (file.size > LARGEST) return { wrong: "too-large" };
    try {
      const text = (await file.text()).replace(/^\ufeff/, "");
      if (!text.trimStart().startsWith("{")) return taken(fromRecipe(text), first);
      const given = object(JSON.parse(text));
      if (given.format !== NAME) return { wrong: "not-ours" };
      return given.version === VERSION ? { ...taken(given, first), used: given.used } : { wrong: "other-version" };
    } catch { return { wrong: "not-ours" }; }
  }

  window.wmSavedSessions = { whole, hash, fromHash, toFile, fromFile };
})();
