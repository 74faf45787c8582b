/* Scores on a star that has a point for each row of a part: dots, a whole line through the highest, a broken one through the
   lowest, and a table that says the same. The empty star comes with the page (site/star.py); no average is ever made. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const { say } = tool;
  const { element } = window.wmData;
  const SVG = "http://www.w3.org/2000/svg";
  /** So many scores that are the same stand side by side as dots; of more, one dot and their number. */
  const SIDE = 5;
  /** From one dot to the next, in the picture's units. */
  const APART = 8;

  function shape(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    if (text) made.textContent = text;
    return made;
  }
  const sorted = (scores) => scores.slice().sort((a, b) => a - b);
  const low = (scores) => Math.min(...scores);
  const high = (scores) => Math.max(...scores);

  /** A line from point to point, as far as neighbours have scores; `pick` takes the one of a point's scores that it goes through. */
  function line(points, at, pick, name) {
    const d = points.map((scores, i) => {
      const next = (i + 1) % points.length;
      return scores.length && points[next].length ? `M${at(i, pick(scores))}L${at(next, pick(points[next]))}` : "";
    });
    return shape("path", { class: name, d: d.join("") });
  }

  /** Draw scores, a list for each point, into a picture. */
  function mark(picture, points) {
    const { width, height } = picture.viewBox.baseVal;
    const radius = Number(picture.dataset.radius);
    const where = (i, score, aside = 0) => {
      const turn = (2 * Math.PI * i) / points.length;
      const away = (radius * score) / 10;
      return [width / 2 + away * Math.sin(turn) + aside * Math.cos(turn), height / 2 - away * Math.cos(turn) + aside * Math.sin(turn)].map((n) => n.toFixed(1));
    };
    const at = (i, score) => where(i, score).join(" ");
    const drawn = [line(points, at, high, "wm-star__high")];
    if (points.some((scores) => scores.length > 1)) drawn.push(line(points, at, low, "wm-star__low"));
    points.forEach((scores, i) => {
      new Set(scores).forEach((score) => {
        const same = scores.filter((one) => one === score).length;
        const dots = same > SIDE ? 1 : same;
        for (let n = 0; n < dots; n += 1) {
          const [cx, cy] = where(i, score, APART * (n - (dots - 1) / 2));
          drawn.push(shape("circle", { class: "wm-star__dot", cx, cy, r: 3.5 }));
        }
        if (same > SIDE) {
          const [x, y] = where(i, score, APART * 2);
          drawn.push(shape("text", { class: "wm-star__many", x, y: Number(y) + 4, "text-anchor": "middle" }, `×${same}`));
        }
      });
    });
    picture.querySelector("[data-wm-drawn]").replaceChildren(...drawn);
  }

  /** The table's rows of plain text, its head first. `stars` as in `draw`. */
  function words(names, stars) {
    const one = stars.every((star) => star.points.every((scores) => scores.length < 2));
    const heads = stars.flatMap(({ title }) => {
      const of = (word) => (stars.length > 1 ? `${title}: ${say(word)}` : say(word));
      return one ? [stars.length > 1 ? title : say("score")] : [of("spread"), of("every")];
    });
    const cells = (scores) => {
      if (!scores.length) return one ? ["–"] : ["–", "–"];
      return one ? [`${scores[0]}`] : [say("from-to", { low: low(scores), high: high(scores) }), sorted(scores).join(" · ")];
    };
    return [[say("point"), ...heads], ...names.map((name, i) => [name, ...stars.flatMap(({ points }) => cells(points[i]))])];
  }

  /** The scores in a line of text: {scores: those from 1 to 10, odd: what is none}. */
  function read(text) {
    const all = text.split(/[ ,]+/).filter(Boolean);
    const sound = (one) => /^([1-9]|10)$/.test(one);
    return { scores: all.filter(sound).map(Number), odd: all.filter((one) => !sound(one)) };
  }

  /** The star below a part's rows. */
  function star(name) {
    const part = tool.root.querySelector(`[data-wm-part="${name}"]`);
    const box = part.querySelector("[data-wm-star]");
    // The empty star stays, for the blank sheet; what the scores draw takes its place on the screen.
    const empty = box.querySelector("figure").cloneNode(true);
    const drawn = element("div", null, { class: "wm-star__scored" });
    box.append(drawn);
    const names = tool.rowsIn(part).map((row, i) => `${i + 1}. ${row.querySelector("[data-wm-name]").firstChild.textContent.trim()}`);
    let told = null;

    /** `stars`: {title, points: for each row a list of scores}; those without any score are left out. */
    function draw(stars) {
      const some = stars.filter(({ points }) => points.some((scores) => scores.length));
      box.toggleAttribute("data-wm-scored", some.length > 0);
      told = some.length ? words(names, some) : null;
      if (!told) { drawn.replaceChildren(); return; }
      const figures = some.map(({ title, points }) => {
        const figure = empty.cloneNode(true);
        figure.querySelector("figcaption").textContent = title;
        const picture = figure.querySelector("svg");
        picture.setAttribute("aria-label", `${title}. ${say("same")}`);
        mark(picture, points);
        return figure;
      });
      const many = some.some(({ points }) => points.some((scores) => scores.length > 1));
      const table = element("table", null, { class: "wm-tool__table" });
      const [heads, ...rows] = told;
      const head = table.createTHead().insertRow();
      heads.forEach((text) => head.append(element("th", text, { scope: "col" })));
      const body = table.createTBody();
      rows.forEach(([first, ...others]) => {
        const row = body.insertRow();
        row.append(element("th", first, { scope: "row" }), ...others.map((text) => element("td", text)));
      });
      table.prepend(element("caption", say("table")));
      const key = element("p", say(many ? "key" : "key-one"), { class: "wm-star__key" });
      const beside = element("div", null, { class: "wm-star__table" });
      beside.append(table);
      drawn.replaceChildren(...figures, beside, key);
    }

    // For Word, the table stands where the star stands.
    tool.inWord.push((all) => {
      if (!told) return all;
      const title = part.querySelector("h3").textContent.trim();
      const here = all.findIndex(([style, text]) => style === "Heading2" && text === title);
      const next = all.findIndex(([style], i) => i > here && style === "Heading2");
      const rows = told.map((row, n) => row.map((text, i) => ({ paragraphs: [[text, n === 0 || i === 0]], lines: 0 })));
      const caption = say("table");
      all.splice(next < 0 ? all.length : next, 0, ["Normal", caption, { lead: caption.length }], ["Table", rows, { widths: rows[0].map(() => 1), head: true }]);
      return all;
    });
    return { names, ids: tool.rowsIn(part).map((row) => row.dataset.wmRow), draw };
  }

  window.wmStar = { star, read };
})();
