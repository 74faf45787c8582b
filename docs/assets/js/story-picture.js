/* A photograph, made small enough for a story's page. It is painted anew, so that nothing comes along that cannot be seen: neither
   where and when it was taken, nor with what. */
(function () {
  "use strict";
  /** Dots along the longer side; bytes of the file; how good it is, from the best on until it is small enough. */
  const [SIDE, BYTES] = [1600, 600000];
  const GOOD = [0.85, 0.75, 0.65, 0.5];

  function jpeg(bitmap, side, quality) {
    const by = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [bitmap.width, bitmap.height].map((dots) => Math.max(1, Math.round(dots * by)));
    const paper = canvas.getContext("2d");
    // What can be looked through becomes white, as on paper.
    paper.fillStyle = "#fff";
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve, reject) => { canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("not-picture"))), "image/jpeg", quality); });
  }

  /** A Blob of a JPEG file. Rejects with the Error `not-picture` for what this browser cannot read as one. */
  window.wmStoryPicture = async function (file) {
    let bitmap;
    // Turned as its maker meant it: the note of it is lost with the others.
    try { bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }); } catch { throw new Error("not-picture"); }
    for (const side of [SIDE, SIDE / 2]) {
      for (const quality of GOOD) {
        const made = await jpeg(bitmap, side, quality);
        if (made.size <= BYTES) { bitmap.close(); return made; }
      }
    }
    throw new Error("not-picture");
  };

  /** Show a file of a story as its picture; nothing, where there is none. */
  function show(part, file) {
    const now = part("photo-now");
    now.hidden = !file;
    if (file) now.querySelector("img").src = `data:image/${file.name.split(".")[1].replace("jpg", "jpeg")};base64,${file.base64}`;
    else now.querySelector("img").removeAttribute("src");
    part("photo-said").textContent = "";
  }

  /** Give the story what was chosen, and say how that went. */
  async function take(part, say, give) {
    const [file] = part("photo").files;
    if (!file) return;
    try {
      const blob = await window.wmStoryPicture(file);
      const url = await new Promise((resolve, reject) => {
        const reader = Object.assign(new FileReader(), { onload: () => resolve(reader.result), onerror: reject });
        reader.readAsDataURL(blob);
      });
      give({ name: "picture.jpg", base64: url.split(",")[1] });
      // After the picture is shown.
      setTimeout(() => { part("photo-said").textContent = say("photo-in"); });
    } catch { part("photo-said").textContent = say("not-picture"); }
    part("photo").value = "";
  }

  window.wmStoryPhoto = { show, take };
})();
