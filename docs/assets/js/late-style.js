/* A sheet of the site that a page asks for when it needs it. */
(function () {
  "use strict";
  const { root } = window.wmData;
  const coming = new Map();

  /** Load a sheet by its name, once; again when it did not come. Sheets that the page itself names below its head win over it. */
  window.wmData.sheet = function (name) {
    if (!coming.has(name)) {
      coming.set(name, new Promise((resolve, reject) => {
        document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${root}assets/css/${name}.css`, onload: resolve, onerror: reject }));
      }));
      coming.get(name).catch(() => coming.delete(name));
    }
    return coming.get(name);
  };
})();
