/* Runs at once at the top of the body, before anything is painted.
   Says whether the page is light or dark, and which part of the language offer shows, so that nothing jumps.
   Without it the page is light and the offer is hidden; the link in the header changes the language. */
(function () {
  "use strict";
  var root = document.documentElement;
  var lang = root.lang.slice(0, 2);
  var body = document.body;

  var kept = window.wmKept;

  root.classList.remove("no-js");
  root.classList.add("js");

  /* The sheet that holds the letters has come by now: they are read while the page is, and not when it is painted first,
     as a busy machine would then show others for a moment and move the lines. */
  if (document.fonts) {
    [400, 700].forEach(function (weight) { document.fonts.load(weight + ' 1em "Atkinson Hyperlegible Next"'); });
  }

  var look = kept.choice("theme").read();
  var dark = look === "dark" || (look !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
  root.dataset.wmLook = dark ? "dark" : "light";

  /* The first of the browser's languages that we have, or none. */
  function asked() {
    var wanted = navigator.languages || [navigator.language || ""];
    for (var i = 0; i < wanted.length; i += 1) {
      var code = wanted[i].toLowerCase().split("-")[0];
      if (code === "cy" || code === "en") { return code; }
    }
    return "";
  }

  if (kept.forNow("offer").read() === "closed") { return; }
  var chosen = kept.choice("lang").read();
  if (chosen !== "cy" && chosen !== "en") {
    body.dataset.wmOfferShown = "first";
    body.dataset.wmBrowserAsks = asked();
  } else if (chosen !== lang) {
    body.dataset.wmOfferShown = "other";
  }
})();
