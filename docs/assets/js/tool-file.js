/* A tool's sheets that the reader saved as files, opened again. What is in a file may be anything. It comes when one is opened. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const LARGEST = 1000000; // bytes; a sheet that is written full has a tenth of them

  /** A file's values: {values}, or {wrong, field}: too-large, broken, other-tool, other-version, odd or too-much. */
  async function read(file) {
    if (file.size > LARGEST) return { wrong: "too-large" };
    let given;
    try { given = JSON.parse((await file.text()).replace(/^\ufeff/, "")); } catch { return { wrong: "broken" }; }
    if (!given || given.format !== tool.FORMAT) return { wrong: "broken" };
    if (given.tool !== tool.id) return { wrong: "other-tool" };
    if (given.version !== tool.version) return { wrong: "other-version" };
    return tool.wrong(given.values) || { values: given.values };
  }

  /* Several as one -------------------------------------------------------------------------------------------- */

  function merged(place, some) {
    return Object.fromEntries(tool.fieldsIn(place).map((field) => {
      const said = some.map((one) => one[field.dataset.wmField]).filter(Boolean);
      // Whatever is written is kept, one below the other; of answers that rule each other out, those that all gave.
      const same = said.every((one) => one === said[0]) ? said[0] : "";
      const all = { long: [...new Set(said)].join("\n"), short: [...new Set(said)].join("; "), scores: tool.inOrder(said.join(" ")) }[field.dataset.kind];
      return [field.dataset.wmField, all === undefined ? same : all];
    }).filter(([, value]) => value));
  }

  /** The values of several sheets as those of one. */
  function joined(list) {
    return Object.fromEntries(tool.parts.map((part) => {
      const { shape, wmPart } = part.dataset;
      const some = list.map((values) => values[wmPart]).filter(Boolean);
      if (shape === "open") return [wmPart, some.flat().filter((row) => Object.keys(row).length)];
      if (shape === "fields") return [wmPart, merged(part, some)];
      return [wmPart, Object.fromEntries(tool.rowsIn(part).map((row) => {
        const name = row.dataset.wmRow;
        return [name, merged(row, some.map((rows) => rows[name]).filter(Boolean))];
      }))];
    }));
  }

  /** What several files hold: {values, n: how many}, or what is wrong with the first that cannot be used, and its name. */
  async function readAll(files) {
    const list = [];
    for (const file of files) {
      const found = await read(file);
      if (found.wrong) return { ...found, file: file.name };
      list.push(found.values);
    }
    if (list.length === 1) return { values: list[0], n: 1, file: files[0].name };
    const values = tool.merge ? tool.merge(list, joined) : joined(list);
    const wrong = tool.wrong(values);
    return wrong ? { ...wrong, wrong: "too-much-joined" } : { values, n: list.length };
  }

  tool.readAll = readAll;
})();
