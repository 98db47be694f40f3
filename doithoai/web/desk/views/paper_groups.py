"""The papers that one conference can have, by stage: before, at and after it; letters about one opinion are folded by kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from doithoai.stages.answers import queries as answers
from doithoai.stages.answers.records import AnswerCard
from doithoai.stages.documents import queries
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.models import OfficialDocument
from doithoai.stages.plans.models import Conference
from doithoai.web.ui.records import PaperLine
from doithoai.web.ui.visit import Visit
from doithoai.web.ui.words import vn_date

BEFORE = (
    ("plan", "conference_notice", "invitation", "loudspeaker_bulletin"),
    ("agenda", "running_order", "answer_brief", "assignment_slip"),
    ("opinion_form", "speaker_card", "security_sheet", "cost_estimate"),
)
AT = (("sign_in_sheet", "minutes"),)
AFTER = (
    ("conclusion_notice", "result_report", "survey_form"),
    ("written_answer", "extension_notice", "transfer_slip", "transfer_notice"),
    ("settlement", "archive_index"),
)
FROM_ELSEWHERE = ("receipt",)
"""Made on the opinion's own page, when somebody has just handed it in."""
Things = Mapping[str, list[tuple[int, str]]]


@dataclass(frozen=True)
class Fold:
    """Papers of one kind about many opinions, under one line that opens."""

    title: str
    lines: list[PaperLine]


@dataclass(frozen=True)
class Part:
    """Papers that are used together; `title` says for what."""

    title: str
    lines: list[PaperLine]
    folds: list[Fold]


@dataclass(frozen=True)
class Group:
    """One stage of the conference."""

    title: str
    parts: list[Part]


def state_of(document: OfficialDocument) -> tuple[str, str]:
    """Tone and words of the stamp."""
    if document.state == "draft":
        return "soon", _("Dự thảo")
    if document.symbol:
        return "done", _("Số %(symbol)s, %(day)s") % {"symbol": document.symbol, "day": vn_date(document.issued_on)}
    return "done", _("Ban hành %(day)s") % {"day": vn_date(document.issued_on)}


def groups_of(visit: Visit, conference: Conference) -> list[Group]:
    """Before, at and after the conference, each with its parts."""
    commune = visit.commune.pk
    made = [
        *queries.documents_of(visit.actor, commune, conference_id=conference.pk).defer("content", "copy"),
        *queries.documents_of(visit.actor, commune, kind="plan").defer("content", "copy"),
    ]
    newest, things = newest_of(made), things_of(visit, conference)

    def part(title: str, codes: Iterable[str]) -> Part:
        lines: list[PaperLine] = []
        folds: list[Fold] = []
        for code in codes:
            found = [line_of(visit, (code, thing), note, newest) for thing, note in things.get(code, [])]
            if KINDS[code].of in {"plan", "conference"}:
                lines += found
            elif found:
                folds.append(Fold(f"{_(KINDS[code].name)} ({len(found)})", found))
        return Part(title, lines, folds)

    def group(title: str, words: tuple[str, ...], parts: tuple[tuple[str, ...], ...]) -> Group:
        built = [part(said, codes) for said, codes in zip(words, parts, strict=True)]
        return Group(title, [one for one in built if one.lines or one.folds])

    return [
        group(
            _("Trước hội nghị"),
            (_("Báo cho mọi người"), _("Chuẩn bị nội dung"), _("Phiếu, an ninh, kinh phí")),
            BEFORE,
        ),
        group(_("Tại hội nghị"), ("",), AT),
        group(
            _("Sau hội nghị"),
            (_("Kết luận, báo cáo"), _("Thư về từng ý kiến"), _("Quyết toán, lưu hồ sơ")),
            AFTER,
        ),
    ]


def things_of(visit: Visit, conference: Conference) -> Things:
    """What each kind can be made of, with a note to know it by that never holds a citizen's own words."""
    cards = [
        card
        for card in answers.all_answers(visit.actor, visit.commune.pk, visit.today)
        if card.conference_id == conference.pk
    ]
    passed = answers.transfers_of(visit.actor, visit.commune.pk, visit.today, conference_id=conference.pk)
    up = [(row.opinion_id, f"{row.number}: {row.summary}") for row in passed]
    own = {code: [(conference.pk, "")] for code, kind in KINDS.items() if kind.of == "conference"}
    return own | {
        "plan": [(conference.plan_id, "")] if conference.plan_id else [],
        "written_answer": [_noted(card) for card in cards if card.is_signed],
        "extension_notice": [_noted(card) for card in cards if card.extended],
        "transfer_slip": up,
        "transfer_notice": up,
    }


def _noted(card: AnswerCard) -> tuple[int, str]:
    return card.answer_id, f"{card.number}: {card.summary}"


def newest_of(made: Iterable[OfficialDocument]) -> dict[tuple[str, int], OfficialDocument]:
    """The paper to show for each kind and thing: a draft in work before what was issued earlier."""
    newest: dict[tuple[str, int], OfficialDocument] = {}
    for document in sorted(made, key=lambda one: (one.state == "draft", one.made_at)):
        newest[document.kind, document.of_id] = document
    return newest


def line_of(visit: Visit, of: tuple[str, int], note: str, newest: dict[tuple[str, int], OfficialDocument]) -> PaperLine:
    """One line of the list; `of` is the kind and the thing it is of."""
    document = newest.get(of)
    line = PaperLine(of[0], _(KINDS[of[0]].name), of[1], note)
    if document is None:
        return line
    state, words = state_of(document)
    place = [visit.commune.slug, document.pk]
    url, file_url = (reverse(f"desk:{name}", args=place) for name in ("document", "document_file"))
    return replace(line, url=url, file_url=file_url, state=state, state_words=words)
