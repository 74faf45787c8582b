/* A side of a card, drawn as the files of packs have it (print/templates/faces.typ): words and sizes come with the data,
   distances are those of sheets.css. */
(function () {
  "use strict";
  const { element } = window.wmData;
  /* More lines to write on than any card has room for: what runs over is not seen. */
  const LINES = 16;

  function spans(parts) {
    return parts.map((part) => {
      if (typeof part === "string") return document.createTextNode(part);
      return element(part.strong ? "strong" : "span", part.text, { lang: part.lang });
    });
  }

  const BLOCKS = {
    heading: ({ text }) => element("h4", text),
    text(block) {
      const made = element("p", null, { class: block.small ? "wm-face__small" : null });
      made.append(...spans(block.spans));
      return made;
    },
    list({ items, numbered }) {
      const made = element(numbered ? "ol" : "ul", null, { role: "list" });
      made.append(...items.map((item) => element("li", item)));
      return made;
    },
    ruled() {
      const made = element("div", null, { class: "wm-face__lines", "aria-hidden": "true" });
      made.append(...Array.from({ length: LINES }, () => element("i", null)));
      return made;
    },
  };

  /** A drawing that the build has made, beside words that say the same. */
  function drawing(svg, name) {
    const made = element("span", null, { class: name, "aria-hidden": "true" });
    made.innerHTML = svg;
    return made;
  }

  function band({ front, title, word, detail }, picture) {
    const made = element("div", null, { class: "wm-face__band" });
    if (front) made.append(picture, element("strong", word), element("span", detail || ""));
    else made.append(element("h3", title), element("span", word));
    return made;
  }

  /** Nothing where nothing is said; room for a code is kept whether there is one or not. */
  function foot({ foot: said, mark, code }, codes) {
    if (!said && !mark && !code) return [];
    const made = element("div", null, { class: `wm-face__foot${code ? " wm-face__foot--code" : ""}` });
    const line = element("p", said || "");
    if (mark) line.append(element("small", said ? ` · ${mark}` : mark));
    made.append(line);
    if (codes[code]) made.append(drawing(codes[code], "wm-face__code"));
    return [made];
  }

  /** A side of a card. `face` is as `card_faces_json.py` has it; `kinds` come with the frame, `icon` or `emblem` and `codes` with the card's piece. */
  function draw(face, kinds, { icon, emblem, codes = {} }) {
    const looks = [face.kind, face.front ? "front" : "back", face.dense ? "dense" : ""].filter(Boolean);
    const made = element("div", null, { class: ["wm-face", ...looks.map((one) => `wm-face--${one}`)].join(" "), lang: face.lang });
    const kind = kinds[face.kind];
    const body = element("div", null, { class: "wm-face__body" });
    body.append(...(face.blocks || []).map((block) => BLOCKS[block.t](block)));
    const picture = emblem && face.kind === "story" ? drawing(emblem, "wm-face__icon wm-face__emblem") : drawing(icon || kind.icon, "wm-face__icon");
    made.append(band(face, picture), ...(face.front ? [element("h3", face.title)] : []), body);
    if (face.stop) {
      const stop = element("p", null, { class: "wm-face__stop" });
      stop.append(element("strong", face.stop), element("span", face.then || ""));
      made.append(stop);
    }
    made.append(...foot(face, codes));
    made.style.cssText = `--ink:${kind.colour};--tint:${kind.tint};--size:${face.size}pt`;
    return made;
  }

  /** Put a face where the print of a card may stand: `box` is the card's left, top, width and height in mm. */
  function place(face, [x, y, width, height], inside) {
    const inner = { left: x + inside, top: y + inside, width: width - 2 * inside, height: height - 2 * inside };
    Object.entries(inner).forEach(([name, mm]) => { face.style[name] = `${mm}mm`; });
    return face;
  }

  window.wmCards = { draw, place };
})();
