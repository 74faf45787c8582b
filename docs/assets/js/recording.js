/* A team's own recording: it stops by itself at its pause, and the transcript under it leads to places in it.
   What lies after the pause is not played before somebody presses on: neither by letting it run nor by moving the slider.
   Without this script the browser's own player stops there once, by the address of the file, and captions come from files. */
(function () {
  "use strict";
  const place = document.querySelector("[data-wm-recording]");
  const player = place && place.querySelector("video, audio");
  if (!player) return;
  const pause = place.dataset.pause === undefined ? Infinity : Number(place.dataset.pause);
  const stop = place.querySelector("[data-wm-stop]");
  const after = place.querySelector("[data-wm-after]");
  const announced = place.querySelector("[data-wm-announce]");
  const follows = place.querySelector("[data-wm-follow]");
  let goneOn = false;

  /* The address stops the player at the pause each time; from here on this script does, and knows who has pressed on. */
  const source = player.querySelector("source");
  source.src = source.src.split("#")[0];
  captions();
  player.load();

  /** Captions in the page's language are on. A page from disk may load no caption files: its cues come with it. */
  function captions() {
    const cues = JSON.parse(place.querySelector("[data-wm-cues]").textContent);
    if (location.protocol === "file:") {
      player.querySelectorAll("track").forEach((file) => {
        const track = player.addTextTrack("captions", file.label, file.srclang);
        file.remove();
        cues[file.srclang].forEach(([from, to, text]) => track.addCue(new VTTCue(from, to, text)));
      });
    }
    Array.from(player.textTracks).forEach((track) => {
      track.mode = track.language === document.documentElement.lang.slice(0, 2) ? "showing" : "disabled";
    });
  }

  /** Can the player go to places? Some small servers give a file only as a whole, and each way leads to its beginning. */
  function canGo() { return player.seekable.length > 0 && player.seekable.end(player.seekable.length - 1) > 0; }

  /** Go to a time; where the server allows it only so, the recording is first fetched as a whole, once. */
  async function goTo(at) {
    if (!canGo() && location.protocol !== "file:") {
      const whole = await (await fetch(source.src)).blob();
      const ready = new Promise((done) => player.addEventListener("loadedmetadata", done, { once: true }));
      player.src = URL.createObjectURL(whole);
      await ready;
    }
    player.currentTime = at;
    player.play();
  }

  /** Stand at the pause, say so, and wait. */
  function stopHere() {
    player.pause();
    if (player.currentTime !== pause && canGo()) player.currentTime = pause;
    if (!stop.hidden) return;
    stop.hidden = false;
    const leave = document.fullscreenElement && document.exitFullscreen ? document.exitFullscreen() : Promise.resolve();
    leave.catch(() => {}).then(() => {
      const at = document.activeElement;
      const heading = stop.querySelector("h3");
      // Whoever is at work elsewhere on the page is told, and stays there.
      if (at === document.body || at === player || place.contains(at)) heading.focus();
      else announced.textContent = heading.textContent;
    });
  }

  /** Somebody has pressed on: what follows may be heard and read. */
  function goOn() {
    goneOn = true;
    stop.hidden = true;
    announced.textContent = "";
    if (after) after.open = true;
  }

  function watch() {
    if (!goneOn && player.currentTime >= pause && !player.seeking) stopHere();
    mark();
    // Between two of the player's own reports a quarter of a second of the ending could be heard.
    if (!player.paused) requestAnimationFrame(watch);
  }

  player.addEventListener("timeupdate", () => { if (player.paused || document.hidden) watch(); });
  player.addEventListener("seeking", () => { if (!goneOn && player.currentTime > pause) stopHere(); });
  // A group that goes back to the beginning stops at the pause again.
  player.addEventListener("seeked", () => {
    if (player.currentTime < pause) goneOn = false;
    mark();
  });
  player.addEventListener("play", () => {
    // The player's own button, pressed where it has stopped.
    if (!goneOn && !stop.hidden && player.currentTime >= pause) goOn();
    stop.hidden = true;
    watch();
  });
  stop.querySelector("[data-wm-go-on]").addEventListener("click", () => {
    goOn();
    player.focus();
    player.play();
  });

  const turns = Array.from(place.querySelectorAll("[data-wm-turn]"), (item) => ({ item, at: Number(item.dataset.wmTurn) }));
  turns.forEach(({ item, at }) => {
    const time = item.querySelector(".wm-turns__time");
    const button = document.createElement("button");
    button.type = "button";
    button.className = time.className;
    button.textContent = time.textContent;
    button.setAttribute("aria-label", place.dataset.goTo.replace("{time}", time.textContent));
    // Whoever has opened what is said after the pause has pressed on.
    button.addEventListener("click", () => {
      if (at >= pause && !goneOn) goOn();
      goTo(at);
    });
    time.replaceWith(button);
  });

  /** The turn that is being spoken is marked; it is brought into sight only where that was asked for. */
  let marked = null;
  function mark() {
    const begun = player.paused && !player.currentTime ? [] : turns.filter(({ at }) => at <= player.currentTime + 0.05);
    const now = begun.length ? begun[begun.length - 1].item : null;
    if (now === marked) return;
    if (marked) { marked.removeAttribute("aria-current"); marked.querySelector(".wm-turns__now").remove(); }
    marked = now;
    if (!now) return;
    now.setAttribute("aria-current", "true");
    const said = document.createElement("span");
    said.className = "wm-turns__now wm-hidden";
    said.textContent = `${place.dataset.now}: `;
    now.querySelector("p").prepend(said);
    if (follows.checked) now.scrollIntoView({ block: "nearest" });
  }
})();
