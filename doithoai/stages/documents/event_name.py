"""One name of the event for every paper of a plan, in mid-sentence form, from the title the plan itself bears. Pure.

Real plans call the same event by two or three names (000-04); papers that follow from one plan must not.
"""

import re

_TYPE = re.compile(r"^\s*kế hoạch\s*", re.IGNORECASE)
_VERB = re.compile(
    r"^(?:về việc|v/v)?\s*(?:tổ chức|triển khai)?\s*(?:thực hiện)?\s*(?:việc)?\s*(?:tổ chức)?\s*(?:các)?\s*",
    re.IGNORECASE,
)
_YEAR = re.compile(r",?\s*(?:trong\s+)?năm\s+\d{4}\b|\s+\d{4}(?:\s*\(\d+/\d+\))?\s*$")
_PEOPLE = re.compile(r"\bnhân dân\b")
_COMMITTEE = re.compile(r"\bUBND\b")
_CAPITALS = (
    (re.compile(r"\bNgười đứng đầu\b"), "người đứng đầu"),
    (re.compile(r"\bcấp uỷ Đảng\b|\bcấp ủy Đảng\b"), "cấp ủy đảng"),
    (re.compile(r"(?<=, )Chính quyền\b"), "chính quyền"),
    (re.compile(r"\b[Uu]ỷ ban\b"), "Ủy ban"),
)
_USUAL = "Hội nghị đối thoại với Nhân dân"
_LONGEST = 240


def event_name(title: str) -> str:
    """'Hội nghị tiếp xúc, đối thoại trực tiếp giữa …'; the usual name where the title tells none."""
    words = " ".join(title.split())
    words = _VERB.sub("", _TYPE.sub("", words))
    words = _YEAR.sub("", words).strip(" .,;:")
    if "đối thoại" not in words.lower() or len(words) > _LONGEST:
        return _USUAL
    words = _COMMITTEE.sub("Ủy ban nhân dân", words)
    words = _PEOPLE.sub(
        lambda found: found.group() if words[: found.start()].endswith("Ủy ban ") else "Nhân dân", words
    )
    for pattern, instead in _CAPITALS:
        words = pattern.sub(instead, words)
    if words.lower().startswith("hội nghị"):
        return "Hội nghị" + words[len("hội nghị") :]
    return f"Hội nghị {words[0].lower()}{words[1:]}"
