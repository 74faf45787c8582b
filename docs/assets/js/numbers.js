/* Go to a regulation by its number. Without this script the field is not there, and the Parts open by hand. */
(function () {
  "use strict";
  const form = document.querySelector("[data-wm-go-number]");
  if (!form) return;
  const status = form.querySelector("[role=status]");

  /* 49A of "reg 49a" and 33 of "33(2)". */
  function number() {
    const typed = form.querySelector("input").value.toUpperCase();
    return (typed.match(/\d+[A-Z]?/) || [typed.trim()])[0];
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wanted = number();
    const place = document.getElementById(`reg-${wanted}`);
    status.textContent = place ? "" : form.dataset.wmGoNumber.replace("{n}", wanted);
    if (!place) return;
    window.history.replaceState(null, "", `#reg-${wanted}`);
    window.dispatchEvent(new HashChangeEvent("hashchange")); // fold.js opens its Part
    place.focus();
  });
})();
