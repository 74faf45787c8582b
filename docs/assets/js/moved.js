/* A page that has moved: what its address holds after the mark # goes along. Without this script its link is there. */
(function () {
  "use strict";
  const link = document.querySelector("[data-wm-moved]");
  if (!link) return;
  link.hash = location.hash;
  location.replace(link.href);
})();
