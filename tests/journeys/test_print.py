"""Every staff page as paper: A4, black on white, commune and day on top, no control, nothing cut at the right."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from doithoai.stages.answers.models import Answer
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.plans.models import Conference
from tests.house.sources import PACKAGE
from tests.journeys.ground import Ground, every_address, loaded
from tests.journeys.test_rights import STAFF

pytestmark = [pytest.mark.browser, pytest.mark.django_db]
WHOSE = "xã bình lãng"
HOST = "http://testserver"
WIDTH = 794  # pixels of A4, by which style sheets ask how wide the medium is
ON_THE_WALL = {"hall:projector"}
A4 = re.compile(rb"/MediaBox ?\[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]")
LOOK_AT_PAPER = """() => {
  const width = 624;  // pixels of 165 mm: what the margins of Decree 30/2020 leave
  document.documentElement.style.width = width + "px";
  const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().width > 1;
  const cut = [...document.querySelectorAll("main *, header *")].filter(
    (one) => shown(one) && one.getBoundingClientRect().right > width + 1);
  const controls = [...document.querySelectorAll("button, input, select, textarea")].filter(
    (one) => shown(one) && (one.matches("button, [type=file], [type=checkbox], [type=radio]")
      || parseFloat(getComputedStyle(one).borderTopWidth) > 0));
  const loose = [...document.querySelectorAll("thead")].filter(
    (one) => shown(one) && getComputedStyle(one).display !== "table-header-group");
  const named = (one) => one.tagName + " " + (one.name || one.textContent.trim()).slice(0, 30);
  return {cut: cut.map(named), controls: controls.map(named), loose: loose.map(named), words: document.body.innerText};
}"""


FIELDS_ON_PAPER = """() => {
  const apart = "details:not([open]), .no-print, .filters, .press, [type=password], [type=file], [hidden]";
  const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 20;
  const fields = [...document.querySelectorAll("main form .control[name]")].filter((one) => !one.closest(apart) && !one.matches(apart));
  const faults = fields.flatMap((one) => {
    const label = document.querySelector(`label[for="${one.id}"]`);
    return [!shown(one) && "hidden", !(label && label.checkVisibility()) && "without its name",
      one.matches("textarea") && one.scrollHeight > one.clientHeight + 2 && "cut"].filter(Boolean).map((fault) => `${one.name} ${fault}`);
  });
  const boxes = [...document.querySelectorAll("main form .choice")].filter((one) => !one.closest(apart));
  const unmarked = boxes.filter((one) => !one.checkVisibility() || getComputedStyle(one, "::before").borderTopWidth === "0px");
  faults.push(...unmarked.map((one) => `${one.textContent.trim()} has no box`));
  return {count: fields.length, choices: boxes.length, faults: faults};
}"""


def addresses_of(ground: Ground) -> Iterator[tuple[str, str]]:
    """Name and path of every staff page, and of a conference, an opinion and an answer in every state."""
    for name, path in every_address(ground.own):
        if name in STAFF and name not in ON_THE_WALL:
            yield name, path
    of = {"commune__slug": ground.own.slug}
    for name, model in (("desk:conference", Conference), ("desk:opinion", Opinion), ("desk:answer", Answer)):
        states = {row.state: row.pk for row in model.objects.filter(**of)}
        yield from ((name, reverse(name, args=[ground.own.slug, pk])) for pk in states.values())


@pytest.fixture(scope="module")
def pages(django_db_setup: None, django_db_blocker: Any) -> dict[str, str]:
    """The pages of the demo by path, each as a role sees it that may. The demo is gone before a browser is started."""
    found: dict[str, str] = {}
    with django_db_blocker.unblock(), loaded() as ground:
        for name, path in addresses_of(ground):
            response = ground.client(max(STAFF[name])).get(path)
            if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                found[path] = response.content.decode()
    return found


@pytest.fixture(scope="module")
def paper(pages, chromium) -> Iterator[Any]:
    """A page of the browser as wide as the paper; pages come from memory, styles from their folder."""
    context = chromium.new_context(viewport={"width": WIDTH, "height": 900}, java_script_enabled=True)
    tab = context.new_page()
    tab.emulate_media(media="print")

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(HOST)
        style = next(iter(PACKAGE.glob(f"web/*{path}")), Path()) if path.startswith("/static/") else None
        if style is None:
            route.fulfill(body=pages.get(path, ""), content_type="text/html; charset=utf-8")
        elif style.is_file() and style.suffix != ".js":
            route.fulfill(path=style)
        else:
            route.fulfill(status=404)

    context.route("**/*", answer)
    # The driver runs a loop in this thread, which Django would take for asynchronous code.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield tab
    context.close()


def test_every_staff_page_prints_whole_without_controls_and_says_whose_and_when(pages, paper):
    day = timezone.localdate().strftime("%d/%m/%Y")

    faults = []
    for path in pages:
        paper.goto(f"{HOST}{path}")
        seen = paper.evaluate(LOOK_AT_PAPER)
        words = seen.pop("words")
        faults += [f"{path}: {kind} {some[:4]}" for kind, some in seen.items() if some]
        if WHOSE not in words.lower() or f"In ngày {day}" not in words:
            faults.append(f"{path}: does not say whose it is or when it was printed")
        if "Đăng xuất" in words:
            faults.append(f"{path}: prints the way out")

    assert len(pages) > 35
    assert faults == [], "\n".join(faults)


def test_every_open_form_prints_its_fields_with_name_and_value_or_a_line(pages, paper):
    faults, fields, choices = [], 0, 0
    for path in pages:
        paper.goto(f"{HOST}{path}")
        seen = paper.evaluate(FIELDS_ON_PAPER)
        fields, choices = fields + seen["count"], choices + seen["choices"]
        faults += [f"{path}: {fault}" for fault in seen["faults"]]

    assert (fields > 60, choices > 10) == (True, True)
    assert faults == [], "\n".join(faults)


def test_hidden_field_and_choice_are_seen_when_there_are_some(pages, paper):
    path = next(path for path in pages if path.endswith("/y-kien/ghi/"))
    paper.goto(f"{HOST}{path}")
    paper.add_style_tag(content="main form, main form .choice { display: none !important; }")

    faults = paper.evaluate(FIELDS_ON_PAPER)["faults"]

    assert "words hidden" in faults
    assert any(fault.endswith("has no box") for fault in faults)


def test_paper_is_a4(pages, paper):
    path = next(path for path in pages if path.endswith("/y-kien/"))
    paper.goto(f"{HOST}{path}")

    assert A4.search(paper.pdf(prefer_css_page_size=True))


def test_cut_table_and_control_are_seen_when_there_are_some(pages, paper):
    path = next(path for path in pages if path.endswith("/y-kien/"))
    paper.goto(f"{HOST}{path}")
    paper.evaluate("""() => { document.querySelector("main table").style.width = "900px";
      document.querySelector("main").append(document.createElement("button")); }""")

    seen = paper.evaluate(LOOK_AT_PAPER)

    assert (bool(seen["cut"]), seen["controls"]) == (True, ["BUTTON "])
