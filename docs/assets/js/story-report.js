/* What an import says of its draft, beside the words it speaks of; and where a draft that came with its page stands.
   Reads import-report.md as scripts/whatmatters/importing/report.py writes it. */
(function () {
  "use strict";
  const { element } = window.wmData;
  const MARK = /^<!-- transcript:/;
  const QUOTED = /“([^“”]+)”/g;

  /** The numbered lines of the report, [{place, said}]: those under its first heading, since the next ones are what to do. */
  function notes(report) {
    const [, under = ""] = report.split(/^## .*$/m);
    return Array.from(under.matchAll(/^\d+\. (.*)$/gm), ([, line]) => {
      const plain = line.replace(/\\([\\\x60*_{}[\]<>#|!])/g, "$1");
      const [, place, said] = /^([^:]*): (.*)$/.exec(plain) || [null, "", plain];
      return { place, said };
    });
  }

  /** Words with those in `quoted` marked, as nodes. */
  function marked(text, quoted) {
    const found = quoted.map((words) => [text.indexOf(words), words]).filter(([at]) => at >= 0).sort(([a], [b]) => a - b);
    const nodes = [];
    let from = 0;
    found.forEach(([at, words]) => {
      if (at < from) return;
      nodes.push(text.slice(from, at), element("mark", words));
      from = at + words.length;
    });
    return [...nodes, text.slice(from)];
  }

  /** `into`: where it is put; `given`: the story; `report`: text, or empty; `notes`: for each line of the report the number
      of its paragraph from 0 and words that stand there, as far as they are known; `folder`: where the page with this draft in it stands, or nothing. */
  window.wmStoryReport = function ({ into, form, say, given, report, notes: known = [], folder }) {
    const { lines } = window.wmStoryFiles;
    const whole = (lang) => ["before", "after"].flatMap((side) => lines(given.texts[lang][side]).map((text) => ({ side, text })));
    const lang = ["en", "cy"].find((one) => whole(one).some(({ text }) => MARK.test(text))) || (whole("cy").length ? "cy" : "en");
    const told = whole(lang).filter(({ text }) => !MARK.test(text));
    const found = notes(report).map((note, i) => {
      const { paragraph, words: there } = known[i] || {};
      const quoted = there ? [there] : Array.from(note.said.matchAll(QUOTED), ([, words]) => words);
      const near = paragraph ?? -1;
      // The very words, if they stand there; they may stand a little further on, where a long line became several paragraphs.
      const at = quoted.length ? told.findIndex(({ text }, n) => n >= near && quoted.some((words) => text.includes(words))) : -1;
      return { ...note, quoted, at: at >= 0 ? at : near };
    }).map((note) => ({ ...note, at: note.at < told.length ? note.at : -1 }));

    const box = element("section", null, { class: "wm-desk__box", "aria-labelledby": "add-report" });
    box.append(element("h2", say(report ? "report" : "handed-title"), { id: "add-report", tabindex: "-1" }));
    if (folder) box.append(element("p", say("handed", { folder }), { class: "wm-notice" }));
    into.append(box);
    into.hidden = false;
    if (!report) return;
    if (!found.length) { box.append(element("p", say("report-none"))); return; }

    const status = element("p", null, { role: "status" });
    const there = element("button", say("report-field"), { class: "wm-stage__button", type: "button", hidden: true });
    const list = element("ol", null, { class: "wm-write__notes", lang });
    const text = element("div", null, { class: "wm-write__told", role: "region", tabindex: "0", "aria-labelledby": "add-told", lang });
    const shown = told.map(({ text: words }, n) => {
      const mine = found.map((note, i) => ({ ...note, number: i + 1 })).filter(({ at }) => at === n);
      const one = element("p", null, mine.length ? { class: "is-noted" } : {});
      if (mine.length) one.append(element("span", `▸ ${mine.map(({ number }) => number).join(", ")}`, { class: "wm-write__number" }), " ");
      one.append(...marked(words, mine.flatMap(({ quoted }) => quoted)));
      return one;
    });
    text.append(...shown);

    let chosen = null;
    function choose(button, n) {
      list.querySelectorAll("[aria-pressed]").forEach((one) => one.setAttribute("aria-pressed", one === button ? "true" : "false"));
      shown.forEach((one, i) => one.classList.toggle("is-chosen", i === n));
      text.scrollTop = shown[n].offsetTop - 32;
      chosen = n;
      there.hidden = false;
      status.textContent = say("report-marked", { n: n + 1 });
    }
    found.forEach(({ place, said, at }) => {
      const line = element("li", null);
      if (at < 0) line.append(element("strong", place), `: ${said}`);
      else {
        const button = element("button", null, { type: "button", "aria-pressed": "false" });
        button.append(element("strong", place), `: ${said}`);
        button.addEventListener("click", () => choose(button, at));
        line.append(button);
      }
      list.append(line);
    });
    there.addEventListener("click", () => {
      const { side, text: words } = told[chosen];
      const field = form.elements[`texts.${lang}.${side}`];
      const at = field.value.indexOf(words);
      if (at < 0) { status.textContent = say("report-gone"); return; }
      field.focus();
      // The field shows the end of what is chosen: the rest follows from its beginning.
      field.setSelectionRange(at, at);
      field.blur();
      field.focus();
      field.setSelectionRange(at, at + words.length);
    });
    const right = element("div", null);
    right.append(element("h3", say("told"), { id: "add-told" }), text, there, status);
    const pair = element("div", null, { class: "wm-write__report" });
    pair.append(list, right);
    box.append(element("p", say("report-lead")), pair);
  };
})();
