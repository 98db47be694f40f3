"""A second look before an opinion goes on: words that accuse somebody of breaking the law bring the plain question again.

It only asks; the citizen decides, and whatever he answers, nothing of the text is stored or logged by asking. Words alone
decide nothing ("tôi phải tố cáo cái con đường này"). Law on Denunciation 2018 Art. 8: a denouncer must stay unknown.
"""

import re
from typing import Final

from doithoai.domain.texts import words_of

ACCUSING: Final = re.compile(
    r"\b(?:to cao|to giac|tham o|tham nhung|hoi lo|dut lot|lot tay|an chan|an tien|an bot|xa xeo|bien thu|chiem doat|chiem dung"
    r"|khai khong|ke khong|ke khai gian|khai gian|gia mao|lam gia|gia chu ky|ky khong|ky gia|ky thay|hoa don khong"
    r"|lap khong|danh sach ma|ho ma|rut ruot|lap quy|quy den|thu khong bien lai|khong bien lai|khong co bien lai"
    r"|vao tui|bo tui|dut tui|tui rieng|nguoi nha|cho con trai|cho em trai|bao ke|phong bi|vi pham phap luat|pham toi"
    r"|ban dat cong|lan chiem dat cong|chay viec|chay (?:ho )?so|vay nang lai|cho vay nang lai|buon ban ma tuy|ban ma tuy"
    r"|danh bac|ghi de|so de|lo de|trom cap|giau ten|lam ngo|khong nop quy|vay gop)\b"
)


def sounds_like_denunciation(words: str) -> bool:
    """Whether a text may accuse somebody of breaking the law: wide on purpose, since the question costs one press."""
    return bool(ACCUSING.search(" ".join(words_of(words))))
