/* Reads the element named by data-speak. The button shows only where a Vietnamese voice is there; Android lists voices
   it does not have, so there the device itself must speak Vietnamese too. One sentence at a time: long ones are cut off. */
(function () {
  var synth = window.speechSynthesis, reading;
  function voice() { return synth.getVoices().find(function (one) { return /^vi\b/i.test(one.lang.replace("_", "-")); }); }
  function words(button, on) { button.children[1].hidden = on; button.children[2].hidden = !on; }
  function stop() { synth.cancel(); if (reading) words(reading, false); reading = null; }
  function show() {
    if (voice() && !(/Android/.test(navigator.userAgent) && !/^vi/i.test(navigator.language)))
      document.querySelectorAll("[data-speak]").forEach(function (button) { button.hidden = false; });
  }
  if (!synth) return;
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-speak]"), was = reading;
    if (!button) return;
    stop();
    if (button === was) return;
    words(reading = button, true);
    (document.getElementById(button.dataset.speak).innerText.match(/[^.!?…\n]+[.!?…]*/g) || []).forEach(function (said, at, all) {
      var one = new SpeechSynthesisUtterance(said);
      one.voice = voice(); one.lang = "vi-VN";
      if (at === all.length - 1) one.onend = function () { if (reading === button) stop(); };
      synth.speak(one);
    });
  });
  synth.addEventListener("voiceschanged", show);
  window.addEventListener("pagehide", stop);
  show();
})();
