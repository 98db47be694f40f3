/* The hall page only: says so when the list of speakers could not be renewed, and leads the writer on after a key.
   Without this file every button still works by loading the page. */
(function () {
  function trouble(shown) {
    var place = document.getElementById("hall-trouble");
    if (place) { place.hidden = !shown; if (shown) place.scrollIntoView({ block: "nearest" }); }
  }
  document.addEventListener("htmx:beforeSwap", function (event) {
    var target = event.detail.target && event.detail.target.id;
    var whole = target && event.detail.serverResponse.indexOf('id="' + target + '"') >= 0;
    if (!whole) event.detail.shouldSwap = false;
    trouble(!whole);
  });
  ["htmx:sendError", "htmx:responseError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function () { trouble(true); });
  });
  document.addEventListener("click", function (event) {
    var label = event.target;
    if (event.isTrusted || !label.matches || !label.matches("label[data-key]")) return;
    var form = label.closest("form");
    setTimeout(function () {
      var next = Array.prototype.find.call(form.querySelectorAll("textarea, select, input[type=text]:not(.date)"), function (one) {
        return one.offsetParent !== null && !one.value;
      });
      if (next) next.focus();
    }, 0);
  });
})();
