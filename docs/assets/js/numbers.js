/* The law by number: open the Part that holds the regulation asked for, by address or by the number typed.
   Without this script the Parts open by hand, and newer browsers open the one that a link leads into. */
(function () {
  "use strict";
  var form = document.querySelector("[data-wm-go-number]");

  function show(id) {
    var place = id && document.getElementById(id);
    if (!place) { return false; }
    for (var part = place; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") { part.open = true; }
    }
    place.scrollIntoView();
    return place;
  }

  // As it stands: our anchors have nothing to decode, and an address with a stray % must stop nothing.
  function follow() { show(window.location.hash.slice(1)); }

  /* Printed, the whole stands there. */
  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.slice.call(document.querySelectorAll(".wm-part:not([open])"));
    closed.forEach(function (part) { part.open = true; });
  });
  window.addEventListener("afterprint", function () { closed.forEach(function (part) { part.open = false; }); });

  window.addEventListener("hashchange", follow);
  follow();

  if (!form) { return; }
  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var number = form.querySelector("input").value.toUpperCase().replace(/[^0-9A-Z(]/g, "").replace(/^[A-Z]+/, "").replace(/\(.*/, "");
    var status = form.querySelector("[role=status]");
    var found = show("reg-" + number);
    status.textContent = found ? "" : form.dataset.wmGoNumber.replace("{n}", number);
    if (found) {
      window.history.replaceState(null, "", "#reg-" + number);
      found.focus();
    }
  });
})();
