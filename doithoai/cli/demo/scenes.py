"""The five demo communes, each at another stage of its cycle on the day of loading, some things late."""

from datetime import date, timedelta
from typing import Any

from doithoai.cli.demo import driver as d
from doithoai.cli.demo import voices as v
from doithoai.cli.demo.people import NAMES, SignInLine, staff_commune
from doithoai.stages.answers.models import Answer, Extension, Transfer
from doithoai.stages.answers.services.close_cycle import close_cycle
from doithoai.stages.answers.services.extend_answer import MoreTime, extend_answer
from doithoai.stages.answers.services.tell_extension import tell_extension
from doithoai.stages.answers.services.tell_transfer import tell_transfer
from doithoai.stages.conference.services.record_review import ReviewHeld, record_review
from doithoai.stages.duties.models import DutyEntry
from doithoai.stages.duties.services.fulfil_duty import Proof, fulfil_duty
from doithoai.stages.notices.services.publish_dialogue import publish_dialogue
from doithoai.stages.opinions.models import Opinion
from doithoai.stages.opinions.services.group_opinions import group_opinions

Heard = list[tuple[Opinion, v.Voice]]
ROMAN = ("", "I", "II", "III", "IV")


def days(count: int) -> timedelta:
    """Short form."""
    return timedelta(days=count)


def issued(day: date, chair: str, number: str) -> dict[str, Any]:
    """What every plan's head says."""
    return {
        "year": day.year, "issued_day": f"{day.day:02d}", "issued_month": f"{day.month:02d}" if day.month < 3 else str(day.month),
        "number": number, "chair": chair,
    }  # fmt: skip


def opened(
    key: str, name: str, province: str, villages: tuple[str, ...], since: date
) -> tuple[Any, Any, list[SignInLine]]:
    """Commune and crew."""
    commune = d.found(name, province, villages, since)
    crew, lines = staff_commune(commune, key, NAMES[key], d.instant(since), since)
    return commune, crew, lines


def finish(stand: d.Stand, heard: Heard, day: date) -> None:
    """Public texts of everything heard."""
    for opinion, voice in heard:
        d.make_public(stand, opinion, voice, day)


def fulfil(stand: d.Stand, number: int, day: date, proof: str, *duties: str) -> None:
    """Tick duties off as done on a day."""
    entries = DutyEntry.objects.filter(conference=stand.conference(number), done_on=None)
    for entry in entries.filter(duty__in=duties) if duties else entries:
        fulfil_duty(
            entry_id=entry.pk,
            proof=Proof(done_on=day, text=proof),
            actor=stand.crew.clerk,
            at=d.instant(day, 17),
            today=day,
        )


def long_phung(today: date) -> list[SignInLine]:
    """Day just settled, notice due in two days, opinions coming in."""
    begun = today - days(35)
    commune, crew, lines = opened(
        "longphung", "Long Phụng", "Quảng Ngãi", ("Thôn Thử Đông", "Thôn Thử Tây", "Thôn Thử Nam"), begun
    )
    on = d.workday(today + days(9))
    facts = issued(begun, crew.chair.name, "31") | {"month": on.month, "conference_year": on.year}
    stand = d.start(commune, crew, "long-phung.txt", facts, begun)
    d.settle(stand, 1, on, "Nhà văn hóa thôn Thử Đông", "Thôn Thử Đông", day=today - days(1))
    voices = (v.ROAD, v.ROAD_AGAIN, v.DITCH, v.RUBBISH, v.PROCEDURE, v.FENCE, v.CULTURE)
    heard = list(zip(d.collect(stand, 1, voices, today - days(6)), voices, strict=True))
    for opinion, voice in heard[:3]:
        d.sort(stand, opinion, voice, today - days(2))
    d.assign(stand, heard[2][0], today - days(1), today + days(4))
    return lines


def song_an(today: date) -> list[SignInLine]:
    """Announced, opinions sorted and grouped, units preparing."""
    begun = today - days(60)
    commune, crew, lines = opened("songan", "Song An", "", ("Làng Thử Một", "Làng Thử Hai", "Thôn Thử Ba"), begun)
    on = d.workday(today + days(16))
    facts = issued(begun, crew.chair.name, "27") | {"month": on.month, "conference_year": on.year}
    stand = d.start(commune, crew, "song-an.txt", facts, begun)
    d.settle(stand, 1, on, "Hội trường UBND xã Song An", day=today - days(4))
    d.announce(stand, 1, today - days(3))
    voices = (v.ROAD, v.ROAD_AGAIN, v.CANAL, v.LIGHT, v.WATER, v.POLICY, v.PROCEDURE, v.STATE_ROAD, v.CULTURE)
    heard = list(zip(d.collect(stand, 1, voices, today - days(12)), voices, strict=True))
    for opinion, voice in heard:
        d.sort(stand, opinion, voice, today - days(8))
    group_opinions(
        opinion_ids=[heard[0][0].pk, heard[1][0].pk],
        title="Đường ra đồng bị sụt",
        actor=crew.clerk,
        at=d.instant(today - days(7)),
    )
    for opinion, voice in heard[:6]:
        d.assign(stand, opinion, today - days(6), today + days(5))
        if voice in (v.CANAL, v.LIGHT):
            d.brief(stand, opinion, voice, today - days(2))
    return lines


def binh_lang(today: date) -> list[SignInLine]:
    """Held nineteen days ago: answers due now, one extended, the posting at the seat forgotten."""
    on = d.workday(today - days(20))
    begun = on - days(25)
    commune, crew, lines = opened("binhlang", "Bình Lãng", "Hải Dương", ("Đông Phong", "Thử Bắc", "Thử Nam"), begun)
    facts = issued(begun, crew.chair.name, "48") | {"conference_on": f"{on:%d/%m/%Y}"}
    stand = d.start(commune, crew, "binh-lang.txt", facts, begun)
    d.settle(stand, 1, on, "Nhà văn hóa thôn Đông Phong", "Đông Phong", day=begun + days(2))
    d.announce(stand, 1, on - days(9))
    voices = (v.ROAD, v.DITCH, v.CANAL, v.RUBBISH, v.POLICY, v.LIGHT, v.STATE_ROAD, v.FENCE)
    heard = _hold(stand, 1, voices, {v.ROAD.summary, v.POLICY.summary, v.CANAL.summary})
    opinions = {voice.summary: opinion for opinion, voice in heard}
    d.write_answer(stand, opinions[v.CANAL.summary], v.CANAL, on + days(4), sign_on=on + days(9))
    d.write_answer(stand, opinions[v.ROAD.summary], v.ROAD, on + days(10), sign_on=None)
    _extend(stand, opinions[v.POLICY.summary], on + days(12))
    _tell_transfers(stand, on + days(3))
    finish(stand, heard, on + days(5))
    record_review(
        conference_id=stand.conference(1).pk,
        review=ReviewHeld(held_on=on + days(4), went_well="Bà con nói được nhiều, trả lời tại chỗ quá nửa.",
                          to_improve="Phòng chuyên môn cần mang theo số liệu kinh phí."),
        actor=crew.clerk, at=d.instant(on + days(4), 16),
    )  # fmt: skip
    d.post(stand, 1, "result", "media", "Phát loa tối thứ Năm", on + days(8))
    d.post(stand, 1, "result", "village_heads", "Giao Trưởng thôn Đông Phong", on + days(8))
    publish_dialogue(
        conference_id=stand.conference(1).pk, actor=crew.clerk, at=d.instant(on + days(9)),
        result_text="Đã trả lời tại chỗ việc mương, rác, đèn đường; ba việc trả lời bằng văn bản; một việc chuyển cấp trên.",
    )  # fmt: skip
    return lines


def cai_bo(today: date) -> list[SignInLine]:
    """First of two conferences held; everything answered but the report upward is a week late."""
    on = d.workday(today - days(19))
    begun = on - days(40)
    commune, crew, lines = opened(
        "caibo", "Cai Bộ", "Cao Bằng", ("Bản Thử Trên", "Bản Thử Dưới", "Xóm Thử Giữa"), begun
    )
    quarter = min(3, (on.month + 2) // 3)
    facts = issued(begun, crew.chair.name, "") | {"quarter_one": ROMAN[quarter], "quarter_two": ROMAN[quarter + 1]}
    stand = d.start(commune, crew, "cai-bo.txt", facts, begun)
    d.settle(stand, 1, on, "Hội trường UBND xã Cai Bộ", day=begun + days(5))
    d.announce(stand, 1, on - days(8))
    voices = (v.PROCEDURE, v.WATER, v.ROAD_AGAIN, v.CULTURE, v.LIGHT)
    heard = _hold(stand, 1, voices, {v.CULTURE.summary})
    opinions = {voice.summary: opinion for opinion, voice in heard}
    d.write_answer(stand, opinions[v.CULTURE.summary], v.CULTURE, on + days(6), sign_on=on + days(11))
    _tell_transfers(stand, on + days(2))
    finish(stand, heard, on + days(4))
    for channel in ("media", "headquarters", "village_heads"):
        d.post(stand, 1, "result", channel, "Có ảnh và chữ ký nhận", on + days(8))
    publish_dialogue(
        conference_id=stand.conference(1).pk, actor=crew.clerk, at=d.instant(on + days(11)),
        result_text="Năm ý kiến: ba việc trả lời tại chỗ, một việc trả lời bằng văn bản, một việc chuyển công ty cấp nước.",
    )  # fmt: skip
    return lines


def huong_linh(today: date) -> list[SignInLine]:
    """Party-headed, three conferences: one closed, one with an overdue answer, one whose day is still open."""
    first, second = d.workday(today - days(150)), d.workday(today - days(46))
    begun = first - days(50)
    commune, crew, lines = opened(
        "huonglinh", "Hương Lĩnh (tên xã đặt)", "Hà Tĩnh", ("Khu Thử Thượng", "Khu Thử Trung", "Khu Thử Hạ"), begun
    )
    third = today + days(28)
    facts = issued(begun, crew.chair.name, "14") | {
        "month_one": first.month, "month_two": second.month, "month_three": third.month,
    }  # fmt: skip
    stand = d.start(commune, crew, "ha-tinh.txt", facts, begun)
    d.settle(stand, 1, first, "Nhà văn hóa khu Thử Thượng", "Khu Thử Thượng", day=first - days(20))
    d.announce(stand, 1, first - days(8))
    heard = _hold(stand, 1, (v.DITCH, v.RUBBISH, v.LIGHT), set())
    finish(stand, heard, first + days(3))
    for channel in ("media", "headquarters", "village_heads"):
        d.post(stand, 1, "result", channel, "Có ảnh và chữ ký nhận", first + days(6))
    publish_dialogue(
        conference_id=stand.conference(1).pk, actor=crew.clerk, at=d.instant(first + days(7)),
        result_text="Ba ý kiến đều được trả lời tại hội nghị.",
    )  # fmt: skip
    record_review(
        conference_id=stand.conference(1).pk,
        review=ReviewHeld(held_on=first + days(5), went_well="Trả lời gọn, có số liệu.", to_improve="Mời thêm thanh niên."),
        actor=crew.clerk, at=d.instant(first + days(5), 16),
    )  # fmt: skip
    fulfil(stand, 1, first + days(12), "Hồ sơ lưu Văn phòng Đảng ủy")
    close_cycle(conference_id=stand.conference(1).pk, actor=crew.clerk, at=d.instant(first + days(14)))
    d.settle(stand, 2, second, "Nhà văn hóa khu Thử Trung", "Khu Thử Trung", day=second - days(20))
    d.announce(stand, 2, second - days(8))
    later = _hold(stand, 2, (v.ROAD, v.POLICY, v.STATE_ROAD, v.FENCE), {v.ROAD.summary})
    _tell_transfers(stand, second + days(3))
    finish(stand, later, second + days(5))
    publish_dialogue(conference_id=stand.conference(2).pk, actor=crew.clerk, at=d.instant(second + days(6)))
    return lines


def _hold(stand: d.Stand, number: int, voices: tuple[v.Voice, ...], written: set[str]) -> Heard:
    """From collecting to the confirmed conclusion."""
    on = stand.conference(number).on or date.min
    heard = list(zip(d.collect(stand, number, voices, on - days(12)), voices, strict=True))
    for opinion, voice in heard:
        opinion.refresh_from_db()
        d.sort(stand, opinion, voice, on - days(6))
    for opinion, voice in heard:
        if voice.nature == "common":
            d.assign(stand, opinion, on - days(5), on - days(2))
            if voice.said:
                d.brief(stand, opinion, voice, on - days(3))
    spoken = [(opinion, voice) for opinion, voice in heard if voice.nature == "common"]
    d.hold(stand, number, spoken, written)
    d.conclude(stand, number)
    return heard


def _extend(stand: d.Stand, opinion: Opinion, day: date) -> None:
    """More time, told to the citizen the next day."""
    answer = Answer.objects.get(opinion=opinion)
    more = MoreTime(
        new_due_on=d.workday(answer.due_on + days(14)),
        reason="Chờ hội đồng xét trợ cấp họp vào giữa tháng, chưa có kết luận.",
    )
    extension: Extension = extend_answer(answer_id=answer.pk, more=more, actor=stand.crew.chair, at=d.instant(day))
    tell_extension(
        extension_id=extension.pk, told_on=day + days(1), how="Gọi điện và gửi thư", actor=stand.crew.clerk,
        at=d.instant(day + days(1)),
    )  # fmt: skip


def _tell_transfers(stand: d.Stand, day: date) -> None:
    """Everybody whose petition went elsewhere is told when and where."""
    for transfer in Transfer.objects.filter(opinion__commune=stand.commune, told_on=None):
        tell_transfer(
            opinion_id=transfer.opinion_id, told_on=day, how="Trưởng thôn báo trực tiếp", actor=stand.crew.clerk,
            at=d.instant(day, 17),
        )  # fmt: skip


SCENES = (long_phung, huong_linh, binh_lang, song_an, cai_bo)
