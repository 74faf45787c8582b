/* Files as one zip, stored as they are: what a Word document is made of.
   The form of a zip: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
(function () {
  "use strict";
  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c;
  });
  function crc32(bytes) {
    let c = 0xffffffff;
    for (const byte of bytes) c = TABLE[(c ^ byte) & 0xff] ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  }

  /** Numbers of two or four bytes, the small end first: [[size, value], …]. */
  function record(...fields) {
    const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    fields.forEach(([size, value]) => {
      if (size === 2) view.setUint16(at, value, true); else view.setUint32(at, value, true);
      at += size;
    });
    return new Uint8Array(view.buffer);
  }

  const VERSION = 20;
  const NAMES_IN_UTF8 = 0x0800;
  const FIRST_DAY = 0x21; // 1 January 1980: the same files make the same zip on every day

  /** A Blob of the zip that holds [name, text] pairs, in their order. */
  window.wmZip = function (files, type) {
    const utf8 = new TextEncoder();
    const parts = [];
    const index = [];
    let at = 0;
    files.forEach(([name, text]) => {
      const called = utf8.encode(name);
      const bytes = utf8.encode(text);
      // Version needed, flags, no compression, time, day, checksum, sizes before and after, length of the name, no extras.
      const about = [[2, VERSION], [2, NAMES_IN_UTF8], [2, 0], [2, 0], [2, FIRST_DAY], [4, crc32(bytes)], [4, bytes.length],
        [4, bytes.length], [2, called.length], [2, 0]];
      const head = record([4, 0x04034b50], ...about);
      parts.push(head, called, bytes);
      // The same again in the index: no remark, first disk, inner and outer attributes, and where the file begins.
      index.push(record([4, 0x02014b50], [2, VERSION], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), called);
      at += head.length + called.length + bytes.length;
    });
    const size = index.reduce((sum, bytes) => sum + bytes.length, 0);
    const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0]);
    return new Blob([...parts, ...index, end], { type });
  };
})();
