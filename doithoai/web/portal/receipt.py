"""From the pages of the public form to the register, and back to a slip that says by when the commune answers.

The register's own rules are stages/opinions; here its record only becomes words for the citizen.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.domain.opinions import Channel, Entered, shown_receipt_code
from doithoai.domain.plans import ConferenceState
from doithoai.domain.roles import CITIZEN
from doithoai.stages.duties.queries import answer_due_for
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.receive_opinion import receive_opinion
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.queries import next_conference
from doithoai.web.portal.forms.send import AboutForm
from doithoai.web.ui.words import commune_title, sentence, vn_date

LONGEST_MESSAGE: Final = 300


@dataclass(frozen=True)
class Receipt:
    """What stands on the slip. `code` in groups of four; `promises` are whole sentences with their dates; `address` is where
    the code is asked for, which never holds the code itself; `message` is to be copied to one's family.
    """

    code: str
    received_on: date
    promises: list[str]
    address: str
    message: str


def receive(commune: Commune, words: str, about: AboutForm, *, key: str, at: datetime) -> Opinion:
    """Store the opinion for the next dialogue of its village; the same key gives the same opinion again."""
    coming = next_conference(commune.pk, about.village_id, timezone.localdate(at))
    entered = Entered(
        channel=Channel.WEB,
        speaker_name=about.cleaned_data["name"],
        speaker_phone=about.cleaned_data["phone"],
        speaker_address=about.cleaned_data["address"],
        wants_letter=about.cleaned_data["wants_letter"],
        village_id=about.village_id,
        conference_id=coming.pk if coming else None,
    )
    return receive_opinion(
        commune_id=commune.pk, words=words, entered=entered, submission_key=key, actor=CITIZEN, at=at
    )


def receipt_of(opinion: Opinion, address: str) -> Receipt:
    """The slip of an opinion received."""
    received_on = timezone.localdate(opinion.received_at)
    code, promises = shown_receipt_code(opinion.code), promises_of(opinion, received_on)
    said = [
        _("%(commune)s đã nhận ý kiến ngày %(day)s.")
        % {"commune": sentence(commune_title(opinion.commune)), "day": vn_date(received_on)},
        _("Mã số: %(code)s.") % {"code": code},
        _("Xem trả lời ở: %(address)s") % {"address": address},
    ]
    return Receipt(code, received_on, promises, address, message_of(said, promises))


def message_of(said: list[str], promises: list[str]) -> str:
    """One short message; a promise that would make it too long for a text message is left to the slip."""
    for number in range(len(promises), 0, -1):
        message = " ".join([*said[:-1], *promises[:number], said[-1]])
        if len(message) <= LONGEST_MESSAGE:
            return message
    return " ".join(said)


def promises_of(opinion: Opinion, received_on: date) -> list[str]:
    """When the commune answers, in plain words; honest where no day is known yet."""
    conference = opinion.conference
    if conference is None or conference.on is None:
        return [_("Xã đưa ý kiến này vào buổi đối thoại gần nhất. Ngày họp sẽ đăng trên trang của xã.")]
    day = {"day": vn_date(conference.on)}
    if conference.state == ConferenceState.PLANNED:
        promises = [_("Xã trả lời tại buổi đối thoại, dự kiến ngày %(day)s.") % day]
    else:
        promises = [_("Xã trả lời tại buổi đối thoại ngày %(day)s.") % day]
    due_on = answer_due_for(conference, received_on)
    if due_on is not None:
        promises.append(
            _("Việc chưa trả lời được ngay thì xã gửi giấy trả lời, chậm nhất ngày %(day)s.") % {"day": vn_date(due_on)}
        )
    return promises
