/* Putting text on the clipboard, also where a page from disk may not use the clipboard of newer browsers. */
(function () {
  "use strict";

  /** The older way: a field that is selected and copied. The focus goes back to where it was. */
  function byField(text) {
    const before = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "wm-hidden";
    document.body.append(field);
    field.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch { /* Then it cannot be done here at all. */ }
    field.remove();
    if (before) before.focus({ preventScroll: true });
    return done;
  }

  /** Copy `text`. Resolves to whether it is on the clipboard; never rejects. */
  window.wmCopy = async function (text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { return byField(text); }
  };
})();
