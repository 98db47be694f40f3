"""Invented people planted into every private field of the demo, and a way of finding them again however they are written.

Not here: which pages are asked and by whom (`ground.py` and the tests).
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import unquote_plus
from zipfile import ZipFile

import pytest

from doithoai.cli.demo import driver, scenes
from doithoai.domain.texts import fold

SURNAMES = ("Đặng", "Nguyễn", "Trần", "Phạm", "Vũ")
MIDDLES = ("Thị Khuê", "Văn Quỳnh", "Thị Ngoãn", "Văn Thuần", "Thị Uyển", "Văn Chiểu", "Thị Nhượng")
GIVEN = ("Xuyến", "Khoát", "Thưởng")
SPACINGS = ("{a}{b}{c}", "{a} {b} {c}", "{a}.{b}.{c}", "{a}-{b}-{c}")
BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.\-()\u00a0]+(?=\d)")
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Canary:
    """One invented citizen: everything that must never be seen, and one word that only his own words hold."""

    name: str
    phone: str
    address: str
    word: str

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells who he is."""
        return self.name, self.phone, self.address


def canary(place: int) -> Canary:
    """The canary of that place; all are different."""
    middle = MIDDLES[place // 15 % len(MIDDLES)]
    name = f"{SURNAMES[place % 5]} {middle} {GIVEN[place // 5 % 3]}"
    letters = "".join("qxzkwjvfgb"[int(digit)] for digit in f"{place:03d}")
    return Canary(name, f"09870{place:05d}", f"Số nhà {7100 + place} ngõ {930 + place}", f"khuequ{letters}")


CANARIES = tuple(canary(place) for place in range(60))


def spaced(phone: str, way: int) -> str:
    """The same telephone number as people write it, in four ways."""
    return SPACINGS[way % 4].format(a=phone[:4], b=phone[4:7], c=phone[7:])


def written(text: str, way: int) -> str:
    """As typed, without diacritics, or with the diacritics apart (NFD)."""
    return (text, fold(text), unicodedata.normalize("NFD", text))[way % 3]


def plain(text: str) -> str:
    """Text as the search compares it: no markup escapes, no diacritics, one space, digits side by side."""
    composed = fold(unicodedata.normalize("NFC", unescape(unquote_plus(text))))
    return BETWEEN_DIGITS.sub("", SPACES.sub(" ", composed))


def plain_mark(mark: str) -> str:
    """A mark as it would stand in `plain` text."""
    return BETWEEN_DIGITS.sub("", SPACES.sub(" ", fold(mark)))


IDENTITIES = tuple(plain_mark(mark) for one in CANARIES for mark in one.identity)
WORDS = tuple(one.word for one in CANARIES)


def told_in(text: str, marks: Iterable[str] = IDENTITIES) -> list[str]:
    """The marks that the text holds in any way of writing."""
    seen = plain(text)
    return [mark for mark in marks if mark in seen]


def readable(content: bytes) -> str:
    """What a file says: every part of an office file, properties and tags dropped between letters; else its text."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", errors="replace")
    with ZipFile(BytesIO(content)) as parts:
        raw = " ".join(f"{name} {parts.read(name).decode('utf-8', errors='replace')}" for name in parts.namelist())
    return raw + " " + re.sub(r"<[^>]+>", "", raw)


def plant(patch: pytest.MonkeyPatch) -> None:
    """Let the demo's voices be the canaries': name, telephone, address and words, and the office's inner notes."""
    count = iter(range(len(CANARIES)))
    receive, register, brief = driver.receive_opinion, driver.register_speaker, driver.write_brief
    assign, decide = driver.assign_opinion, driver.decide_opinion
    deliver, draft_answer = driver.deliver_answer, driver.draft_answer
    tell, extend = scenes.tell_transfer, scenes.extend_answer

    def planted(*, words: str, entered: Any, **given: Any) -> Any:
        place = next(count)
        who = CANARIES[place]
        said = f"{words} {who.word}. Tôi là {who.name}, {who.address}, máy {spaced(who.phone, place)}."
        entered = replace(
            entered, speaker_name=who.name, speaker_phone=spaced(who.phone, place + 1), speaker_address=who.address
        )
        return receive(words=written(said, place), entered=entered, **given)

    def spoken(*, wanted: Any, **given: Any) -> Any:
        return register(wanted=replace(wanted, name=f"Lò Văn Diễn Đàn {wanted.opinion_id}"), **given)

    def prepared(*, prepared: Any, opinion_id: int, **given: Any) -> Any:
        who = of_opinion(opinion_id)
        facts = f"{prepared.facts} Đã gặp {who.name} ({spaced(who.phone, opinion_id)})."
        return brief(prepared=replace(prepared, facts=facts), opinion_id=opinion_id, **given)

    def assigned(*, task: Any, opinion_id: int, **given: Any) -> Any:
        note = f"{task.note} Gọi {of_opinion(opinion_id).name}."
        return assign(task=replace(task, note=note), opinion_id=opinion_id, **given)

    def decided(*, decision: Any, opinion_id: int, **given: Any) -> Any:
        said = decision.said and f"{decision.said} Nhờ {written(of_opinion(opinion_id).name, opinion_id)} chờ thêm."
        return decide(decision=replace(decision, said=said), opinion_id=opinion_id, **given)

    def delivered(*, how: str, answer_id: int, **given: Any) -> Any:
        return deliver(how=f"{how}, bà {of_answer(answer_id).name} ký nhận", answer_id=answer_id, **given)

    def drafted(*, draft: Any, answer_id: int, **given: Any) -> Any:
        text = f"{draft.text} Kính gửi {of_answer(answer_id).name}."
        return draft_answer(draft=replace(draft, text=text), answer_id=answer_id, **given)

    def transferred(*, how: str, opinion_id: int, **given: Any) -> Any:
        return tell(how=f"{how} cho {of_opinion(opinion_id).name}", opinion_id=opinion_id, **given)

    def extended(*, more: Any, answer_id: int, **given: Any) -> Any:
        reason = f"{more.reason} Đã báo {of_answer(answer_id).name}, {of_answer(answer_id).phone}."
        return extend(more=replace(more, reason=reason), answer_id=answer_id, **given)

    patch.setattr(driver, "deliver_answer", delivered)
    patch.setattr(driver, "draft_answer", drafted)
    patch.setattr(scenes, "tell_transfer", transferred)
    patch.setattr(scenes, "extend_answer", extended)
    patch.setattr(driver, "receive_opinion", planted)
    patch.setattr(driver, "register_speaker", spoken)
    patch.setattr(driver, "write_brief", prepared)
    patch.setattr(driver, "assign_opinion", assigned)
    patch.setattr(driver, "decide_opinion", decided)


def of_opinion(opinion_id: int) -> Canary:
    """The canary who spoke."""
    name = driver.Opinion.objects.values_list("speaker_name", flat=True).get(pk=opinion_id)
    return next(one for one in CANARIES if one.name == name)


def of_answer(answer_id: int) -> Canary:
    """The canary to whom the answer goes."""
    return of_opinion(driver.Answer.objects.values_list("opinion_id", flat=True).get(pk=answer_id))
