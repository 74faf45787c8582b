/* The read-across as a picture: choose a box and what it is joined to stands out, and is said in words; arrow keys follow
   the lines. Without this script every box is a link. A box's label is its name, a colon, and its joins with semicolons
   between them (site/law_picture.py). */
(function () {
  "use strict";
  const maps = Array.from(document.querySelectorAll("[data-wm-map]"));

  /* An address that leads to a group opens it; newer browsers do so by themselves. */
  function follow() {
    const place = document.getElementById(window.location.hash.slice(1));
    const folded = place && place.closest(".wm-map-part");
    if (!folded) return;
    folded.open = true;
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }

  function set(map) {
    const drawing = map.querySelector("svg");
    const status = map.querySelector("[role=status]");
    const what = map.querySelector(".wm-map__do");
    const [onward, all] = what.children;
    const boxes = Array.from(drawing.querySelectorAll("a"));
    const lines = Array.from(drawing.querySelectorAll(".wm-map__line"));
    const [left, between, right] = [[], [], []];
    let law = left;
    boxes.forEach((box) => {
      if (box.dataset.item) law = right;
      (box.dataset.item ? between : law).push(box);
    });
    const hint = Array.from(status.childNodes, (node) => node.cloneNode(true));
    const visited = new Map(); // the last box that the keyboard was at, by its column

    const touches = (line, box) => (box.dataset.law ? line.dataset.law === box.dataset.law : line.dataset.item === box.dataset.item);
    const named = (box) => box.querySelector("text").textContent;
    const chosen = () => boxes.find((box) => box.getAttribute("aria-pressed") === "true");
    const joins = (one, other) => lines.some((line) => touches(line, one) && touches(line, other));

    function say(box) {
      status.replaceChildren();
      if (!box) {
        status.append(...hint.map((node) => node.cloneNode(true)));
        return;
      }
      const name = document.createElement("p");
      name.append(document.createElement("strong"));
      name.firstChild.textContent = named(box);
      const list = document.createElement("ul");
      box.getAttribute("aria-label").slice(named(box).length + 2).split("; ").forEach((join) => {
        list.append(document.createElement("li"));
        list.lastChild.textContent = join;
      });
      status.append(name, list);
    }

    function choose(box) {
      drawing.classList.toggle("wm-map__chosen", Boolean(box));
      boxes.forEach((one) => {
        one.setAttribute("aria-pressed", String(one === box));
        one.classList.toggle("wm-map__joined", Boolean(box) && one !== box && joins(one, box));
      });
      lines.forEach((line) => line.classList.toggle("wm-map__joined", Boolean(box) && touches(line, box)));
      what.hidden = !box;
      if (box) {
        onward.setAttribute("href", box.dataset.to);
        onward.textContent = box.dataset.law ? map.dataset.onwardLaw : map.dataset.onward;
      }
      say(box);
      if (box) uncover(box);
    }

    /* Words that stay in sight at the screen's foot may lie over a box. */
    function uncover(box) {
      const [here, words] = [box, map.querySelector(".wm-map__said")].map((one) => one.getBoundingClientRect());
      // Before the picture has come into sight the words stand lower than they will.
      const top = Math.min(words.top, window.innerHeight - words.height);
      if (chosen() && words.left < here.right && here.bottom > top) window.scrollBy(0, here.bottom - top + 8);
    }

    /* In a narrow room what is between the laws is seen first. */
    function centre() {
      const room = map.querySelector(".wm-map__room");
      room.scrollLeft = (room.scrollWidth - room.clientWidth) / 2;
    }

    /* The next box by an arrow: up and down in a column, sideways along a line, to where one was before if a line leads there. */
    function next(box, key) {
      const columns = [left, between, right];
      const column = columns.find((one) => one.includes(box));
      const step = { ArrowUp: -1, ArrowDown: 1 }[key];
      if (step) return column[column.indexOf(box) + step];
      const beside = columns[columns.indexOf(column) + (key === "ArrowLeft" ? -1 : 1)] || [];
      const joined = beside.filter((other) => joins(box, other));
      return joined.find((other) => visited.get(beside) === other) || joined[0];
    }

    boxes.forEach((box) => {
      // A button has no address, so that nothing opens what only can be chosen; the words lead on.
      box.dataset.to = box.getAttribute("href");
      box.removeAttribute("href");
      box.setAttribute("role", "button");
      box.setAttribute("tabindex", "0");
      box.setAttribute("aria-pressed", "false");
      box.addEventListener("click", () => choose(chosen() === box ? null : box));
      box.addEventListener("keydown", (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          choose(chosen() === box ? null : box);
        } else if (/^Arrow/.test(event.key)) {
          event.preventDefault();
          const other = next(box, event.key);
          if (other) other.focus();
        }
      });
      box.addEventListener("focus", () => {
        visited.set([left, between, right].find((column) => column.includes(box)), box);
        uncover(box);
      });
    });
    map.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !chosen()) return;
      const box = chosen();
      choose(null);
      box.focus();
    });
    const part = map.closest("details");
    if (part) part.addEventListener("toggle", centre);
    centre();
    all.addEventListener("click", () => {
      const box = chosen();
      choose(null);
      box.focus();
    });
  }

  maps.forEach(set);
  window.addEventListener("hashchange", follow);
  follow();
})();
