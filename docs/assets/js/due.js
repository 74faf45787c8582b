/* The state of this library: of what is due, what is due in this month or was before it. A page that is built once does not know
   which month it is read in; without this script, the list by month has all of it. */
(function () {
  "use strict";
  const box = document.querySelector("[data-wm-due-now]");
  if (!box) return;
  const now = new Date();
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
  const mine = Array.from(document.querySelectorAll("[data-wm-due]")).filter((one) => one.dataset.wmDue.slice(0, 7) <= month);
  const list = box.querySelector("ul");
  list.replaceChildren(...mine.map((one) => one.cloneNode(true)));
  list.hidden = !mine.length;
  box.querySelector("p").hidden = mine.length > 0;
  box.hidden = false;
})();
