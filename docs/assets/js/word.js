/* A Word document that can be edited, made in the browser: real headings and a real list, its language on every run.
   The form of the parts: ECMA-376, https://ecma-international.org/publications-and-standards/standards/ecma-376/ */
(function () {
  "use strict";
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const PART = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  /** Text within XML: marks escaped, and without the control characters that XML cannot hold. */
  function safe(text) {
    return Array.from(text).filter((c) => c >= " " && c !== "\ufffe" && c !== "\uffff").join("").replace(/[&<>"]/g, (c) => MARKS[c]);
  }

  /** A style of paragraphs; sizes in points, and the height of a line where it is fixed. `more`: what else it says. */
  function style(id, name, { size, before = 0, after, line = 0, bold = false, level = null, next = "Normal", more = "" }) {
    const outline = level === null ? "" : `<w:outlineLvl w:val="${level}"/>`;
    const height = line ? ` w:line="${line * 20}" w:lineRule="exact"` : "";
    const keep = level === null ? "" : "<w:keepNext/>";
    return `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>`
      + `${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:next w:val="${next}"/><w:qFormat/>`
      + `<w:pPr>${keep}${more}<w:spacing w:before="${before * 20}" w:after="${after * 20}"${height}/>${outline}</w:pPr>`
      + `<w:rPr>${bold ? "<w:b/>" : ""}<w:sz w:val="${size * 2}"/></w:rPr></w:style>`;
  }

  /* Tables: widths in shares of the page's, rows that stay whole, and a table on one page with its heading if it fits there.
     One that does not begins where it stands: kept together, it would leave the rest of the page before it empty. */
  const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="555555"/>`).join("");
  // In twentieths of a point: a line to write on within a table, a line of its text, a letter's usual width, and what a page surely holds.
  const WRITTEN = 470;
  const LINE = 270;
  const LETTER = 110;
  const PAGE = 13500;

  /** `rows` of cells {paragraphs: [[text, bold]], lines: room to write}; `width` of the whole, in twentieths of a point. */
  function table(rows, { widths, head = false }, width, words) {
    const all = widths.reduce((sum, one) => sum + one, 0);
    const wide = widths.map((one) => Math.floor((width * one) / all));
    const linesOf = ({ paragraphs }, at) => paragraphs.reduce((sum, [text]) => sum + Math.ceil((text.length * LETTER) / (wide[at] - 200)), 0);
    const tall = (cells) => Math.max(...cells.map((one, at) => Math.max(linesOf(one, at) * LINE, one.lines * WRITTEN)));
    const whole = rows.reduce((sum, cells) => sum + tall(cells), 0) < PAGE;
    const cell = ({ paragraphs }, at, keep) => {
      const kept = `<w:pPr><w:pStyle w:val="TableText"/>${keep ? "<w:keepNext/>" : ""}`;
      const each = (paragraphs.length ? paragraphs : [["", false]]).map(([text, bold]) => `<w:p>${kept}${text ? "" : words("", bold)}</w:pPr>${text ? words(text, bold) : ""}</w:p>`);
      return `<w:tc><w:tcPr><w:tcW w:w="${wide[at]}" w:type="dxa"/></w:tcPr>${each.join("")}</w:tc>`;
    };
    const row = (cells, n) => {
      const lines = Math.max(0, ...cells.map((one) => one.lines));
      const keep = n < rows.length - 1 && (whole || n === 0);
      const inside = cells.map((one, at) => cell(one, at, keep));
      const height = lines ? `<w:trHeight w:val="${Math.round(lines * WRITTEN) + Math.max(...cells.map((one) => one.paragraphs.length)) * 200}" w:hRule="atLeast"/>` : "";
      return `<w:tr><w:trPr><w:cantSplit/>${height}${head && n === 0 ? "<w:tblHeader/>" : ""}</w:trPr>${inside.join("")}</w:tr>`;
    };
    const columns = wide.map((one) => `<w:gridCol w:w="${one}"/>`);
    return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>`
      + '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
      + `<w:tblGrid>${columns.join("")}</w:tblGrid>${rows.map(row).join("")}</w:tbl>`;
  }

  const RULE = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="555555"/><w:between w:val="single" w:sz="4" w:space="1" w:color="555555"/>';

  /** `size`: points of ordinary text, by which headings are larger, and what parts paragraphs too. */
  function styles(locale, size) {
    return `${HEAD}<w:styles ${MAIN}><w:docDefaults><w:rPrDefault><w:rPr>`
      + '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>'
      + `<w:sz w:val="${size * 2}"/><w:lang w:val="${locale}"/></w:rPr></w:rPrDefault></w:docDefaults>`
      + style("Normal", "Normal", { size, after: size - 8 })
      + style("Heading1", "heading 1", { size: size + 6, after: size - 6, bold: true, level: 0 })
      + style("Heading2", "heading 2", { size: size + 2, before: size - 4, after: size - 10, bold: true, level: 1 })
      + style("ListNumber", "List Number", { size, before: size - 8, after: 2, next: "Writing",
        more: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' })
      + style("Writing", "Writing line", { size, after: 0, line: 25, next: "Writing",
        more: `<w:pBdr>${RULE}</w:pBdr>` })
      + style("TableText", "Table Text", { size: Math.min(size, 11), before: 1, after: 1, next: "TableText" })
      + "</w:styles>";
  }

  /** The numbers of so many lists, each from 1. */
  function numbering(lists) {
    const each = Array.from({ length: lists }, (_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="0"/>`
      + '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>').join("");
    return `${HEAD}<w:numbering ${MAIN}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>`
      + '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="ListNumber"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
      + '<w:pPr><w:ind w:left="480" w:hanging="480"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl></w:abstractNum>'
      + `${each}</w:numbering>`;
  }

  const settings = (locale) => `${HEAD}<w:settings ${MAIN}><w:compat><w:compatSetting w:name="compatibilityMode" `
    + 'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    + `<w:themeFontLang w:val="${locale}"/></w:settings>`;

  function types() {
    const parts = [["document", "document.main"], ["styles", "styles"], ["numbering", "numbering"], ["settings", "settings"]]
      .map(([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${PART}.${kind}+xml"/>`).join("");
    return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
      + `<Default Extension="xml" ContentType="application/xml"/>${parts}`
      + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';
  }

  function relations(list) {
    const each = list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`).join("");
    return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each}</Relationships>`;
  }

  /** What a file says of itself. */
  function properties(title, author, locale) {
    return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`
      + `<dc:title>${safe(title)}</dc:title><dc:creator>${safe(author)}</dc:creator><dc:language>${locale}</dc:language></cp:coreProperties>`;
  }

  /** `paragraphs` are [style id, text, more]; an empty one is a line to write on, in the style Writing. `more` may have
      `newPage`; `list`, the number of the list that it belongs to, from 1; and `lead`, how many of its letters are bold.
      ["Table", rows, {widths, head}] stands among them: see `table` above.
      `size`: points of ordinary text; `margin`: of the A4 page, in mm. A Blob comes back. */
  window.wmWord = function ({ lang, title, author, paragraphs, size = 14, margin = 20 }) {
    const locale = `${lang}-GB`;
    const words = (bold) => `<w:rPr>${bold ? "<w:b/>" : ""}<w:lang w:val="${locale}"/></w:rPr>`;
    const run = (text, bold) => (text ? `<w:r>${words(bold)}<w:t xml:space="preserve">${safe(text)}</w:t></w:r>` : "");
    const lists = Math.max(1, ...paragraphs.map(([, , more]) => more?.list || 1));
    const edge = Math.round(margin * 56.7); // twentieths of a point
    const inTable = (text, bold) => (text ? run(text, bold) : words(bold));
    const body = paragraphs.map((block, i) => {
      if (block[0] !== "Table") return paragraph(block, i);
      // Word wants a paragraph after a table: one that takes no room where none follows.
      const end = !paragraphs[i + 1] || paragraphs[i + 1][0] === "Table" ? '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>' : "";
      return table(block[1], block[2], 11906 - 2 * edge, inTable) + end;
    }).join("");
    function paragraph([id, text, { newPage, list = 1, lead = 0 } = {}], i) {
      // A question stays with the lines to write on under it, and what is said of a table with the table.
      const next = paragraphs[i + 1]?.[0];
      const kept = (id === "ListNumber" && next === "Writing") || (id === "Normal" && next === "Table");
      const apart = id === "Normal" && paragraphs[i - 1]?.[0] === "Table";
      return `<w:p><w:pPr><w:pStyle w:val="${id}"/>${kept ? "<w:keepNext/>" : ""}${newPage ? "<w:pageBreakBefore/>" : ""}`
        + (list > 1 ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>` : "") + `${apart ? '<w:spacing w:before="160"/>' : ""}${text ? "" : words(false)}</w:pPr>`
        + `${run(text.slice(0, lead), true)}${run(text.slice(lead), false)}</w:p>`;
    }
    const page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
      + `<w:pgMar w:top="${edge}" w:right="${edge}" w:bottom="${edge}" w:left="${edge}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
    const files = [
      ["[Content_Types].xml", types()],
      ["_rels/.rels", relations([[`${OFFICE}/officeDocument`, "word/document.xml"],
        [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"]])],
      ["docProps/core.xml", properties(title, author, locale)],
      ["word/_rels/document.xml.rels", relations(["styles", "numbering", "settings"].map((name) => [`${OFFICE}/${name}`, `${name}.xml`]))],
      ["word/document.xml", `${HEAD}<w:document ${MAIN}><w:body>${body}${page}</w:body></w:document>`],
      ["word/styles.xml", styles(locale, size)],
      ["word/numbering.xml", numbering(lists)],
      ["word/settings.xml", settings(locale)],
    ].map(([name, text]) => ({ name, text }));
    return new Blob([window.wmZip.write(files)], { type: TYPE });
  };
})();
