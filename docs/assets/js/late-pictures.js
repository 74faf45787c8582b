/* Pictures of cards on the page of packs: those in sight at once, others as a reader begins to go through the page. A browser
   alone would fetch what is two screens away before anybody had moved. Without scripts all of them stand there. */
(function () {
  "use strict";
  const waiting = Array.from(document.querySelectorAll("[data-wm-picture]"));
  const touches = ["scroll", "pointerdown", "keydown", "focusin"];

  function show(picture) {
    if (!picture.dataset.wmPicture) return;
    picture.src = picture.dataset.wmPicture;
    delete picture.dataset.wmPicture;
  }
  const near = new IntersectionObserver((seen) => {
    seen.filter((one) => one.isIntersecting).forEach(({ target }) => { near.unobserve(target); show(target); });
  });
  waiting.forEach((picture) => near.observe(picture));

  /** From here on the browser fetches each as it comes near. */
  function all() {
    near.disconnect();
    touches.forEach((name) => document.removeEventListener(name, all, true));
    waiting.forEach(show);
  }
  touches.forEach((name) => document.addEventListener(name, all, true));
})();
