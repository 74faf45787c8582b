/* Add a story, before anything else has come: its fields, and what they hold at first. What judges, draws and saves them
   (write-story.js, with the library's rules) comes at once where there is a story to show, and on a wide screen, where what is
   missing stands beside the fields; on a narrow one when the reader touches a field, or comes near the card below them.
   What was written, chosen and pressed before it came is taken up then. */
(function () {
  "use strict";
  const box = document.querySelector("[data-wm-write]");
  if (!box || !window.wmData) return;
  const { load, both, script, sheet, saying } = window.wmData;
  const part = (name) => box.querySelector(`[data-wm-${name}]`);
  const form = part("form");
  const here = document.documentElement.lang.slice(0, 2);
  const handed = part("handed") && JSON.parse(part("handed").textContent); // a draft that came with this very page
  // Each draft that comes with a page of its own is kept by itself.
  const place = window.wmKept.words(handed ? `story-draft ${handed.folder}` : "story-draft");

  /** Today, or a day in so many years; one that every year has. */
  function day(years = 0) {
    const now = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return `${now.getFullYear() + years}-${two(now.getMonth() + 1)}-${two(years ? Math.min(now.getDate(), 28) : now.getDate())}`;
  }
  const controls = () => Array.from(form.elements).filter((one) => one.name);
  const several = (name) => form.querySelectorAll(`[type=checkbox][name="${CSS.escape(name)}"][value]`).length > 0;
  /** Put a story into the fields. */
  function put(given) {
    controls().forEach((control) => {
      const value = control.name.split(".").reduce((some, step) => (some || {})[step], given);
      if (control.type !== "checkbox") control.value = value || "";
      else control.checked = several(control.name) ? (value || []).includes(control.value) : value === true;
    });
  }
  /** What the fields hold before anything is written. */
  function empty() {
    return {
      source: { jurisdiction: "wales" }, welsh: { made_by: "draft" },
      consent: { reviewed: day(), review_by: day(1), scope: ["team"], languages: ["cy", "en"] },
    };
  }

  let written = false; // something of a story stands here that the rest does not know of
  const meanwhile = new Map(); // of a button that was pressed, or of a field that was changed: what is done when the rest has come
  const waiting = new AbortController();
  let coming = null;

  /** All else, once; resolves to what write-story.js gives. It is asked for again where it did not come. */
  function rest() {
    coming ??= Promise.all([load(here, "add-words"), both("add-a-story"), script("page-add-write"), sheet("sheets")])
      .then(async ([words, known]) => {
        waiting.abort();
        const made = await window.wmWriteStory({ box, form, part, here, handed, place, day, controls, several, put, empty, written, known, say: saying(words) });
        part("broken").hidden = true;
        if (meanwhile.size) part("said").textContent = "";
        meanwhile.forEach((act) => act());
        return made;
      });
    coming.catch(() => {
      coming = null;
      // Without the library's rules no field could be judged. What is written stays where it can be copied.
      form.hidden = !written;
      part("broken").hidden = false;
      part("said").textContent = "";
    });
    return coming;
  }

  /** These say nothing of the story. */
  const aside = (control) => ["keep", "file", "files", "photo"].some((name) => control === part(name));
  function waitForReader() {
    const until = { capture: true, signal: waiting.signal };
    ["pointerdown", "focusin", "keydown"].forEach((name) => form.addEventListener(name, rest, until));
    form.addEventListener("input", ({ target }) => { written ||= !aside(target); }, until);
    form.addEventListener("change", ({ target }) => {
      meanwhile.set(target, () => target.dispatchEvent(new Event("change", { bubbles: true })));
    }, until);
    form.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (!button) return;
      part("said").textContent = box.dataset.moment;
      meanwhile.set(button, () => button.click());
      rest();
    }, until);
    window.addEventListener("beforeunload", (event) => { if (written) event.preventDefault(); }, until);
    // Before they come into sight, or what is missing would move what stands below it.
    const near = new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) rest(); }, { rootMargin: "150% 0px" });
    box.querySelectorAll("[data-wm-near]").forEach((one) => near.observe(one));
    waiting.signal.addEventListener("abort", () => near.disconnect());
  }

  window.wmKept.say(form);
  // A browser of a telephone may not know folders.
  part("open-folder").hidden = !("webkitdirectory" in part("files"));
  form.addEventListener("submit", (event) => event.preventDefault());
  // What is pasted brings more than its words: it is taken in as plain lines, and what is not plain is named below the field.
  form.addEventListener("paste", (event) => {
    const field = event.target;
    if (!field.matches('[name^="texts."]')) return;
    const [html, text] = ["text/html", "text/plain"].map((type) => event.clipboardData.getData(type));
    if (!html && !text) return;
    event.preventDefault();
    written = true;
    rest().then((made) => made.pasted(field, html, text)).catch(() => field.setRangeText(text, field.selectionStart, field.selectionEnd, "end"));
  });

  if (handed || place.read() !== null || location.search || window.matchMedia("(min-width: 68rem)").matches) rest();
  else {
    put(empty());
    form.hidden = false;
    waitForReader();
  }
})();
