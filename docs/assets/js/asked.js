/* Which of a story's questions a session asks, as an address or a file holds it: their numbers, and a mark of the words that they
   had, so that the questions of another version are not taken for these. `1.3-4f2a` */
(function () {
  "use strict";
  const FORM = /^\d{1,2}(\.\d{1,2}){0,19}-[0-9a-f]{4}$/;

  window.wmAsked = {
    /** Does something have the form of such a choice? Of which story it is, it does not say. */
    is: (text) => typeof text === "string" && FORM.test(text),
    text: (numbers, mark) => `${numbers.join(".")}-${mark}`,
    /** The numbers of a choice, in order; null where they are not of a story that has `[mark, how many, how many come first]`,
        or where none of those that come first is left to ask. */
    numbers(text, [mark, count, first]) {
      if (!window.wmAsked.is(text)) return null;
      const [list, of] = text.split("-");
      const numbers = list.split(".").map(Number).sort((a, b) => a - b);
      const sound = of === mark && new Set(numbers).size === numbers.length && numbers.every((n) => n >= 1 && n <= count);
      return sound && numbers[0] <= first ? numbers : null;
    },
  };
})();
