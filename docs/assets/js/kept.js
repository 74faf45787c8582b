/* All that a page keeps in this browser, under the address that this library stands at: two libraries on one server or on
   one computer share nothing, and empty nothing of each other's.
   What is opened from disk, every other page of this computer can read: there what a reader writes is kept in the tab alone,
   and only when the reader has said so. */
(function () {
  "use strict";
  const home = new URL("../../", document.currentScript.src).pathname;
  const fromDisk = location.protocol === "file:";

  /** A place for one value, which may be anything that JSON holds; `agreed`: may something be kept there? */
  function place(store, name, agreed) {
    const key = `wm ${home} ${name}`;
    return {
      key,
      agreed,
      /** What is kept; null for nothing, and for what is no JSON. */
      read() { try { return JSON.parse(window[store].getItem(key)); } catch { return null; } },
      /** Keep it in place of what was kept, null for nothing. Whether that could be done. */
      write(value) {
        if (value !== null && !this.agreed) return false;
        try {
          if (value === null) window[store].removeItem(key); else window[store].setItem(key, JSON.stringify(value));
          return true;
        } catch { return false; }
      },
      /** What the reader says of keeping; without a yes nothing stays. */
      agree(wanted) {
        this.agreed = wanted;
        if (!wanted) this.write(null);
      },
    };
  }

  function words(store, name) {
    const one = place(fromDisk ? "sessionStorage" : store, name, true);
    one.agreed = !fromDisk || one.read() !== null;
    return one;
  }

  window.wmKept = {
    fromDisk,
    /** A setting, a choice among what the library has: nothing that the reader wrote. It stays until it is changed. */
    choice: (name) => place("localStorage", name, true),
    /** The same, until the tab is closed. */
    forNow: (name) => place("sessionStorage", name, true),
    /** What the reader wrote; over HTTP it stays until it is cleared. */
    words: (name) => words("localStorage", name),
    /** The same, over HTTP too only until the tab is closed. */
    wordsForNow: (name) => words("sessionStorage", name),
    /** Show what is said of keeping: that for a server, or that for a disk. */
    say(within) {
      within.querySelectorAll("[data-wm-kept-http]").forEach((one) => { one.hidden = fromDisk; });
      within.querySelectorAll("[data-wm-kept-disk]").forEach((one) => { one.hidden = !fromDisk; });
    },
  };
})();
