/* Today's story: chosen by the date alone, so that it is the same for everyone, in both languages.
   Without this script the first story of the list stands there. */
(function () {
  "use strict";
  var card = document.querySelector("[data-wm-today]");
  var data = document.getElementById("wm-stories");
  if (!card || !data) { return; }
  var stories = JSON.parse(data.textContent);
  if (!stories.length) { return; }

  /* Addresses are the same in both languages; titles, and so the order of the list, are not. */
  stories.sort(function (a, b) { return a.href < b.href ? -1 : 1; });
  var now = new Date();
  var day = Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000);
  /* 7919 is a prime: stories of one collection, which stand together, do not follow each other day by day. */
  var story = stories[(day * 7919) % stories.length];

  function put(name, text) { card.querySelector("[data-wm-today-" + name + "]").textContent = text; }
  put("title", story.title);
  put("summary", story.summary);
  put("theme", story.theme);
  put("minutes", story.minutes);
  put("label", story.label);
  card.querySelector("[data-wm-today-label]").hidden = !story.label;
  var emblem = card.querySelector("[data-wm-today-emblem]");
  emblem.src = emblem.src.replace(/[^/]*$/, story.id + ".svg");
  emblem.hidden = !story.emblem;
  card.querySelector("a").setAttribute("href", story.href);
  /* What tray.js, which runs after this, puts into the reader's own pack. */
  card.dataset.wmItem = "story:" + story.id;
  card.dataset.wmName = story.title;
})();
