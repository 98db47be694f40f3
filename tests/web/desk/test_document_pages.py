"""Official papers: the list, drafting, the file, issuing with number and day; and what is refused."""

import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from doithoai.config import wiring
from doithoai.domain.roles import SYSTEM, Role
from doithoai.stages.answers.models import Transfer
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.plans.models import Conference
from doithoai.web.desk.views import paper_groups
from tests.factories.answers import make_answer, make_extension
from tests.factories.opinions import make_opinion
from tests.web.desk.conftest import NOW, words_of
from tests.web.desk.pages import sent_from


@pytest.fixture(autouse=True)
def _renderers():
    wiring.wire()


@pytest.fixture
def ready(office):
    """A conference of which a notice can be made, with its duties."""
    Conference.objects.filter(pk=office.conference.pk).update(
        starts="08:00", how_to_attend="Đến trực tiếp.", co_chair="Thường trực HĐND xã", headed_by="people_committee"
    )
    lay_out_duties(conference_id=office.conference.pk, actor=SYSTEM, at=NOW)
    return office


@pytest.fixture
def draft(ready, at_page):
    answer = at_page("document_make").post(kind="conference_notice", of=ready.conference.pk)
    assert answer.status_code == 302
    return OfficialDocument.objects.get()


def issue(page, **fields):
    return page.post(**{**sent_from(page.get(), "on"), **fields})


def test_list_names_the_kinds_by_stage(ready, at_page):
    page = words_of(at_page("documents").get())

    stages = [page.index(f"<h2>{words}</h2>") for words in ("Trước hội nghị", "Tại hội nghị", "Sau hội nghị")]
    assert stages == sorted(stages)
    assert page.count('name="kind"') == 19
    assert stages[0] < page.index(">Chương trình và nội quy<") < stages[1]
    assert stages[1] < page.index(">Biên bản hội nghị<") < stages[2]
    assert stages[2] < page.index(">Mục lục hồ sơ lưu<")


def test_every_kind_has_its_place_on_the_list_or_elsewhere():
    places = [
        *(code for stage in (*paper_groups.BEFORE, *paper_groups.AT, *paper_groups.AFTER) for code in stage),
        *paper_groups.FROM_ELSEWHERE,
    ]

    assert sorted(places) == sorted(KINDS)


def test_letters_about_opinions_are_folded_by_kind(ready, at_page):
    for number in range(3):
        opinion = make_opinion(ready.commune, f"Đường lầy {number}", conference=ready.conference, topic="roads")
        make_extension(make_answer(opinion, ready.unit), date(2026, 12, 20 + number))

    page = words_of(at_page("documents").get())

    assert "<details><summary>Thông báo gia hạn trả lời (3)</summary>" in page
    assert page.count('value="extension_notice"') == 3
    assert "Văn bản trả lời công dân (" not in page


def test_receipt_is_drafted_on_the_page_of_its_opinion(ready, at_page):
    opinion = make_opinion(ready.commune, "Đường lầy", conference=ready.conference)
    page = at_page("opinion", opinion.pk).get()
    assert 'value="receipt"' in words_of(page)
    assert 'value="transfer_slip"' not in words_of(page)

    answer = at_page("document_make").post(kind="receipt", of=opinion.pk, conference=ready.conference.pk)

    made = OfficialDocument.objects.get(kind="receipt")
    assert (answer.status_code, made.of_id, made.conference_id) == (302, opinion.pk, ready.conference.pk)
    assert "Đường lầy" not in words_of(at_page("document", made.pk).get())


def test_transfer_papers_are_offered_when_the_opinion_was_passed_up(ready, at_page):
    opinion = make_opinion(ready.commune, "Cầu hỏng", conference=ready.conference, state="transferred")
    Transfer.objects.create(
        opinion=opinion, body="Sở Xây dựng", reason="Cầu của tỉnh", transferred_on=date(2026, 10, 27), decided_by="x",
        decided_at=NOW,
    )  # fmt: skip

    page, listed = words_of(at_page("opinion", opinion.pk).get()), words_of(at_page("documents").get())

    for kind in ("transfer_slip", "transfer_notice"):
        assert f'value="{kind}"' in page
        assert f'value="{kind}"' in listed


def test_extension_notice_is_offered_with_the_extension(ready, at_page):
    answer = make_answer(make_opinion(ready.commune, "Đường lầy", conference=ready.conference), ready.unit)
    assert 'value="extension_notice"' not in words_of(at_page("answer", answer.pk).get())

    make_extension(answer, date(2026, 12, 20))

    assert 'value="extension_notice"' in words_of(at_page("answer", answer.pk).get())


def test_draft_is_made_shown_and_downloaded(ready, draft, at_page):
    page = at_page("document", draft.pk)

    file = at_page("document_file", draft.pk).get()

    assert "THÔNG BÁO" in words_of(page.get())
    assert "Nhà văn hóa thôn" in words_of(page.get())
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(file.content)).namelist()
    assert file["Content-Disposition"] == 'attachment; filename="du-thao-conference_notice.docx"'


def test_draft_made_twice_is_one_draft(ready, draft, at_page):
    at_page("document_make").post(kind="conference_notice", of=ready.conference.pk)

    assert OfficialDocument.objects.count() == 1


def test_issued_paper_has_number_and_day_and_fulfils_its_duty(ready, draft, at_page):
    page = at_page("document", draft.pk)

    issue(page, on="27/10/2026")

    draft.refresh_from_db()
    entry = DutyEntry.objects.get(duty="issue_notice")
    assert (draft.state, draft.number, draft.issued_on) == ("issued", 1, date(2026, 10, 27))
    assert (entry.done_on, entry.document_id) == (date(2026, 10, 27), draft.pk)
    assert Conference.objects.get().state == "announced"
    assert draft.symbol in words_of(at_page("documents").get())
    assert "Mở văn bản chứng minh" in words_of(at_page("duty", entry.pk).get())


def test_issuing_twice_gives_one_number(ready, draft, at_page):
    page = at_page("document", draft.pk)
    sent = sent_from(page.get(), "on")

    answers = [page.post(**sent), page.post(**sent)]

    draft.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert draft.number == 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"on": "29/10/2026"}, "Ngày ban hành không thể ở sau hôm nay."),
        ({"on": "ngày kia"}, "chưa phải là một ngày"),
        ({"number": "0"}, "phải từ 1 trở lên"),
        ({"number": "mười"}, "phải là một con số"),
        ({"version": "99"}, "Dự thảo vừa được soạn lại."),
    ],
)
def test_issuing_is_refused_in_words(ready, draft, at_page, fields, told):
    refused = issue(at_page("document", draft.pk), **fields)

    draft.refresh_from_db()
    assert (refused.status_code, draft.state) == (200, "draft")
    assert told in words_of(refused)


def test_number_already_given_is_refused(ready, draft, at_page):
    issue(at_page("document", draft.pk), number="7")
    at_page("document_make").post(kind="conference_notice", of=ready.conference.pk)
    second = OfficialDocument.objects.get(state="draft")

    refused = issue(at_page("document", second.pk), number="7")

    assert "Số 07 đã dùng trong năm. Số tiếp theo là 08." in words_of(refused)
    assert "Các bản khác" in words_of(refused)


def test_missing_fact_is_told_on_the_list(office, at_page):
    Conference.objects.update(on=None, place="", open=["date", "place"])

    answer = at_page("document_make").post(
        kind="conference_notice", of=office.conference.pk, conference=office.conference.pk
    )

    shown = words_of(at_page("documents").client.get(answer.url))
    assert OfficialDocument.objects.count() == 0
    assert answer.url.endswith(f"?cuoc={office.conference.pk}")
    assert shown


@pytest.mark.parametrize(
    "sent", [{"kind": "bay", "of": "1"}, {"kind": "minutes", "of": "x"}, {"kind": "plan", "of": "9" * 99}, {}]
)
def test_drafting_nonsense_leads_back(office, at_page, sent):
    assert at_page("document_make").post(**sent).status_code == 302
    assert OfficialDocument.objects.count() == 0


def test_another_communes_things_make_no_paper(another, at_page):
    answer = at_page("document_make").post(kind="conference_notice", of=another.conference.pk)

    assert (answer.status_code, OfficialDocument.objects.count()) == (404, 0)


def test_another_communes_paper_is_not_there(another, draft, sign_in):
    from django.urls import reverse

    client = sign_in(Role.CLERK, another)

    codes = {
        client.get(reverse(f"desk:{name}", args=[another.commune.slug, draft.pk])).status_code
        for name in ("document", "document_file")
    }

    assert codes == {404}


def test_chair_reads_and_drafts_but_does_not_issue(ready, draft, at_page):
    page = at_page("document", draft.pk, role=Role.CHAIR)

    answer = page.post(on="28/10/2026", version=str(draft.version))

    draft.refresh_from_db()
    assert "Văn phòng ban hành và lấy số." in words_of(page.get())
    assert (answer.status_code, draft.state) == (403, "draft")


def test_list_costs_the_same_with_one_paper_and_with_three(ready, draft, at_page):
    page = at_page("documents")
    page.get()
    with CaptureQueriesContext(connection) as one:
        page.get()
    for kind in ("opinion_form", "sign_in_sheet"):
        assert at_page("document_make").post(kind=kind, of=ready.conference.pk).status_code == 302

    with CaptureQueriesContext(connection) as three:
        page.get()

    assert (OfficialDocument.objects.count(), len(three)) == (3, len(one))


def test_hostile_words_are_escaped_in_the_preview(ready, at_page):
    Conference.objects.update(place="<script>alert(1)</script>")
    at_page("document_make").post(kind="conference_notice", of=ready.conference.pk)

    shown = words_of(at_page("document", OfficialDocument.objects.get().pk).get())

    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>alert(1)" not in shown
