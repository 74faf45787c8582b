/* Folded parts of a page (`details[data-wm-fold]`): an address that leads into one opens it, and on paper all stand open.
   Without this script they open by hand, and newer browsers see to the rest by themselves. */
(function () {
  "use strict";
  function follow() {
    // As it stands: our anchors have nothing to decode, and an address with a stray % must stop nothing.
    const place = document.getElementById(window.location.hash.slice(1));
    const folded = place && place.closest("details[data-wm-fold]");
    if (!folded) return;
    folded.open = true;
    place.scrollIntoView();
  }

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details[data-wm-fold]:not([open])"));
    closed.forEach((part) => { part.open = true; });
  });
  window.addEventListener("afterprint", () => closed.forEach((part) => { part.open = false; }));
  window.addEventListener("hashchange", follow);
  follow();
})();
