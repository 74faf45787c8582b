/* Zip files, read in the browser: those of zip.js, and what other programs packed, where the browser can unpack it. */
(function () {
  "use strict";
  const { crc32, joined } = window.wmZip;
  const CENTRAL = 0x02014b50;
  const END = 0x06054b50;
  const STORED = 0;
  const DEFLATED = 8;
  /** A story is a few kilobytes, and its picture may be a megabyte: what is larger is something else. */
  const MOST = 1900000;
  const FILES = 100;

  async function unpacked(bytes, method, size) {
    if (method === STORED) return bytes;
    if (method !== DEFLATED || !window.DecompressionStream) throw new Error("packed");
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const parts = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      // Whatever the file says of itself: no more is unpacked than a story can be.
      if (length > MOST) throw new Error("large");
      parts.push(value);
    }
    if (length !== size) throw new Error("broken");
    return joined(parts);
  }

  /** What a Mac puts into a zip file for itself. */
  const OF_A_MAC = /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/;

  /** The files in a zip file: [{name, bytes}], without folders. Rejects with what is wrong: not-zip, large, packed, broken. */
  async function read(buffer) {
    const view = new DataView(buffer);
    if (buffer.byteLength > MOST) throw new Error("large");
    let end = buffer.byteLength - 22;
    while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
    if (end < 0) throw new Error("not-zip");
    try {
      const count = view.getUint16(end + 10, true);
      if (count > FILES) throw new Error("large");
      const files = [];
      let at = view.getUint32(end + 16, true);
      for (let i = 0; i < count; i += 1) {
        if (view.getUint32(at, true) !== CENTRAL) throw new Error("broken");
        const number = (place) => view.getUint32(at + place, true);
        const short = (place) => view.getUint16(at + place, true);
        const name = new TextDecoder().decode(new Uint8Array(buffer, at + 46, short(28)));
        const place = number(42);
        if (number(24) > MOST) throw new Error("large");
        const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
        if (!name.endsWith("/") && !OF_A_MAC.test(name)) {
          const bytes = await unpacked(new Uint8Array(buffer, start, number(20)), short(10), number(24));
          if (crc32(bytes) !== number(16)) throw new Error("broken");
          files.push({ name, bytes });
        }
        at += 46 + short(28) + short(30) + short(32);
      }
      return files;
    } catch (error) {
      throw ["large", "packed"].includes(error.message) ? error : new Error("broken");
    }
  }

  window.wmZip.read = read;
})();
