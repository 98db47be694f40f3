"""`doithoai read FILE [--json]`: what a plan says, as one JSON object or as a page a person can read.

Needs neither Django nor data; the reader of files comes from the registry (or is handed in), as all of the outside does.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from doithoai.base import registry
from doithoai.base.errors import Refused
from doithoai.domain.reading.record import Reading

_KINDS = {
    "plan": "kế hoạch",
    "notice": "thông báo",
    "conclusion_notice": "thông báo kết luận",
    "report": "báo cáo",
    "other": "văn bản khác",
}
_DUTIES = {
    "issue_notice": "ra thông báo",
    "broadcast": "phát loa, đưa tin",
    "send_invitations": "gửi giấy mời",
    "collect_opinions": "thu thập ý kiến",
    "synthesise": "tổng hợp",
    "prepare_answers": "chuẩn bị nội dung trả lời",
    "review": "rút kinh nghiệm",
    "answer": "trả lời",
    "extension_notice": "báo gia hạn",
    "transfer_notice": "báo chuyển cấp có thẩm quyền",
    "report": "báo cáo",
    "publish_result": "công khai kết quả",
    "survey": "lấy ý kiến hài lòng",
    "other": "việc khác",
}
_SAID = {
    "state": "thể thức nhà nước",
    "party": "thể thức đảng",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "month": "tháng",
    "before": "trước",
    "after": "sau",
    "conference_day": "ngày đối thoại",
    "conference_end": "khi kết thúc đối thoại",
    "receipt": "khi nhận ý kiến",
    "conclusion": "khi có kết luận",
    "answer_due": "hạn trả lời",
    "date": "thời gian",
    "place": "địa điểm",
    "village": "thôn",
}

Reader = Callable[[str], Any]


def run(argv: Sequence[str], reader: Reader | None = None) -> int:
    """Exit code 0 when read, 1 when the file cannot be, with one sentence on standard error.

    `reader` takes a path and gives an object with `reading`; without it the registry's ("reading", "document") is asked.
    """
    parser = argparse.ArgumentParser(prog="doithoai read", description="Đọc một văn bản kế hoạch.")
    parser.add_argument("file", metavar="FILE", help="tệp .docx hoặc .txt")
    parser.add_argument("--json", action="store_true", help="in ra một đối tượng JSON và không gì khác")
    asked = parser.parse_args(list(argv))
    try:
        read = reader or registry.member("reading", "document")
        reading: Reading = read(asked.file).reading
    except Refused as refusal:
        sys.stderr.write(f"{refusal.words}\n")
        return 1
    if asked.json:
        sys.stdout.write(json.dumps(reading.to_dict(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(_summary(reading)) + "\n")
    return 0


def _summary(reading: Reading) -> Iterator[str]:
    """The reading in plain Vietnamese, a line a fact."""
    yield reading.title or "Không thấy tên văn bản"
    yield f"Loại: {_KINDS[reading.type]}, {_SAID[reading.form]}"
    for name, value in (
        ("Cơ quan", reading.issuer),
        ("Xã", reading.commune),
        ("Tỉnh", reading.province),
        ("Số", reading.number),
    ):
        yield f"{name}: {value or 'không ghi'}"
    yield f"Ngày ban hành: {_day(reading.issued_on)}"
    for basis in reading.legal_bases:
        yield f"Căn cứ: {basis.text}"
    for number, one in enumerate(reading.conferences, 1):
        when = _day(one.earliest) if one.earliest == one.latest else f"{_day(one.earliest)} - {_day(one.latest)}"
        later = f"; thông báo sau: {', '.join(_SAID[name] for name in one.open)}" if one.open else ""
        villages = f"; thôn {', '.join(one.villages)}" if one.villages else ""
        yield f"Đối thoại {number}: {when}; {one.place or 'chưa ghi địa điểm'}{villages}{later}"
    for name, texts in (
        ("Chủ trì", reading.chairs),
        ("Thư ký", reading.secretaries),
        ("Không đối thoại", reading.exclusions),
    ):
        for text in texts:
            yield f"{name}: {text}"
    for deadline in reading.deadlines:
        yield f"Thời hạn (dòng {deadline.line}): {_DUTIES[deadline.duty]}, {_term(deadline)}; {deadline.actor or 'chưa ghi ai làm'}"
    for task in reading.tasks:
        yield f"Việc của {task.actor}: {len(task.items)} việc (dòng {task.line})"
    for warning in reading.warnings:
        yield f"Cần soát (dòng {warning.line}): {warning.message}"


def _day(iso: str | None) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else "không ghi"


def _term(deadline: Any) -> str:
    if deadline.on:
        return f"đến ngày {_day(deadline.on)}"
    if deadline.amount is None:
        return "không ghi số ngày"
    counted = (deadline.unit, deadline.direction, deadline.anchor)
    return " ".join([str(deadline.amount), *(_SAID[code] for code in counted if code)])
