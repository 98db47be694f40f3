/* Keeps typed text of forms with data-keep in this browser until the server said it was saved ([data-done]). What a page
   sends back unsaved ([data-errors], [data-unsaved]) is newer than what was kept.
   Nothing is kept of passwords, hidden inputs and files. Signing out forgets everything. */
(function () {
  var PREFIX = "keep:", store, body = document.body, timer;
  try { store = window.localStorage; } catch (error) { return; }
  if (!store) return;

  function names(prefix) { return Object.keys(store).filter(function (name) { return name.indexOf(prefix) === 0; }); }
  function forget(prefix) { names(prefix).forEach(function (name) { store.removeItem(name); }); }
  function key(form) { return PREFIX + (body.dataset.keepOwner || "") + ":" + form.dataset.keep; }
  function fields(form) { return form.querySelectorAll("textarea[name], input[type=text][name]"); }
  function show(id) { var shown = document.getElementById(id); if (shown) { shown.hidden = false; document.querySelector("main").prepend(shown); } }

  var forms = document.querySelectorAll("form[data-keep]");
  var done = document.querySelector("[data-done]"), wrong = document.querySelector("[data-errors], [data-unsaved]");
  var sent = store.getItem("sent:keep");
  if (sent && done) store.removeItem(sent);
  store.removeItem("sent:keep");

  forms.forEach(function (form) {
    var mine = key(form), kept = null;
    function save() {
      var now = {}, some = false;
      fields(form).forEach(function (field) { if (wrong || field.value !== field.defaultValue) { now[field.name] = field.value; some = true; } });
      try { if (some) store.setItem(mine, JSON.stringify(now)); else store.removeItem(mine); } catch (error) { /* the disk is full: the page itself still holds the text */ }
    }
    try { kept = JSON.parse(store.getItem(mine)); } catch (error) { store.removeItem(mine); }
    if (kept && !wrong) {
      fields(form).forEach(function (field) {
        if (typeof kept[field.name] === "string" && kept[field.name] !== field.value) { field.value = kept[field.name]; show("text-restored"); }
      });
    }
    form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(save, 800); });
    form.addEventListener("submit", function () { clearTimeout(timer); save(); store.setItem("sent:keep", mine); });
    window.addEventListener("pagehide", save);
    document.querySelectorAll("[data-drop-kept]").forEach(function (button) {
      button.addEventListener("click", function () { store.removeItem(mine); form.reset(); button.parentNode.hidden = true; });
    });
  });

  document.querySelectorAll("form[data-forget]").forEach(function (form) {
    form.addEventListener("submit", function () { forms = []; window.addEventListener("pagehide", function () { forget(PREFIX); }); forget(PREFIX); });
  });
  document.querySelectorAll("[data-count]").forEach(function (place) {
    var field = document.getElementById(place.dataset.count);
    function count() { place.textContent = field.value.length + "/" + field.dataset.limit; }
    field.addEventListener("input", count); count();
  });
  var seconds = Number(body.dataset.sessionSeconds);
  if (seconds > 300) setTimeout(function () { show("session-ending"); }, Math.min((seconds - 180) * 1000, 2147483647));
})();
