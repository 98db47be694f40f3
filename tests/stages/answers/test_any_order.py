"""Whatever is pressed in whatever order, the record stays true: nobody answers before the question, no date is lost."""

from datetime import date, timedelta

from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from doithoai.base.audit import faults
from doithoai.base.errors import Refused
from doithoai.domain.conference import Decision, Outcome
from doithoai.domain.lifecycle import NotPossible
from doithoai.domain.opinions import Nature
from doithoai.stages.answers.models import Answer
from doithoai.stages.answers.services.close_cycle import close_cycle
from doithoai.stages.answers.services.confirm_conclusion import confirm_conclusion
from doithoai.stages.answers.services.deliver_answer import deliver_answer
from doithoai.stages.answers.services.draft_answer import Draft, draft_answer
from doithoai.stages.answers.services.extend_answer import MoreTime, extend_answer
from doithoai.stages.answers.services.reopen_answer import reopen_answer
from doithoai.stages.answers.services.return_answer import return_answer
from doithoai.stages.answers.services.sign_answer import sign_answer
from doithoai.stages.answers.services.submit_answer import submit_answer
from doithoai.stages.answers.services.tell_extension import tell_extension
from doithoai.stages.answers.services.transfer_opinion import TransferWanted, transfer_opinion
from doithoai.stages.conference.services.decide_opinion import decide_opinion
from doithoai.stages.conference.services.end_sitting import end_sitting
from doithoai.stages.conference.services.save_minutes import save_minutes
from doithoai.stages.conference.services.sign_minutes import sign_minutes
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.oversight.queries import result_figures_of
from tests.factories.answers import GOOD_TEXT
from tests.factories.conference import make_hall
from tests.factories.opinions import make_opinion

REASON = "Chờ kết quả đo đạc lại thửa đất ngoài đồng."
ACTS = (
    "answer_now", "in_writing", "pass_up", "apart", "end", "minutes", "sign_minutes", "conclude", "draft", "submit",
    "give_back", "sign", "deliver", "extend", "tell", "reopen", "transfer", "close",
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 1), st.integers(0, 3)), min_size=10, max_size=45)
# Half of the walks begin with a sitting that runs its course, so that they reach the far end of the table too.
COURSE = [
    ("in_writing", 0, 0), ("in_writing", 1, 0), ("end", 0, 0), ("minutes", 0, 0), ("sign_minutes", 0, 0),
    ("conclude", 0, 0), ("draft", 0, 1), ("submit", 0, 0), ("sign", 0, 1), ("deliver", 0, 0),
]  # fmt: skip


class Walk:
    """One commune on its conference day, and a way to press each button as chair at a time that only moves on."""

    def __init__(self):
        self.hall = make_hall(private_matters="apart", off_topic="written")
        conference = self.hall.conference
        self.opinions = [make_opinion(self.hall.commune, conference=conference) for _ in range(2)]
        self.at = self.hall.at
        self.words = 0

    def press(self, act, which, days):
        self.at += timedelta(days=days, minutes=1)
        try:
            getattr(self, act)(self.opinions[which])
        except (NotPossible, Refused):
            return

    @property
    def by(self):
        return {"actor": self.hall.chair, "at": self.at}

    @property
    def today(self):
        return timezone.localdate(self.at)

    def decide(self, opinion, outcome, **fields):
        decision = Decision(outcome, unit_id=self.hall.unit.pk, **fields)
        decide_opinion(opinion_id=opinion.pk, decision=decision, **self.by)

    def answer_now(self, opinion):
        self.decide(opinion, Outcome.ANSWERED_NOW, said=GOOD_TEXT, answered_by="Chủ tịch UBND")

    def in_writing(self, opinion):
        self.decide(opinion, Outcome.IN_WRITING)

    def pass_up(self, opinion):
        later = self.today + timedelta(days=30)
        self.decide(opinion, Outcome.PASSED_UP, body="Sở Xây dựng", reason=REASON, due_on=later)

    def apart(self, opinion):
        self.decide(opinion, Outcome.TAKEN_APART, nature=Nature.OFF_TOPIC)

    def end(self, _opinion):
        end_sitting(conference_id=self.hall.conference.pk, **self.by)

    def minutes(self, _opinion):
        save_minutes(conference_id=self.hall.conference.pk, text="Biên bản.", version=1, **self.by)

    def sign_minutes(self, _opinion):
        sign_minutes(conference_id=self.hall.conference.pk, version=2, **self.by)

    def conclude(self, _opinion):
        confirm_conclusion(conference_id=self.hall.conference.pk, **self.by)

    def close(self, _opinion):
        close_cycle(conference_id=self.hall.conference.pk, **self.by)

    def answer(self, opinion):
        answer = Answer.objects.filter(opinion=opinion).first()
        if answer is None:
            raise NotPossible("")
        return answer

    def draft(self, opinion):
        answer = self.answer(opinion)
        self.words += 1
        text = Draft(f"{GOOD_TEXT} Lần {self.words}.", "explained")
        draft_answer(answer_id=answer.pk, draft=text, version=answer.version, **self.by)

    def submit(self, opinion):
        submit_answer(answer_id=self.answer(opinion).pk, **self.by)

    def give_back(self, opinion):
        return_answer(answer_id=self.answer(opinion).pk, words=REASON, **self.by)

    def sign(self, opinion):
        answer = self.answer(opinion)
        sign_answer(answer_id=answer.pk, version=answer.version, late_reason=REASON, **self.by)

    def deliver(self, opinion):
        deliver_answer(answer_id=self.answer(opinion).pk, delivered_on=self.today, how="Trao tay", **self.by)

    def extend(self, opinion):
        more = MoreTime(self.answer(opinion).due_on + timedelta(days=10), REASON)
        extend_answer(answer_id=self.answer(opinion).pk, more=more, **self.by)

    def tell(self, opinion):
        extension = self.answer(opinion).extensions.last()
        if extension is not None:
            tell_extension(extension_id=extension.pk, told_on=self.today, how="Gọi điện", **self.by)

    def reopen(self, opinion):
        later = self.today + timedelta(days=15)
        reopen_answer(answer_id=self.answer(opinion).pk, reason=REASON, new_due_on=later, **self.by)

    def transfer(self, opinion):
        wanted = TransferWanted("Sở Xây dựng", REASON, self.today + timedelta(days=30))
        transfer_opinion(opinion_id=opinion.pk, wanted=wanted, **self.by)


def check(walk):
    hall = walk.hall
    hall.conference.refresh_from_db()
    assert list(faults()) == []
    for answer in Answer.objects.select_related("opinion"):
        assert answer.first_due_on == date(2026, 11, 18)
        assert answer.signed_at is None or answer.signed_at > answer.opinion.received_at
        assert answer.delivered_on is None or answer.delivered_on >= timezone.localdate(answer.signed_at)
        assert (answer.signed_at is not None) == (answer.state in ("signed", "delivered"))
        moved = answer.extensions.exists() or answer.earlier.exists()
        assert moved or answer.due_on == answer.first_due_on
    if hall.conference.state in ("concluded", "closed"):
        for opinion in Opinion.objects.filter(conference=hall.conference):
            assert opinion.state in ("answered", "awaiting_answer", "transferred", "taken_apart")
            assert opinion.state != "awaiting_answer" or Answer.objects.filter(opinion=opinion).count() == 1
    figures = result_figures_of(hall.chair, hall.conference.pk, walk.today)
    assert sum(count.number for count in figures.fates) == figures.received == 2
    assert sum(count.number for count in figures.punctuality) == figures.written


class AnyOrder(TestCase):
    @settings(max_examples=15, deadline=None)
    @given(st.sampled_from([[], COURSE]), STEPS)
    def test_record_stays_true_whatever_is_pressed(self, course, steps):
        walk = Walk()

        for step in [*course, *steps]:
            walk.press(*step)

        check(walk)

    def test_course_leads_to_a_delivered_answer(self):
        walk = Walk()

        for step in COURSE:
            walk.press(*step)

        assert Answer.objects.get(opinion=walk.opinions[0]).state == "delivered"
        check(walk)
