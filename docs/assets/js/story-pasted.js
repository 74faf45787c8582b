/* What was copied from Word, or from a page, as the plain lines of a field. What has one plain meaning is taken in;
   what was left out, and what only a person can settle, is named with its line. Nothing here touches the page. */
(function () {
  "use strict";
  const LANGUAGES = ["en", "cy"];
  /** A pause as it is typed, and as Word spells it by itself: dashes of any length. */
  const PAUSE = /^<?\s*!?\s*[-–—]{1,3}\s*(?:pause|saib)\s*[-–—]{1,3}\s*>?$|^\[\s*(?:pause|saib)\s*\]$/i;
  const HEADINGS = { at_pause: /^#*\s*(?:(?:questions )?at the pause|(?:cwestiynau )?wrth y saib)\s*:?$/i, afterwards: /^#*\s*(?:(?:questions )?afterwards|(?:cwestiynau )?wedyn)\s*:?$/i };
  /** Characters that nobody sees: hidden hyphens, spaces without width, marks of direction. Joiners within an emoji stay. */
  const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
  const BULLET = /^(?:[•‣⁃●○◦■□▪▫◆❖➢►✓\uf0a7\uf0b7\uf0d8\uf0fc]\s*|[·o§Øvü*–—-][\t\u00a0]\s*|\(?(?:\d{1,2}|[a-z])[.)][\t\u00a0]\s*)/;
  const EMOJI = /(?![©®™#*0-9])\p{Extended_Pictographic}/u;
  /** What Word and others write for parts that are no words of the text, by what is said of them. */
  const LEFT_OUT = {
    comment: '[style*="mso-element:comment"]:not([style*="-list"]), .msocomtxt, .MsoCommentText, .MsoCommentReference, .msocomanchor, [style*="mso-special-character:comment"], .sdcommentanc, a[href^="#cmnt"]',
    footnote: '[style*="mso-element:footnote"]:not([style*="-list"]), [style*="mso-element:endnote"]:not([style*="-list"]), [id^="sdfootnote"], [id^="sdendnote"], [style*="mso-footnote-id"], [style*="mso-endnote-id"], .MsoFootnoteReference, .MsoEndnoteReference, .sdfootnoteanc, .sdendnoteanc, a[href^="#ftnt"]',
    hidden: '[style*="display:none"], [style*="display: none"], [style*="mso-hide:all"], [hidden]',
    deleted: "del",
    picture: "img, svg, object, video",
  };
  const CROSSED = 's, strike, [style*="line-through"]';
  const BLOCKS = "p, div, li, h1, h2, h3, h4, h5, h6, tr, td, th, blockquote, pre, section, article, dt, dd, ul, ol, table";

  const tidy = (text) => text.replace(UNSEEN, "").replace(/[\s\u00a0]+/g, " ").trim();
  const short = (text) => (text.length > 40 ? `${text.slice(0, 40).trim()} …` : text);

  /** The lines of a page's text, [{text, was}], and what was left out, [{what, words}]. `was` says what a line was. */
  function ofPage(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const out = [];
    body.querySelectorAll("style, script, template, title, xml").forEach((one) => one.remove());
    Object.entries(LEFT_OUT).forEach(([what, where]) => {
      body.querySelectorAll(where).forEach((one) => {
        if (!body.contains(one)) return;
        // The mark in the text that leads to a note has no words of its own: `[1]`, or `1` and `iv` alone.
        const words = tidy(one.textContent).replace(/^(?:\[[^\]]*\]|\d+(?!\S))\s*/, "").replace(/^(?:\d+|[ivx]+)$/, "");
        if (words || what === "picture") out.push({ what, words });
        one.remove();
      });
    });
    // Word writes the bullet itself among the words.
    body.querySelectorAll('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]').forEach((one) => {
      const item = one.closest("p, li, h1, h2, h3");
      if (item) item.setAttribute("data-item", "");
      one.remove();
    });
    const found = [];
    let line = null;
    const begin = (was) => { line = { text: "", was }; found.push(line); };
    (function walk(node, was) {
      node.childNodes.forEach((one) => {
        if (one.nodeType === 3) {
          if (!line) begin(was);
          line.text += one.data.replace(/[ \t\r\n]+/g, " ");
        } else if (one.nodeType === 1) {
          if (one.matches("br")) { begin(was); return; }
          const inside = one.matches("td, th") ? "table" : one.matches("li, [data-item], [class^=MsoList]") ? "list" : /^H[1-6]$/.test(one.tagName) ? "heading" : was;
          const block = one.matches(BLOCKS);
          if (block) begin(inside);
          walk(one, inside);
          if (block) line = null;
          if (one.matches(CROSSED) && !one.parentElement.closest(CROSSED)) out.push({ what: "crossed", words: tidy(one.textContent) });
        }
      });
    })(body, "");
    return { lines: found, out };
  }

  function ofText(text) {
    return { lines: text.split(/\r\n?|[\n\u2028\u2029\u000b]/).map((one) => ({ text: one, was: BULLET.test(one.trimStart()) ? "list" : "" })), out: [] };
  }

  /** `html` and `text` of what is pasted (`html` may be empty); `whole`: may it hold the pause and what comes after it?
      Gives {parts: {before, at_pause, after, afterwards}, notes: [{what, line, words}]}: of each part its lines, and what was
      left out or should be looked at; `line` counts from 1 within `before`, and is 0 for what stands nowhere. */
  function read({ html, text, whole }) {
    const { lines, out } = html ? ofPage(html) : ofText(text);
    const parts = { before: [], at_pause: [], after: [], afterwards: [] };
    const notes = out.filter(({ what, words }) => what !== "crossed" || words).map(({ what, words }) => ({ what, line: 0, words: short(words) }));
    const told = new Set();
    let into = "before";
    lines.forEach(({ text: raw, was }) => {
      const words = tidy(raw.trimStart().replace(BULLET, ""));
      if (!words) return;
      if (whole && PAUSE.test(words)) { into = "after"; return; }
      const heading = whole && Object.keys(HEADINGS).find((name) => HEADINGS[name].test(words));
      if (heading) { into = heading; return; }
      parts[into].push(words);
      const n = into === "before" ? parts.before.length : 0;
      // A question is one of a list anyway.
      if (was && !told.has(was) && (was !== "list" || ["before", "after"].includes(into))) {
        told.add(was);
        notes.push({ what: was, line: n, words: short(words) });
      }
      const [emoji] = EMOJI.exec(words) || [];
      if (emoji) notes.push({ what: "emoji", line: n, words: words.slice(0, words.indexOf(emoji)).trim().split(" ").slice(-3).concat(emoji).join(" ") });
    });
    return { parts, notes };
  }

  /** Put what was pasted into `field`, which has the name `texts.<lang>.<part>`, and what belongs elsewhere into the empty fields of the
      same language. Resolves to the sentences about it. */
  function put({ form, field, html, text, say }) {
    const [, lang, part] = field.name.split(".");
    const other = (name) => form.elements[`texts.${lang}.${name}`];
    const whole = LANGUAGES.includes(lang) && part === "before" && ["after", "at_pause", "afterwards"].every((name) => !other(name).value.trim());
    const { parts, notes } = read({ html, text, whole });
    const above = field.value.slice(0, field.selectionStart);
    // Pasted within a paragraph, its first line goes on with that.
    const first = window.wmStoryFiles.lines(above).length - (/\S *$/.test(above) ? 1 : 0);
    const one = field.matches("input") ? " " : "\n";
    field.focus();
    // This way the browser can take it back again.
    if (!document.execCommand("insertText", false, parts.before.join(one))) field.setRangeText(parts.before.join(one), field.selectionStart, field.selectionEnd, "end");
    const moved = ["at_pause", "after", "afterwards"].filter((name) => parts[name].length);
    moved.forEach((name) => { other(name).value = parts[name].join("\n"); });
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const said = notes.map(({ what, line, words }) => (line && !field.matches("input") ? `${say("line", { n: line + first })}: ` : "") + say(`pasted-${what}`, { words }));
    return [...(moved.length ? [say("pasted-moved")] : []), ...said];
  }

  window.wmStoryPasted = { read, put };
})();
