/* Rows of stories, by the finder's numbers: those that are in sight come a few at a time, many come all at once. */
(function () {
  "use strict";
  const FEW = 4; // pieces; where more would be asked for, all rows come in one file

  /**
   * The rows of the page whose `box` says how many stories there are, how many rows come in a piece, and the mark of their numbers.
   * Gives {at(number), themes, need(numbers), all()}: a row, labels and icons of the themes of those that came, a promise of
   * these rows (null where all of them have come), and a promise of all.
   */
  window.wmStoryRows = function (box) {
    const { load } = window.wmData;
    const lang = document.documentElement.lang.slice(0, 2);
    const { mark } = box.dataset;
    const [size, piece] = [Number(box.dataset.size), Number(box.dataset.piece)];
    const rows = [];
    const themes = {};
    let whole = null; // the promise of all of them

    function take(came, from, count) {
      if (came.rows.length !== count) throw new Error("rows");
      came.rows.forEach((row, at) => { rows[from + at] = row; });
      Object.assign(themes, came.themes);
    }
    function all() {
      whole ||= load(lang, "find-stories", mark).then((came) => take(came, 0, size));
      whole.catch(() => { whole = null; });
      return whole;
    }
    function need(numbers) {
      const pieces = [...new Set(numbers.filter((number) => !rows[number]).map((number) => Math.floor(number / piece)))];
      if (!pieces.length) return null;
      if (whole || pieces.length > FEW) return all();
      return Promise.all(pieces.map(async (one) => {
        const from = one * piece;
        take(await load(lang, `find-stories-${one}`, mark), from, Math.min(piece, size - from));
      }));
    }
    return { at: (number) => rows[number], themes, need, all };
  };
})();
