// Opens search. This is all of search that a page loads; the rest comes when it is first used.
(function () {
  "use strict";

  const button = document.querySelector("[data-wm-search-open]");
  const dialog = document.querySelector("[data-wm-search]");
  if (!button || !dialog || !dialog.showModal) return;

  const slash = window.wmKept.choice("slash"); // "off" when the reader does not want the / key to open search
  const root = dialog.dataset.wmRoot.replace(/\/?$/, "/");
  // What search says; what finds, as the finders ask too; then what shows what is found.
  const PARTS = ["data/both/search", "js/search-find", "js/search-dialog"];
  const early = []; // files of the index that came before the scripts that read them
  const search = (window.wmSearch = { root, dialog, early });
  window.wmIn = (...file) => early.push(file);
  let started = null;

  function run(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + address;
      script.async = false; // in the order asked for
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  }
  const parts = new Map(); // address -> promise

  /** Load a script. Of search's own parts each is run once, whoever asks: a second run would forget the index so far. */
  search.load = function (address) {
    if (!address.startsWith("assets/")) return run(address);
    if (!parts.has(address)) {
      parts.set(address, run(address));
      parts.get(address).catch(() => parts.delete(address));
    }
    return parts.get(address);
  };

  search.slash = {
    get on() {
      return slash.read() !== "off";
    },
    set on(wanted) {
      slash.write(wanted ? "on" : "off");
    },
  };

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("[data-wm-search-input]").select();
    if (!started) {
      // The head of the index comes with the scripts, not after them; if it does not, it is asked for once more.
      search.load(`search/${dialog.dataset.wmLang}/head.js`).catch(() => {});
      started = Promise.all(PARTS.map((part) => search.load(`assets/${part}.js`)));
      started.then(() => search.start(), () => {
        started = null; // the next opening tries again
        dialog.querySelector("[data-wm-search-broken]").hidden = false;
      });
    }
  }

  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target;
    if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) || !search.slash.on) return;
    event.preventDefault();
    open();
  });
  dialog.querySelector("[data-wm-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
})();
