/* The small form on other pages: what is chosen there goes to the finder after the address's #, which no server sees. */
(function () {
  "use strict";
  document.querySelectorAll("[data-wm-find-form]").forEach((form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = new URLSearchParams();
      new FormData(form).forEach((value, name) => { if (value.trim()) given.set(name, value.trim()); });
      const hash = given.toString();
      location.href = form.getAttribute("action") + (hash ? `#${hash}` : "");
    });
  });
})();
