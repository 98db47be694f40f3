/* What is measured on a page as it stands in the browser. Each function gives a list of words, one for each fault. */
window.measures = (() => {
  const INTERACTIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
  const name = e => {
    const said = (e.getAttribute("aria-label") || e.labels?.[0]?.innerText || e.innerText || e.name || "").trim();
    return `${e.tagName.toLowerCase()} “${said.replace(/\s+/g, " ").slice(0, 40)}”`;
  };
  const isShown = e => {
    const box = e.getBoundingClientRect();
    return e.checkVisibility({ visibilityProperty: true }) && !e.closest("[aria-hidden=true]") && box.width > 1 && box.height > 1 && box.bottom > -window.scrollY;
  };
  const isHiddenFromEyes = e => { const box = e.getBoundingClientRect(); return box.width <= 1 || box.height <= 1; };
  const blockOf = e => { while (getComputedStyle(e).display.startsWith("inline")) e = e.parentElement; return e; };

  /* A link within a sentence: its line holds other words that are no links. */
  const isInSentence = e => {
    if (e.tagName !== "A" || getComputedStyle(e).display !== "inline") return false;
    const line = blockOf(e).cloneNode(true);
    line.querySelectorAll("a, button, label, select, svg").forEach(one => one.remove());
    return /\p{L}{2}/u.test(line.textContent);
  };
  /* A box or dot is pressed by its label too. */
  const heightOf = e => {
    const boxes = [e, ...(/^(radio|checkbox|file)$/.test(e.type) ? e.labels || [] : [])];
    return Math.max(...boxes.map(one => one.getBoundingClientRect().height));
  };

  const open = () => document.querySelectorAll("details").forEach(one => { one.open = true; });

  const small = least => [...document.querySelectorAll(INTERACTIVE)]
    .filter(e => isShown(e) && !isInSentence(e) && heightOf(e) < least - .5)
    .map(e => `${name(e)} is ${Math.round(heightOf(e))} px high`);

  const sideways = () => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= window.innerWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1);
    return [`page is ${wide} px wide on ${window.innerWidth}: ${out.slice(0, 3).map(name).join("; ")}`];
  };

  /* Words cut off by the edge of their own box. */
  const clipped = () => [...document.querySelectorAll("body *")].filter(e => {
    if (!e.checkVisibility() || isHiddenFromEyes(e) || !e.textContent.trim() || e.matches("textarea, select, option, svg *")) return false;
    const style = getComputedStyle(e);
    const cut = (way, inner, outer) => /hidden|clip/.test(way) && inner > outer + 1;
    return cut(style.overflowX, e.scrollWidth, e.clientWidth) || cut(style.overflowY, e.scrollHeight, e.clientHeight);
  }).map(e => `${name(e)} is cut off`);

  /* The spacing of WCAG 1.4.12, as a reader's own style would set it. */
  const space = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
  };

  /* Everything the Tab key should reach, in the order of the document; of dots of one question, the chosen or first. */
  const stops = () => {
    const all = [...document.querySelectorAll(INTERACTIVE + ", [tabindex]")].filter(e => e.tabIndex >= 0 && !e.disabled
      && e.checkVisibility({ visibilityProperty: true }));
    const entry = e => {
      const group = all.filter(one => one.type === "radio" && one.name === e.name && one.form === e.form);
      return group.find(one => one.checked) || group[0];
    };
    return all.filter(e => e.type !== "radio" || entry(e) === e);
  };
  const ring = e => { const s = getComputedStyle(e); return [s.outlineStyle !== "none" && s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor].join(); };

  /* Begins a walk by Tab at the first stop within a part of the page; `step` is asked after each key. */
  let walk = [], resting = [];
  const begin = part => {
    document.activeElement?.blur();
    walk = stops().filter(e => e.closest(part));
    resting = walk.map(ring);
    walk[0]?.focus();
    return walk.length;
  };
  const step = number => {
    const wanted = walk[number], e = document.activeElement;
    if (e !== wanted) return [`Tab ${number + 1} reaches ${name(e)}, not ${name(wanted)}`];
    const box = e.getClientRects()[0], x = box.x + box.width / 2, y = box.y + Math.min(box.height / 2, 20);
    const faults = [];
    const target = /^(radio|checkbox)$/.test(e.type) && e.labels.length ? [e, ...e.labels] : [e];
    if (ring(e) === resting[number] && number) faults.push(`${name(e)} shows no focus`);
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) faults.push(`${name(e)} has focus off the screen`);
    else {
      const on = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 1), Math.min(Math.max(y, 1), innerHeight - 1));
      if (on && !target.some(one => one.contains(on) || on.contains(one))) faults.push(`${name(e)} has focus behind ${name(on)}`);
    }
    return faults;
  };
  return { open, small, sideways, clipped, space, begin, step };
})();
