/* The fields of a tool's sheet, and what they hold: `window.wmTool`, on which the other parts of the kit stand.
   Values are plain: {part: {field: text}}, {part: {row: {field: text}}} where rows have names, {part: [{field: text}]} where
   they have none. What a field holds at first is left out, so an empty sheet is {}. */
(function () {
  "use strict";
  const root = document.querySelector("[data-wm-tool]");
  if (!root || !window.wmData) return;
  const say = window.wmData.words(root);
  const parts = Array.from(root.querySelectorAll("[data-wm-part]"));
  const listeners = [];

  const fieldsIn = (place) => Array.from(place.querySelectorAll("[data-wm-field]"));
  const rowsIn = (part) => Array.from(part.querySelectorAll("[data-wm-row]"));
  const inputs = (field) => Array.from(field.querySelectorAll("input, textarea"));
  const isList = (field) => ["choice", "score", "match"].includes(field.dataset.kind);

  function first(field) { return isList(field) ? "" : inputs(field)[0].defaultValue; }
  function get(field) {
    return isList(field) ? (inputs(field).find((input) => input.checked) || { value: "" }).value : inputs(field)[0].value;
  }
  function set(field, value) {
    if (isList(field)) inputs(field).forEach((input) => { input.checked = input.value === value; });
    else inputs(field)[0].value = value;
  }
  const filled = (object) => (Object.keys(object).length ? object : null);
  function held(place) {
    return Object.fromEntries(fieldsIn(place).map((field) => [field.dataset.wmField, field]).filter(([, field]) => get(field) !== first(field))
      .map(([name, field]) => [name, get(field)]));
  }

  /** All that was filled in. */
  function values() {
    return Object.fromEntries(parts.map((part) => {
      const { shape } = part.dataset;
      if (shape === "fields") return [part.dataset.wmPart, filled(held(part))];
      const rows = rowsIn(part).map((row) => [row.dataset.wmRow, held(row)]);
      if (shape === "named") return [part.dataset.wmPart, filled(Object.fromEntries(rows.filter(([, row]) => filled(row))))];
      while (rows.length && !filled(rows[rows.length - 1][1])) rows.pop();
      return [part.dataset.wmPart, rows.length ? rows.map(([, row]) => row) : null];
    }).filter(([, value]) => value));
  }

  /* What comes from elsewhere --------------------------------------------------------------------------------- */

  const isObject = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
  const label = (field) => field.querySelector("[data-wm-label]").textContent;
  const FORM = { number: /^\d{0,3}$/, scores: /^[\d ,]*$/, score: /^([1-9]|10)?$/, short: /^[^\r\n]*$/ };

  /** What is wrong with a value for a field: nothing, odd, too-much. */
  function wrongFor(field, value) {
    const { kind } = field.dataset;
    if (typeof value !== "string") return "odd";
    if (FORM[kind] && !FORM[kind].test(value)) return "odd";
    if (kind === "choice" || kind === "match") return !value || inputs(field).some((input) => input.value === value) ? "" : "odd";
    if (kind === "date") {
      const [input] = inputs(field);
      const day = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);
      return !value || (day && value >= input.min && value <= input.max) ? "" : "odd";
    }
    return value.length > Number(inputs(field)[0].getAttribute("maxlength") || Infinity) ? "too-much" : "";
  }

  /** What is wrong with values for the fields of one place: {wrong, field}, or nothing. */
  function wrongWithin(place, given) {
    if (!isObject(given)) return { wrong: "broken" };
    const fields = new Map(fieldsIn(place).map((field) => [field.dataset.wmField, field]));
    for (const [name, value] of Object.entries(given)) {
      if (!fields.has(name)) return { wrong: "broken" };
      const wrong = wrongFor(fields.get(name), value);
      if (wrong) return { wrong, field: label(fields.get(name)) };
    }
    return null;
  }
  function wrongPart(part, given) {
    const { shape } = part.dataset;
    if (shape === "fields") return wrongWithin(part, given);
    if (shape === "named") {
      if (!isObject(given)) return { wrong: "broken" };
      const rows = new Map(rowsIn(part).map((row) => [row.dataset.wmRow, row]));
      return Object.entries(given).map(([name, row]) => (rows.has(name) ? wrongWithin(rows.get(name), row) : { wrong: "broken" })).find(Boolean);
    }
    if (!Array.isArray(given)) return { wrong: "broken" };
    if (given.length > Number(part.dataset.most)) return { wrong: "too-much", field: part.querySelector("h3").textContent };
    return given.map((row) => wrongWithin(rowsIn(part)[0], row)).find(Boolean);
  }

  /** What is wrong with values that come from a file or a browser: {wrong: broken, odd or too-much, field: its label}; or nothing. */
  function wrong(given) {
    if (!isObject(given)) return { wrong: "broken" };
    const known = new Map(parts.map((part) => [part.dataset.wmPart, part]));
    return Object.entries(given).map(([name, value]) => (known.has(name) ? wrongPart(known.get(name), value) : { wrong: "broken" })).find(Boolean) || null;
  }

  /** Put values on the screen, in place of all that is there. They must be sound: ask `wrong` first. */
  function show(given) {
    const fill = (place, some) => fieldsIn(place).forEach((field) => {
      const name = field.dataset.wmField;
      set(field, Object.hasOwn(some, name) ? some[name] : first(field));
    });
    parts.forEach((part) => {
      const { shape, wmPart, rows } = part.dataset;
      const some = Object.hasOwn(given, wmPart) ? given[wmPart] : {};
      if (shape === "fields") { fill(part, some); return; }
      if (shape === "open") tool.setRows(part, Math.max(Number(rows), some.length || 0));
      rowsIn(part).forEach((row, i) => {
        const name = shape === "open" ? i : row.dataset.wmRow;
        fill(row, Object.hasOwn(some, name) ? some[name] : {});
      });
    });
    changed();
  }

  function changed() { listeners.forEach((act) => act()); }

  const two = (n) => String(n).padStart(2, "0");
  const tool = (window.wmTool = {
    root, say, parts, fieldsIn, rowsIn, get, set, first, label, values, wrong, show, changed,
    id: root.dataset.wmTool,
    /** What a tool's own script changes of a Word file: functions that take the sheet's blocks for `wmWord` and give others. */
    inWord: [],
    /** What a saved sheet says of itself. */
    FORMAT: "what-matters-tool",
    /** A tool's own way to make the values of several sheets those of one: takes their list, and the kit's own way to do it. */
    merge: null,
    /** Scores from low to high, so that their order says nothing of who gave them. */
    inOrder: (text) => text.split(/[ ,]+/).filter(Boolean).sort((a, b) => a - b).join(" "),
    title: root.dataset.title,
    version: Number(root.dataset.version),
    lang: document.documentElement.lang.slice(0, 2),
    /** Do `act` whenever something was filled in, by hand or from a file. */
    listen(act) { listeners.push(act); },
    /** One field, by its names; the row's name, or its number from 1, where the part has rows. */
    field(part, name, row) {
      const within = row ? ` [data-wm-row="${row}"]` : "";
      const place = root.querySelector(`[data-wm-part="${part}"]${within}`);
      return place && place.querySelector(`[data-wm-field="${name}"]`);
    },
    /** A day in words, from what a date field holds. */
    day(value) {
      if (!value) return "";
      const [year, month, number] = value.split("-").map(Number);
      return [number, say(`month-${month}`), year].join(" ");
    },
    today() {
      const now = new Date();
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
    /** Say what has been done, beside the button that did it. */
    tell(words, near) {
      root.querySelectorAll("[data-wm-said]").forEach((one) => { one.textContent = ""; });
      const bar = (near && near.closest("[data-wm-bar]")) || root.querySelector("[data-wm-bar]:last-of-type");
      bar.querySelector("[data-wm-said]").textContent = words;
    },
  });
  /** What cannot stand in a field of figures is not taken: it would not be read from a file again. */
  function figuresOnly(input) {
    const kind = input.closest("[data-wm-field]")?.dataset.kind;
    if (kind === "number" && /\D/.test(input.value)) input.value = input.value.replace(/\D/g, "");
    if (kind === "scores" && /[^\d ,]/.test(input.value)) input.value = input.value.replace(/[^\d ,]+/g, " ");
  }
  root.addEventListener("input", (event) => {
    figuresOnly(event.target);
    changed();
  });
  root.addEventListener("submit", (event) => event.preventDefault());
})();
