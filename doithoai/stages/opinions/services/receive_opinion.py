"""Receive an opinion from whatever door: the words as said, never changed again, with a number and a receipt code.

No address of a machine and no browser name is taken (threats T-10). A denunciation is refused before anything is stored
(Luật Tố cáo 2018; T-01). Sorting, assigning and answering are other services.
"""

import secrets
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from doithoai.base.audit import record
from doithoai.base.errors import BadInput, NotAllowed, NotFound
from doithoai.base.guard import require
from doithoai.domain.opinions import LONGEST_WORDS, Channel, Entered, SpeakerKind, new_receipt_code
from doithoai.domain.roles import CITIZEN, Act, Actor, Scope
from doithoai.domain.texts import clean, clean_line
from doithoai.stages.opinions.models import Opinion, OpinionNumber
from doithoai.stages.opinions.seals import seal_of
from doithoai.stages.opinions.search_text import fill_search_columns
from doithoai.stages.people.models import Commune, Village
from doithoai.stages.plans.models import Conference


@transaction.atomic
def receive_opinion(
    *, commune_id: int, words: str, entered: Entered, submission_key: str, actor: Actor, at: datetime
) -> Opinion:
    """The same key with the same words gives the same opinion again; with other words it is refused (BadInput)."""
    commune = Commune.objects.filter(pk=commune_id).first()
    if commune is None:
        raise NotFound(_("Không có xã nào ở địa chỉ này."))
    _may_enter(actor, entered, commune)
    words, entered = clean(words), _cleaned(entered)
    _check(words, entered, submission_key)
    _check_places(entered, commune)
    counter = _lock_number(commune, timezone.localdate(at).year)
    earlier = Opinion.objects.filter(submission_key=submission_key).first()
    if earlier is not None:
        return _same_again(earlier, commune, words)
    opinion = _write(counter, words, entered, submission_key, actor, at)
    record(
        actor, "opinion.received", f"opinion:{opinion.pk}", chain=commune.slug, at=at, seal=seal_of(opinion),
        number=opinion.number, year=opinion.year, channel=opinion.channel, on_behalf=opinion.on_behalf,
    )  # fmt: skip
    return opinion


def _may_enter(actor: Actor, entered: Entered, commune: Commune) -> None:
    """A citizen holds no post: the public form alone is open to him, and to nobody else."""
    if actor == CITIZEN:
        if entered.channel != Channel.WEB:
            raise NotAllowed(_("Bà con gửi ý kiến ở trang “Gửi ý kiến” của xã."))
        return
    require(actor, Act.RECEIVE_OPINION, Scope(commune.pk, village_id=entered.village_id))
    if entered.channel == Channel.WEB:
        raise BadInput(
            _("Ý kiến do cán bộ ghi hộ thì chọn nơi nhận thật: giấy, điện thoại, họp thôn…"), field="channel"
        )


def _cleaned(entered: Entered) -> Entered:
    return replace(
        entered,
        speaker_name=clean_line(entered.speaker_name),
        speaker_phone=clean_line(entered.speaker_phone),
        speaker_address=clean_line(entered.speaker_address),
    )


def _check(words: str, entered: Entered, submission_key: str) -> None:
    if entered.is_denunciation:
        raise BadInput(
            _(
                "Tố cáo không nhận ở đây và chưa lưu gì."
                " Để giữ kín tên, đến nơi tiếp công dân, công an, thanh tra, hoặc gửi thư đến nơi giải quyết."
            ),
            field="is_denunciation",
        )
    if not words:
        raise BadInput(_("Chưa thấy ý kiến nào. Viết vài câu rồi gửi lại."), field="words")
    if len(words) > LONGEST_WORDS:
        raise BadInput(
            _(
                "Ý kiến dài %(length)s chữ cái, máy chỉ nhận đến %(longest)s. Hãy tách thành nhiều ý kiến rồi gửi từng cái."
            )
            % {"length": len(words), "longest": LONGEST_WORDS},
            field="words",
        )
    for field, longest in (("speaker_name", 200), ("speaker_phone", 60), ("speaker_address", 200)):
        if len(getattr(entered, field)) > longest:
            raise BadInput(_("Ô này dài quá %(longest)s chữ cái. Ghi ngắn lại.") % {"longest": longest}, field=field)
    if entered.channel not in set(Channel):
        raise BadInput(_("Chọn nơi nhận ý kiến: giấy, điện thoại, họp thôn…"), field="channel")
    if entered.speaker_kind not in set(SpeakerKind):
        raise BadInput(_("Chọn: một người, nhiều người, hay tổ chức."), field="speaker_kind")
    if not 8 <= len(submission_key) <= 40:
        raise BadInput(_("Trang đã mở quá lâu. Tải lại trang rồi gửi lần nữa."), field="submission_key")


def _check_places(entered: Entered, commune: Commune) -> None:
    village, conference = entered.village_id, entered.conference_id
    if village is not None and not Village.objects.filter(pk=village, commune=commune).exists():
        raise BadInput(_("Chọn thôn trong xã."), field="village")
    if conference is not None and not Conference.objects.filter(pk=conference, commune=commune).exists():
        raise BadInput(_("Chọn cuộc đối thoại của xã."), field="conference")


def _lock_number(commune: Commune, year: int) -> OpinionNumber:
    """The register's counter: who holds it may look for the key and write, so that neither doubles."""
    OpinionNumber.objects.get_or_create(commune=commune, year=year)
    return (
        OpinionNumber.objects.select_for_update(of=("self",)).select_related("commune").get(commune=commune, year=year)
    )


def _same_again(earlier: Opinion, commune: Commune, words: str) -> Opinion:
    if earlier.commune_id != commune.pk or earlier.original_words != words:
        raise BadInput(
            _("Lần gửi trước từ trang này đã nhận, mà lời thì khác. Mở trang mới để gửi thêm ý kiến."),
            field="words",
        )
    return earlier


def _write(
    counter: OpinionNumber, words: str, entered: Entered, submission_key: str, actor: Actor, at: datetime
) -> Opinion:
    counter.last += 1
    counter.save(update_fields=["last"])
    opinion = Opinion(
        commune=counter.commune,
        year=counter.year,
        number=counter.last,
        code=new_receipt_code(),
        submission_key=submission_key,
        received_at=at,
        channel=entered.channel,
        entered_by_id=actor.user_id,
        entered_by_name=actor.name[:200],
        on_behalf=actor != CITIZEN,
        original_words=words,
        seal_salt=secrets.token_hex(16),
        speaker_name=entered.speaker_name,
        speaker_kind=entered.speaker_kind,
        speaker_phone=entered.speaker_phone,
        speaker_address=entered.speaker_address,
        wants_letter=entered.wants_letter,
        village_id=entered.village_id,
        conference_id=entered.conference_id,
    )
    fill_search_columns(opinion, Village.objects.filter(commune_id=counter.commune_id).values_list("name", flat=True))
    opinion.save(force_insert=True)
    return opinion
