"""What an office usually does where nothing is written: who, about when, and what shows that it was done.

Thông lệ, never a rule: it suggests a day and is never late. The table comes in (`rulebooks/customary.toml`).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from doithoai.domain.deadlines import Term
from doithoai.domain.duties import CYCLE, Duty
from doithoai.domain.plans import HeadedBy
from doithoai.domain.rules.kinds import deadline


class CustomaryError(ValueError):
    """A row that cannot be read; the message names it."""


@dataclass(frozen=True)
class CustomaryPost:
    """Who usually carries a duty up to a day (None: still does), under the government and under the Party."""

    state: str
    party: str
    until: date | None


@dataclass(frozen=True)
class Custom:
    """Usual posts (oldest first), usual term if any, and the proof expected when the duty is ticked off."""

    duty: Duty
    posts: tuple[CustomaryPost, ...]
    term: Term | None
    proof: str

    def post_on(self, day: date, headed_by: HeadedBy) -> str:
        """Who usually does it on a day."""
        post = next((p for p in self.posts if p.until is None or day <= p.until), self.posts[-1])
        return post.party if headed_by is HeadedBy.PARTY else post.state


def read_customary(text: str, *, name: str = "customary") -> Mapping[Duty, Custom]:
    """Parse the table; every duty of the cycle must have a row. Raises CustomaryError."""
    try:
        rows = tomllib.loads(text).get("customs", [])
    except tomllib.TOMLDecodeError as error:
        raise CustomaryError(f"{name}: không đọc được TOML ({error})") from error
    customs = {}
    for number, row in enumerate(rows, 1):
        custom = _read_custom(row, f"{name}, [[customs]] dòng {number}")
        customs[custom.duty] = custom
    missing = [duty.value for duty in CYCLE if duty not in customs]
    if missing:
        raise CustomaryError(f"{name}: thiếu việc " + ", ".join(missing))
    return customs


def _read_custom(row: dict[str, object], where: str) -> Custom:
    duty, proof, posts = row.get("duty"), row.get("proof"), row.get("posts")
    if duty not in set(Duty):
        raise CustomaryError(f"{where}: duty phải là " + ", ".join(Duty))
    if not isinstance(proof, str) or not proof:
        raise CustomaryError(f"{where} ({duty}): thiếu proof")
    if not isinstance(posts, list) or not posts:
        raise CustomaryError(f"{where} ({duty}): thiếu posts")
    term = None
    if "amount" in row:
        try:
            term = deadline.read(row)
        except ValueError as error:
            raise CustomaryError(f"{where} ({duty}): {error}") from error
    return Custom(Duty(str(duty)), tuple(_read_post(post, f"{where} ({duty})") for post in posts), term, proof)


def _read_post(post: object, where: str) -> CustomaryPost:
    if not isinstance(post, dict) or not isinstance(post.get("state"), str) or not isinstance(post.get("party"), str):
        raise CustomaryError(f"{where}: mỗi posts cần state và party")
    until = post.get("until")
    if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
        raise CustomaryError(f"{where}: until phải là một ngày")
    return CustomaryPost(post["state"], post["party"], until)
