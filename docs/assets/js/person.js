/* The word for the person in a bank's questions: one of a list, or a first name. Nothing typed is kept or sent. */
(function () {
  "use strict";
  var form = document.querySelector("[data-wm-person-choice]");
  if (!form) { return; }
  var list = form.querySelector("select");
  var name = form.querySelector("input");
  var places = document.querySelectorAll("[data-wm-person]");

  function fill() {
    var typed = name.value.trim();
    var forms = JSON.parse(list.options[list.selectedIndex].dataset.forms);
    places.forEach(function (place) {
      var kind = place.dataset.wmPerson;
      /* Welsh ties the article to the word before it; a name has none, and stands by itself. */
      place.textContent = typed ? (kind === "r-person" ? " " + typed : typed) : forms[kind];
    });
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  list.addEventListener("change", function () { name.value = ""; fill(); });
  name.addEventListener("input", fill);
  form.hidden = false;
})();
