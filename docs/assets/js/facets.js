/* Facets: any of the values within one, all of the facets together; and how many items each further choice would leave.
   Knows nothing of pages. A set of items is a row of bits, so that thousands of items cost less than a millisecond. */
(function () {
  "use strict";
  function empty(size) { return new Uint32Array(Math.ceil(size / 32)); }

  function all(size) {
    const bits = empty(size).fill(0xffffffff);
    if (size % 32) bits[bits.length - 1] = (1 << (size % 32)) - 1;
    return bits;
  }
  function put(bits, number) { bits[number >> 5] |= 1 << (number & 31); }

  /** Steps as a page writes them: a small letter ends each, capitals before it are its higher digits in base 26. */
  function steps(letters) {
    const found = [];
    let step = 0;
    for (const letter of letters) {
      const capital = letter < "a";
      step = step * 26 + letter.charCodeAt(0) - (capital ? 65 : 97);
      if (capital) continue;
      found.push(step);
      step = 0;
    }
    return found;
  }
  /** The items that `steps` name, each as the step from the one before. */
  function fromSteps(size, steps) {
    const bits = empty(size);
    let number = 0;
    steps.forEach((step) => {
      number += step;
      if (number < size) put(bits, number);
    });
    return bits;
  }
  function both(a, b) { return a.map((word, at) => word & b[at]); }
  function either(a, b) { return a.map((word, at) => word | b[at]); }

  function count(bits) {
    let sum = 0;
    for (let word of bits) {
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      sum += (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
    }
    return sum;
  }
  function numbers(bits) {
    const found = [];
    bits.forEach((word, at) => {
      for (let bit = 0; bit < 32; bit += 1) if ((word >>> bit) & 1) found.push(at * 32 + bit);
    });
    return found;
  }

  /** A table of `size` items. `facets`: [id, [[value, its items in letters], …]] each. */
  function table(size, facets) {
    const whole = all(size);
    const rows = new Map(facets.map(([id, values]) => [id, new Map(values.map(([value, letters]) => [value, fromSteps(size, steps(letters))]))]));

    /** Items that answer one facet: all of them when nothing is chosen there. */
    function answering(id, chosen) {
      const values = chosen[id] || [];
      if (!values.length) return whole;
      return values.reduce((bits, value) => either(bits, rows.get(id).get(value)), empty(size));
    }

    /** The items found, and by facet and value how many there would be if that were the only choice in its facet. */
    function find(chosen, within = whole) {
      const answers = new Map([...rows.keys()].map((id) => [id, answering(id, chosen)]));
      const counts = {};
      for (const [id, values] of rows) {
        let others = within;
        for (const [other, bits] of answers) if (other !== id) others = both(others, bits);
        counts[id] = {};
        for (const [value, bits] of values) counts[id][value] = count(both(bits, others));
      }
      const found = [...answers.values()].reduce(both, within);
      return { items: numbers(found), counts };
    }

    return { size, find, has: (id, value) => Boolean(rows.get(id)?.has(value)) };
  }

  window.wmFacets = { table, empty, both, either, fromSteps };
})();
