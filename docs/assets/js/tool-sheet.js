/* The buttons of a tool's sheet. */
(function () {
  "use strict";
  const tool = window.wmTool;
  if (!tool) return;
  const { root, say } = tool;
  const { save } = window.wmData;

  function give(blob, file, near) {
    save(blob, file);
    tool.tell(say("saved", { file }), near);
  }

  /** What makes Word files and calendars, and reads files, comes when it is first needed; a press that finds nothing may be made again.
      A script element brings it from disk too. Whether it is there; where it is not, the page says so. */
  tool.makers = async function (near) {
    if (window.wmWord && window.wmCalendar) return true;
    try {
      await new Promise((resolve, reject) => {
        root.append(Object.assign(document.createElement("script"), { src: root.dataset.makers, onload: resolve, onerror: reject }));
      });
      return true;
    } catch {
      tool.tell(say("no-maker"), near);
      return false;
    }
  };
  const file = (ending) => `${tool.id}-${tool.lang}-${tool.today()}.${ending}`;

  const DO = {
    print() { tool.print("sheet"); },
    blank() { tool.print("blank"); },
    save(button) {
      const held = { format: tool.FORMAT, tool: tool.id, version: tool.version, language: tool.lang, values: tool.values() };
      give(new Blob([`${JSON.stringify(held, null, 2)}\n`], { type: "application/json" }), file("json"), button);
      tool.safe();
    },
    async word(button) { if (await tool.makers(button)) give(tool.word(), file("docx"), button); },
    clear(button) {
      const atOnce = "clearsAtOnce" in root.dataset;
      if (atOnce || "wmSure" in button.dataset) {
        const before = tool.values();
        tool.show({});
        tool.tell(say("cleared"), button);
        unsure(button);
        if (atOnce) offerBack(before, button);
        return;
      }
      button.dataset.wmSure = "";
      button.querySelector("span").textContent = say("clear-sure");
    },
  };
  function unsure(button) {
    delete button.dataset.wmSure;
    button.querySelector("span").textContent = say("clear");
  }
  root.querySelectorAll("[data-wm-do]").forEach((button) => button.addEventListener("click", () => DO[button.dataset.wmDo](button)));
  root.querySelector("[data-wm-do=clear]").addEventListener("blur", (event) => unsure(event.target));

  /* Opened again ---------------------------------------------------------------------------------------------- */

  const open = root.querySelector("[data-wm-open]");
  /** What was on the screen can be had back, until something else is done. */
  function offerBack(before, near) {
    if (!Object.keys(before).length) return;
    const back = window.wmData.element("button", say("undo"), { type: "button", class: "wm-stage__button" });
    back.addEventListener("click", () => {
      tool.show(before);
      tool.tell(say("undone"), near);
      near.focus();
    });
    near.closest("[data-wm-bar]").querySelector("[data-wm-said]").append(" ", back);
  }
  open.addEventListener("change", async () => {
    const files = Array.from(open.files);
    if (!files.length) return;
    const before = tool.values();
    const found = (await tool.makers(open)) ? await tool.readAll(files) : null;
    // The same file can be opened again.
    open.value = "";
    if (!found) return;
    if (found.wrong) { tool.tell(say(found.wrong, { file: found.file, field: found.field }), open); return; }
    tool.show(found.values);
    tool.tell(found.n > 1 ? say("merged", { n: found.n }) : say("opened", { file: found.file }), open);
    offerBack(before, open);
  });

  /* A day for a calendar -------------------------------------------------------------------------------------- */

  // Rows that were added have such buttons too.
  root.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-wm-calendar]");
    if (!button) return;
    const field = button.closest("[data-wm-field]");
    const date = tool.get(field);
    if (!date) {
      tool.tell(say("date-first"));
      field.querySelector("input").focus();
      return;
    }
    const name = `${tool.id}-${tool.lang}-${date}.ics`;
    if (await tool.makers()) give(window.wmCalendar({ lang: tool.lang, id: tool.id, date, what: button.dataset.wmCalendar }), name);
  });
})();
