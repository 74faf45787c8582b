/* What a page keeps in this browser, under the name of this library: the address that it stands at. Two libraries on one
   server share nothing. Opened from disk, every page of this computer could read what a browser keeps for good: there only
   the tab keeps something, and only when the reader has said so. */
(function () {
  "use strict";
  const script = document.querySelector('script[src*="assets/js/"]');
  const home = new URL(script.getAttribute("src").replace(/assets\/js\/[^/]*$/, "") || "./", location.href).pathname;
  const fromDisk = location.protocol === "file:";

  /** A place to keep one value, which may be anything that JSON holds. */
  window.wmKept = function (name) {
    const key = `wm ${home} ${name}`;
    const store = fromDisk ? "sessionStorage" : "localStorage";
    return {
      fromDisk,
      /** What is kept; null for nothing, and for what is no JSON. */
      read() { try { return JSON.parse(window[store].getItem(key)); } catch { return null; } },
      /** Keep it, in place of what was kept. Whether that could be done. */
      write(value) {
        try { window[store].setItem(key, JSON.stringify(value)); return true; } catch { return false; }
      },
      clear() { try { window[store].removeItem(key); } catch { /* Then nothing is kept either. */ } },
    };
  };
})();
