/* Copies the element named by data-copy. The button is hidden until this file shows it; the text itself can always be
   chosen by hand. Works over plain http on the hall's own network, where navigator.clipboard is missing. */
document.querySelectorAll("[data-copy]").forEach(function (button) {
  var place = document.getElementById(button.dataset.copy);
  var told = document.querySelector('[data-copied="' + button.dataset.copy + '"]');
  if (!place) return;
  button.hidden = false;
  button.addEventListener("click", function () {
    if (place.select) place.select(); else window.getSelection().selectAllChildren(place);
    var text = place.value === undefined ? place.innerText : place.value;
    function done(ok) { if (ok && told) told.textContent = told.dataset.words; }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(function () { done(true); }, function () { done(document.execCommand("copy")); });
    else done(document.execCommand("copy"));
  });
});
