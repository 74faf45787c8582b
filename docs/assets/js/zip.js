/* Zip files, made and read in the browser: stored, with CRC-32, and the same bytes for the same files each time.
   What other programs packed is read too, where the browser can unpack it. */
(function () {
  "use strict";
  // The first day that a zip file can name: a file says nothing of when it was made.
  const DAY = 0x0021;
  const UTF8 = 0x0800;
  const LOCAL = 0x04034b50;
  const CENTRAL = 0x02014b50;
  const END = 0x06054b50;
  const STORED = 0;
  const DEFLATED = 8;
  /** A story is a few kilobytes: what is larger is something else. */
  const MOST = 1000000;
  const FILES = 100;

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

  window.wmZip = { write, read };
})();
