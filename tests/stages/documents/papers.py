"""The facts and papers of each kind for the communes of `communes.py`."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from doithoai.domain.numbering import PaperForm
from doithoai.domain.papers.blocks import Paper
from doithoai.stages.documents.facts import Petitioner
from doithoai.stages.documents.kinds import KINDS
from doithoai.stages.documents.kinds.conclusion_notice.facts import ConclusionNoticeFacts
from doithoai.stages.documents.kinds.conference_notice.facts import ConferenceNoticeFacts
from doithoai.stages.documents.kinds.invitation.facts import InvitationFacts
from doithoai.stages.documents.kinds.loudspeaker_bulletin.facts import LoudspeakerBulletinFacts
from doithoai.stages.documents.kinds.minutes.facts import MinutesFacts
from doithoai.stages.documents.kinds.opinion_form.facts import OpinionFormFacts
from doithoai.stages.documents.kinds.plan.facts import PlanFacts
from doithoai.stages.documents.kinds.result_report.facts import Preparation, ResultReportFacts
from doithoai.stages.documents.kinds.sign_in_sheet.facts import Invited, SignInSheetFacts
from doithoai.stages.documents.kinds.written_answer.facts import Passing, Point, WrittenAnswerFacts
from tests.stages.documents.communes import Case
from tests.stages.documents.hall_papers import AT_THE_HALL
from tests.stages.documents.slips import AROUND_ONE_OPINION

Frame = dict[str, Any]


def _plan(case: Case, frame: Frame) -> PlanFacts:
    return PlanFacts(
        event=case.event,
        commune=case.held.commune,
        year=case.year,
        bases=case.bases,
        conferences=case.planned,
        topics=case.topics,
        tasks=case.tasks,
        office=case.contact.office,
        exclusions=case.exclusions,
        attendees=case.attendees,
        due=case.plan_due,
        board=case.board,
        **frame,
    )


def _notice(case: Case, frame: Frame) -> ConferenceNoticeFacts:
    return ConferenceNoticeFacts(
        conference=case.held,
        contact=case.contact,
        topics=case.topics,
        plan=case.plan,
        private_rule=case.private_rule,
        answer=case.answer,
        publication=case.publication,
        **frame,
    )


def _invitation(case: Case, frame: Frame) -> InvitationFacts:
    return InvitationFacts(
        conference=case.held,
        contact=case.contact,
        invitees=("Đại diện Thường trực Đảng ủy xã", "Ông Trần Văn Mẫu, Trưởng phòng Kinh tế"),
        topics=case.topics,
        plan=case.plan,
        request="nội dung trả lời thuộc lĩnh vực phụ trách",
        **frame,
    )


def _bulletin(case: Case, frame: Frame) -> LoudspeakerBulletinFacts:
    return LoudspeakerBulletinFacts(
        conference=case.held,
        contact=case.contact,
        reader=case.broadcaster,
        subjects=case.subjects,
        broadcast=case.broadcast,
        **frame,
    )


def _form(case: Case, frame: Frame) -> OpinionFormFacts:
    return OpinionFormFacts(conference=case.held, contact=case.contact, code="K7M-2QX", answer=case.answer, **frame)


def _sheet(case: Case, frame: Frame) -> SignInSheetFacts:
    invited = (Invited("", "Thường trực Đảng ủy xã"), Invited("Lê Văn Thử", "Phòng Kinh tế xã"))
    return SignInSheetFacts(conference=case.held, invited=invited, **frame)


def _minutes(case: Case, frame: Frame) -> MinutesFacts:
    return MinutesFacts(
        conference=case.held,
        opinions=case.opinions,
        opened=time(7, 35),
        ended=time(11, 5),
        delegates=("đại diện Thường trực Đảng ủy", "Ủy ban MTTQ Việt Nam xã"),
        delegate_count=9,
        citizen_count=54,
        **frame,
    )


def _conclusion(case: Case, frame: Frame) -> ConclusionNoticeFacts:
    return ConclusionNoticeFacts(
        conference=case.held,
        opinions=case.opinions,
        people_count=63,
        office=case.contact.office,
        supervisor=case.supervisor,
        publication=case.publication,
        **frame,
    )


def _answer(case: Case, frame: Frame) -> WrittenAnswerFacts:
    road = Point(
        about="Sửa đoạn đường từ nhà văn hóa ra đồng",
        answer="Ngày 02 tháng trước, cán bộ đã đo 420 mét đường cạnh nhà ông Trần Văn Mẫu; nền đường hỏng nặng, phải đổ lại",
        public="Cán bộ đã đo 420 mét đường; nền đường hỏng nặng, phải đổ lại",
        basis="Kế hoạch đầu tư công của xã",
        promise="đổ lại nền và làm rãnh thoát nước",
        unit="Phòng Kinh tế",
        due=case.answer,
    )
    passing = Passing("Công ty Điện lực", "ngành điện quản lý trạm biến áp", date(case.year, 12, 2))
    return WrittenAnswerFacts(
        conference=case.held,
        contact=case.contact,
        code="12/2025",
        petitioner=Petitioner("Lê Thị Thử", "Bà", (case.held.villages or ("thôn Thượng",))[0]),
        words="Đường trước nhà tôi lầy lội, điện thì yếu, đề nghị xã xem lại",
        public_words="Đề nghị sửa đường thôn và nâng công suất trạm điện",
        points=(road,),
        passing=passing,
        **frame,
    )


def _report(case: Case, frame: Frame) -> ResultReportFacts:
    return ResultReportFacts(
        conference=case.held,
        opinions=case.opinions,
        as_of=date(case.year, 12, 15),
        addressees=case.addressees,
        preparations=(
            Preparation("Ban hành thông báo và gửi giấy mời"),
            Preparation("Phát bản tin trên loa truyền thanh"),
        ),
        delegate_count=9,
        citizen_count=54,
        remarks=("hội nghị dân chủ, thẳng thắn; phần lớn thời gian dành cho Nhân dân phát biểu",),
        proposals=("ngành điện sớm nâng công suất trạm biến áp",),
        **frame,
    )


_FACTS: dict[str, Callable[[Case, Frame], Any]] = {
    **AT_THE_HALL,
    **AROUND_ONE_OPINION,
    "plan": _plan,
    "conference_notice": _notice,
    "invitation": _invitation,
    "loudspeaker_bulletin": _bulletin,
    "opinion_form": _form,
    "sign_in_sheet": _sheet,
    "minutes": _minutes,
    "conclusion_notice": _conclusion,
    "written_answer": _answer,
    "result_report": _report,
}


def facts_of(kind: str, case: Case, form: PaperForm | None = None, **frame: Any) -> Any:
    """The facts of one kind for one commune; `frame` gives number and day to an issued paper."""
    if kind == "survey_form" and form is None:
        form = PaperForm.FRONT
    return _FACTS[kind](case, {"issuing": case.issuing(form, **frame)})


def paper_of(kind: str, case: Case, form: PaperForm | None = None, **frame: Any) -> Paper:
    """The paper of one kind for one commune."""
    return KINDS[kind].compose(facts_of(kind, case, form, **frame))
