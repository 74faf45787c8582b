/* The reader's two choices, language and light or dark, kept in this browser and nowhere else.
   A page is never changed for another one unless the reader presses a link. */
(function () {
  "use strict";
  var body = document.body;
  var root = document.documentElement;

  var language = window.wmKept.choice("lang");
  var theme = window.wmKept.choice("theme");
  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  /* Language ------------------------------------------------------------------------------------------------ */

  var here = root.lang.slice(0, 2);

  function closeOffer() {
    delete body.dataset.wmOfferShown;
    /* Focus was inside what has just gone: the page's content is the next thing. */
    var content = document.getElementById("wm-content");
    if (content) { content.focus({ preventScroll: true }); }
  }

  each("[data-wm-choose]", function (link) {
    link.addEventListener("click", function (event) {
      var code = link.dataset.wmChoose;
      language.write(code);
      if (code === here) {
        event.preventDefault();
        closeOffer();
      }
    });
  });
  each("[data-wm-lang-switch]", function (link) {
    link.addEventListener("click", function () { language.write(link.dataset.wmLangSwitch); });
  });
  each("[data-wm-close]", function (button) {
    button.addEventListener("click", function () {
      /* Closing is no choice: it holds until the browser's window is closed. */
      window.wmKept.forNow("offer").write("closed");
      closeOffer();
    });
  });

  /* Light or dark ------------------------------------------------------------------------------------------- */

  var device = window.matchMedia("(prefers-color-scheme: dark)");

  function choice() {
    var look = theme.read();
    return look === "light" || look === "dark" ? look : "auto";
  }
  function show(look) {
    var dark = look === "dark" || (look === "auto" && device.matches);
    body.setAttribute("data-md-color-scheme", dark ? "slate" : "default");
    root.dataset.wmLook = dark ? "dark" : "light";
    each("[data-wm-look]", function (select) {
      if (select.tagName === "SELECT") { select.value = look; }
    });
  }

  each("select[data-wm-look]", function (select) {
    select.value = choice();
    select.addEventListener("change", function () {
      theme.write(select.value);
      show(select.value);
    });
  });
  device.addEventListener("change", function () { show(choice()); });
})();
