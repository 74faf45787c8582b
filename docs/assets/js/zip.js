/* Zip files, made in the browser: stored, with CRC-32, and the same bytes for the same files each time; unzip.js reads them. */
(function () {
  "use strict";
  // The first day that a zip file can name: a file says nothing of when it was made.
  const DAY = 0x0021;
  const UTF8 = 0x0800;
  const LOCAL = 0x04034b50;
  const CENTRAL = 0x02014b50;
  const END = 0x06054b50;
  const STORED = 0;

  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    return c;
  });
  function crc32(bytes) {
    let c = 0xffffffff;
    bytes.forEach((byte) => { c = TABLE[(c ^ byte) & 0xff] ^ (c >>> 8); });
    return (c ^ 0xffffffff) >>> 0;
  }

  /** Numbers of two or four bytes, one after another: [[bytes, value], …]. */
  function numbers(list) {
    const view = new DataView(new ArrayBuffer(list.reduce((sum, [bytes]) => sum + bytes, 0)));
    let at = 0;
    list.forEach(([bytes, value]) => {
      if (bytes === 2) view.setUint16(at, value, true); else view.setUint32(at, value, true);
      at += bytes;
    });
    return new Uint8Array(view.buffer);
  }
  function joined(parts) {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    parts.forEach((part) => { whole.set(part, at); at += part.length; });
    return whole;
  }

  /** The bytes of a zip file that holds `files`: [{name, text}] or [{name, bytes}], in their order. */
  function write(files) {
    const encoder = new TextEncoder();
    const bodies = [];
    const entries = [];
    let at = 0;
    files.forEach((file) => {
      const name = encoder.encode(file.name);
      const bytes = file.bytes || encoder.encode(file.text);
      const about = [[2, 20], [2, UTF8], [2, STORED], [2, 0], [2, DAY], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length],
        [2, name.length], [2, 0]];
      const head = joined([numbers([[4, LOCAL], ...about]), name]);
      bodies.push(head, bytes);
      entries.push(numbers([[4, CENTRAL], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]]), name);
      at += head.length + bytes.length;
    });
    const central = joined(entries);
    const end = numbers([[4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, central.length], [4, at], [2, 0]]);
    return joined([...bodies, central, end]);
  }

  window.wmZip = { write, crc32, joined };
})();
