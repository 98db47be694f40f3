"""No field of any form breaks a page: each in turn gets something no browser would send."""

import pytest
from django.urls import reverse

from doithoai.config import wiring
from doithoai.domain.roles import SYSTEM, Role
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.plans.models import Reading
from tests.factories.answers import make_answer, make_signed_answer
from tests.factories.opinions import make_opinion
from tests.web.desk.conftest import NOW, TODAY
from tests.web.desk.pages import forms_of

NASTY = ("a" * 10_000, "chữ\x00rỗng", "9" * 400, "<script>alert(1)</script>", "²", "-1")
PAGES = (
    ("opinion_new", Role.CLERK), ("opinions", Role.CLERK), ("received", Role.CLERK), ("assigned", Role.CLERK),
    ("apart", Role.CLERK), ("owed", Role.CLERK), ("submitted", Role.CHAIR), ("signed", Role.CLERK),
    ("conference", Role.CLERK), ("duty", Role.CLERK), ("open_conference", Role.CLERK), ("publication", Role.CLERK),
    ("rules", Role.CLERK), ("documents", Role.CLERK), ("document", Role.CLERK), ("plan_upload", Role.CLERK),
    ("reading", Role.CLERK), ("people", Role.SYSTEM_ADMIN),
)  # fmt: skip
FOUND = {
    "type": "plan", "form": "state", "title": "Kế hoạch", "year": 2026,
    "conferences": [{"earliest": "2026-11-20", "latest": "2026-11-20", "place": "Nhà văn hóa", "villages": [], "open": []}],
    "deadlines": [{"duty": "answer", "amount": 15, "unit": "day", "direction": "after", "anchor": "conference_end"}],
    "tasks": [{"actor": "Văn phòng", "items": ["Ra thông báo"], "line": 1}],
}  # fmt: skip


@pytest.fixture
def address_of(office, sign_in):
    """The address of a page in the state its name tells."""
    wiring.wire()

    def opinion(**fields):
        place = {"conference": office.conference, "village": office.village, "unit": office.unit}
        return make_opinion(office.commune, **{**place, **fields})

    def prepared(name):
        if name == "duty":
            lay_out_duties(conference_id=office.conference.pk, actor=SYSTEM, at=NOW)
            return "duty", DutyEntry.objects.get(duty="issue_notice").pk
        if name in ("received", "assigned", "apart"):
            state = "taken_apart" if name == "apart" else name
            return "opinion", opinion(state=state, owes_written_reply=name == "apart", public_text="Đường hỏng.").pk
        if name in ("owed", "submitted"):
            state = {"state": "due"} if name == "owed" else {"state": "submitted", "text": "Vá.", "result": "explained"}
            return "answer", make_answer(opinion(), office.unit, TODAY, **state).pk
        if name == "signed":
            return "answer", make_signed_answer(opinion(), office.unit).pk
        if name == "document":
            made = sign_in().post(
                reverse("desk:document_make", args=[office.commune.slug]),
                {"kind": "opinion_form", "of": office.conference.pk},
            )
            return "document", int(made.url.rstrip("/").rsplit("/", 1)[1])
        if name == "reading":
            kept = {"source_name": "a.txt", "source_text": "a", "source_sha256": "0" * 64, "marks": {}}
            return "reading", Reading.objects.create(commune=office.commune, found=FOUND, created_at=NOW, **kept).pk
        if name in ("conference", "publication"):
            return name, office.conference.pk
        opinion()
        return name, None

    def address(name):
        page, number = prepared(name)
        return reverse(f"desk:{page}", args=[office.commune.slug, *([number] if number else [])])

    return address


@pytest.mark.parametrize(("name", "role"), PAGES, ids=[name for name, _role in PAGES])
def test_page_stands_whatever_one_field_holds(address_of, sign_in, name, role):
    address = address_of(name)
    client = sign_in(role)
    forms = forms_of(client.get(address))
    tried = 0

    for form in forms:
        for place, field in enumerate(sorted(form)):
            for nasty in (NASTY[place % len(NASTY)], NASTY[(place + 3) % len(NASTY)]):
                answer = client.post(address, {**form, field: nasty})
                tried += 1
                assert answer.status_code in (200, 302), (field, nasty[:20])

    assert client.post(address, {}).status_code in (200, 302)
    assert tried > 0
