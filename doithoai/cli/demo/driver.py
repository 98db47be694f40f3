"""Drives one demo commune through its cycle by the same services that people use, at instants of the past."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from doithoai.base import registry
from doithoai.cli.demo.people import Crew
from doithoai.cli.demo.voices import Voice
from doithoai.domain.conference import Decision, Outcome
from doithoai.domain.opinions import Entered, Nature, Sorting
from doithoai.domain.roles import SYSTEM
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.check_public_answer import check_public_answer
from doithoai.stages.answers.services.confirm_conclusion import confirm_conclusion
from doithoai.stages.answers.services.deliver_answer import deliver_answer
from doithoai.stages.answers.services.draft_answer import Draft, draft_answer
from doithoai.stages.answers.services.sign_answer import sign_answer
from doithoai.stages.answers.services.submit_answer import submit_answer
from doithoai.stages.conference.models import Sitting
from doithoai.stages.conference.queries import rule_due_for
from doithoai.stages.conference.services.decide_opinion import decide_opinion
from doithoai.stages.conference.services.draft_minutes import draft_minutes
from doithoai.stages.conference.services.end_sitting import end_sitting
from doithoai.stages.conference.services.end_speech import end_speech
from doithoai.stages.conference.services.give_floor import give_floor
from doithoai.stages.conference.services.open_sitting import Presence, open_sitting
from doithoai.stages.conference.services.prepare_running_order import prepare_running_order
from doithoai.stages.conference.services.register_speaker import SpeakerWanted, register_speaker
from doithoai.stages.conference.services.set_agenda import set_agenda
from doithoai.stages.conference.services.sign_minutes import sign_minutes
from doithoai.stages.duties.services.move_conference import move_conference
from doithoai.stages.duties.services.start_cycle import start_cycle
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.notices.services.record_posting import Posted, record_posting
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.assign_opinion import Task, assign_opinion
from doithoai.stages.opinions.services.check_public_text import check_public_text
from doithoai.stages.opinions.services.receive_opinion import receive_opinion
from doithoai.stages.opinions.services.sort_opinion import sort_opinion
from doithoai.stages.opinions.services.write_brief import Prepared, write_brief
from doithoai.stages.opinions.services.write_public_text import write_public_text
from doithoai.stages.people.models import Commune, Unit, Village
from doithoai.stages.people.services.found_commune import found_commune
from doithoai.stages.plans.models import Conference, Plan
from doithoai.stages.plans.services.close_open_fields import Settled
from doithoai.stages.plans.services.start_plan import PlanStart
from doithoai.stages.plans.services.step_conference import ConferenceMove, step_conference

HOURS_TO_UTC = timedelta(hours=7)
UNITS = (
    ("Văn phòng HĐND và UBND", "people_committee"), ("Phòng Kinh tế", "units"), ("Phòng Văn hóa - Xã hội", "units"),
    ("Mặt trận Tổ quốc xã", "front"), ("Công an xã", "police"),
)  # fmt: skip


@dataclass
class Stand:
    """One commune under way: who works there, its plan, and the moment the demo has reached."""

    commune: Commune
    crew: Crew
    plan: Plan

    def conference(self, number: int) -> Conference:
        """The plan's conference of that number as it stands now."""
        return self.plan.conferences.select_related("commune", "plan").get(number=number)


def instant(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """An hour of the day in Vietnam."""
    return datetime.combine(day, time(hour, minute), tzinfo=UTC) - HOURS_TO_UTC


def workday(day: date) -> date:
    """The day itself, or the Monday after a weekend: nobody holds a dialogue on Sunday in the demo."""
    return day + timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)


def found(name: str, province: str, villages: tuple[str, ...], day: date) -> Commune:
    """A demo commune, marked as such."""
    commune = found_commune(name=name, province=province, units=UNITS, villages=villages, actor=SYSTEM, at=instant(day))
    Commune.objects.filter(pk=commune.pk).update(
        is_demo=True, phone="0000 000 000 (số đặt)", reception_place=f"Phòng tiếp công dân, trụ sở xã {name}",
        address=f"Trụ sở xã {name}",
    )  # fmt: skip
    commune.refresh_from_db()
    return commune


def start(commune: Commune, crew: Crew, file: str, facts: dict[str, Any], day: date) -> Stand:
    """Fill this year's edition of a sample plan, read it as any upload is read, and start it."""
    source = Path(settings.HOUSE, "samples", "demo", file).read_text(encoding="utf-8").format(**facts)
    return start_text(commune, crew, source, file, day)


def start_text(commune: Commune, crew: Crew, source: str, file: str, day: date) -> Stand:
    """Read a plan's text as any upload is read, and start it."""
    read = registry.member("reading", "document")(source.encode(), file)
    wanted = PlanStart(reading=read.reading.to_dict(), source_name=file, source_text=read.text)
    plan = start_cycle(commune_id=commune.pk, start=wanted, actor=crew.clerk, at=instant(day))
    return Stand(commune, crew, plan)


def settle(stand: Stand, number: int, on: date, place: str, village: str = "", *, day: date) -> Conference:
    """Close the open fields of a conference."""
    conference = stand.conference(number)
    villages = Village.objects.filter(commune=stand.commune, name=village).values_list("pk", flat=True)
    settled = Settled(
        on=on, starts=time(8, 0), place=place, village_ids=tuple(villages), expected_people=80,
        how_to_attend="Đến dự trực tiếp; đăng ký phát biểu với Trưởng thôn; gửi ý kiến trước về Văn phòng xã.",
        co_chair="Thường trực HĐND xã", reason="Chốt ngày theo lịch làm việc của xã",
    )  # fmt: skip
    return move_conference(
        conference_id=conference.pk, settled=settled, version=conference.version, actor=stand.crew.clerk,
        at=instant(day), today=day,
    ).conference  # fmt: skip


def announce(stand: Stand, number: int, day: date) -> None:
    """The notice goes out on every channel and onto the portal."""
    conference = stand.conference(number)
    step_conference(conference_id=conference.pk, move=ConferenceMove.ANNOUNCE, actor=stand.crew.clerk, at=instant(day))
    for channel, proof in (
        ("headquarters", "Ảnh bảng niêm yết"), ("loudspeaker", "Phát 17 giờ, người đọc ký sổ"),
        ("village_heads", "Giao Trưởng thôn, có ký nhận"), ("invitation", "Sổ công văn đi, 42 giấy mời"),
    ):  # fmt: skip
        post(stand, number, "notice", channel, proof, day)
    publish_dialogue(conference_id=conference.pk, actor=stand.crew.clerk, at=instant(day))


def post(stand: Stand, number: int, what: str, channel: str, proof: str, day: date) -> None:
    """One posting with its proof."""
    posted = Posted(what=what, channel=channel, posted_on=day, proof=proof)
    record_posting(
        conference_id=stand.conference(number).pk, posted=posted, actor=stand.crew.clerk, at=instant(day, 16)
    )


def collect(stand: Stand, number: int, voices: tuple[Voice, ...], day: date) -> list[Opinion]:
    """The clerk keys in what came by paper, telephone and meetings."""
    conference = stand.conference(number)
    villages = list(Village.objects.filter(commune=stand.commune).order_by("pk"))
    return [
        receive_opinion(
            commune_id=stand.commune.pk,
            words=voice.words,
            entered=Entered(
                channel=voice.channel, speaker_name=f"{voice.speaker} (tên đặt)",
                village_id=villages[place % len(villages)].pk, conference_id=conference.pk,
            ),
            submission_key=f"mau-{stand.commune.slug[:12]}-{conference.pk}-{place}",
            actor=stand.crew.clerk,
            at=instant(day, 8 + place % 8, place),
        )
        for place, voice in enumerate(voices)
    ]  # fmt: skip


def sort(stand: Stand, opinion: Opinion, voice: Voice, day: date) -> Opinion:
    """Topic, necessity, competence, unit."""
    unit = Unit.objects.get(commune=stand.commune, name=voice.unit)
    sorting = Sorting(
        topic=voice.topic, kind=voice.kind, nature=voice.nature, competence=voice.competence, competent_body=voice.body,
        necessity=voice.necessity, unit_id=unit.pk, conference_id=opinion.conference_id, summary=voice.summary,
    )  # fmt: skip
    return sort_opinion(
        opinion_id=opinion.pk, sorting=sorting, version=opinion.version, actor=stand.crew.clerk, at=instant(day, 10)
    )


def assign(stand: Stand, opinion: Opinion, day: date, brief_due_on: date) -> Opinion:
    """The chair gives it to its unit to prepare."""
    opinion.refresh_from_db()
    task = Task(unit_id=opinion.unit_id, note="Nêu rõ kinh phí và thời gian.", brief_due_on=brief_due_on)
    return assign_opinion(opinion_id=opinion.pk, task=task, actor=stand.crew.chair, at=instant(day, 14))[0]


def brief(stand: Stand, opinion: Opinion, voice: Voice, day: date) -> None:
    """The unit prepares facts and a proposed answer."""
    prepared = Prepared(facts=f"Đã kiểm tra tại chỗ: {voice.summary.lower()}.", proposed_answer=voice.said)
    officer = stand.crew.officers.get(opinion.unit_id or 0, stand.crew.clerk)
    write_brief(opinion_id=opinion.pk, prepared=prepared, version=0, actor=officer, at=instant(day, 15))


def make_public(stand: Stand, opinion: Opinion, voice: Voice, day: date) -> None:
    """A separate public text, checked for identity by the chair."""
    if not voice.public:
        return
    opinion.refresh_from_db()
    written = write_public_text(
        opinion_id=opinion.pk, text=voice.public, version=opinion.version, actor=stand.crew.clerk, at=instant(day, 16)
    )
    check_public_text(
        opinion_id=opinion.pk, version=written.version, seen_suspects=True, actor=stand.crew.chair, at=instant(day, 17)
    )


def hold(stand: Stand, number: int, heard: list[tuple[Opinion, Voice]], written: set[str]) -> Conference:
    """The conference day: agenda, speakers, a decision on every opinion, minutes signed. `written` holds summaries
    whose answers are promised in writing.
    """
    conference = stand.conference(number)
    day, crew = conference.on or date.min, stand.crew
    set_agenda(conference_id=conference.pk, actor=crew.clerk, at=instant(day, 7))
    prepare_running_order(conference_id=conference.pk, actor=crew.clerk, at=instant(day, 7))
    open_sitting(
        conference_id=conference.pk,
        presence=Presence(
            chair_name=crew.chair.name, co_chair_name=crew.council.name, secretary_name=crew.clerk.name,
            people_present=64, citizens_present=47,
        ),
        actor=crew.clerk, at=instant(day, 8),
    )  # fmt: skip
    for place, (opinion, voice) in enumerate(heard):
        speaker = register_speaker(
            conference_id=conference.pk,
            wanted=SpeakerWanted(name=f"{voice.speaker} (tên đặt)", village_id=opinion.village_id, opinion_id=opinion.pk),
            actor=crew.clerk, at=instant(day, 8, 5),
        )  # fmt: skip
        give_floor(speaker_id=speaker.pk, actor=crew.clerk, at=instant(day, 8, 10 + place * 4))
        end_speech(speaker_id=speaker.pk, actor=crew.clerk, at=instant(day, 8, 12 + place * 4))
        decide_opinion(
            opinion_id=opinion.pk, decision=_decision(stand, opinion, voice, written, day), actor=crew.chair,
            at=instant(day, 9, place),
        )  # fmt: skip
    end_sitting(conference_id=conference.pk, actor=crew.clerk, at=instant(day, 11))
    sitting = Sitting.objects.get(conference=conference)
    drafted = draft_minutes(conference_id=conference.pk, version=sitting.version, actor=crew.clerk, at=instant(day, 12))
    sign_minutes(conference_id=conference.pk, version=drafted.version, actor=crew.chair, at=instant(day, 15))
    return stand.conference(number)


def _decision(stand: Stand, opinion: Opinion, voice: Voice, written: set[str], day: date) -> Decision:
    if voice.nature != Nature.COMMON:
        return Decision(outcome=Outcome.TAKEN_APART, nature=Nature(voice.nature))
    if voice.competence != "commune":
        return Decision(
            outcome=Outcome.PASSED_UP, unit_id=opinion.unit_id, body=voice.body,
            reason="Không thuộc thẩm quyền của xã", due_on=workday(day + timedelta(days=30)), said=voice.said,
        )  # fmt: skip
    if voice.summary in written:
        return Decision(
            outcome=Outcome.IN_WRITING, unit_id=opinion.unit_id, due_on=_date_without_rule(stand, day), said=""
        )
    return Decision(outcome=Outcome.ANSWERED_NOW, said=voice.said, answered_by=stand.crew.chair.name)


def _date_without_rule(stand: Stand, day: date) -> date | None:
    """Where no text sets a day the chair names one himself."""
    held = Conference.objects.select_related("commune", "plan").filter(commune=stand.commune, on=day).first()
    return None if held is not None and rule_due_for(held, day) else workday(day + timedelta(days=30))


def conclude(stand: Stand, number: int) -> None:
    """The chair confirms the four lists on the conference day."""
    conference = stand.conference(number)
    confirm_conclusion(
        conference_id=conference.pk, remarks="Cảm ơn bà con. Việc chưa xong có người làm và có ngày trả lời.",
        actor=stand.crew.chair, at=instant(conference.on or date.min, 16),
    )  # fmt: skip


def write_answer(stand: Stand, opinion: Opinion, voice: Voice, day: date, *, sign_on: date | None) -> None:
    """The unit drafts and submits; the chair signs, and it is delivered, when `sign_on` is given."""
    answer = Answer.objects.get(opinion=opinion)
    officer = stand.crew.officers.get(answer.unit_id, stand.crew.clerk)
    draft = Draft(text=voice.said, result="explained")
    drafted = draft_answer(answer_id=answer.pk, draft=draft, version=answer.version, actor=officer, at=instant(day, 10))
    if sign_on is None:
        return
    submitted = submit_answer(answer_id=answer.pk, actor=officer, at=instant(day, 11))
    late = "Chờ số liệu của đơn vị thi công." if sign_on > drafted.due_on else ""
    sign_answer(
        answer_id=answer.pk,
        version=submitted.version,
        actor=stand.crew.chair,
        at=instant(sign_on, 15),
        late_reason=late,
    )
    deliver_answer(
        answer_id=answer.pk,
        delivered_on=sign_on,
        how="Trưởng thôn giao tận nhà",
        actor=officer,
        at=instant(sign_on, 17),
    )
    check_public_answer(answer_id=answer.pk, text=voice.said, actor=stand.crew.clerk, at=instant(sign_on, 17))
