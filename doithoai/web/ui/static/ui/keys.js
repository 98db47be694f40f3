/* Keys for officials. Ctrl+Enter presses the form's button named so by data-key, else its first; data-key="F2" is
   pressed by that key outside text fields. Every key is written on the screen beside what it does. */
document.addEventListener("keydown", function (event) {
  if (event.isComposing || event.defaultPrevented) return;
  var at = document.activeElement;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    var form = at && at.closest("form");
    var press = form && (form.querySelector('[data-key="Ctrl+Enter"]') || form.querySelector("button:not([type=button])"));
    if (press) { event.preventDefault(); press.click(); }
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || (at && at.matches("input, textarea, select"))) return;
  var button = Array.prototype.find.call(document.querySelectorAll("[data-key]"), function (one) {
    return one.dataset.key === event.key;
  });
  if (button) { event.preventDefault(); button.click(); }
});
/* A form pressed twice is sent once. */
document.addEventListener("submit", function (event) {
  var last = Number(event.target.dataset.sentAt || 0), now = Date.now();
  if (now - last < 3000) event.preventDefault(); else event.target.dataset.sentAt = now;
});
