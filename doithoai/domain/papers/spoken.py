"""Numbers, days and hours written for the ear: what a village loudspeaker reads. Nothing for the eye: see `wording.py`."""

from datetime import date, time

from doithoai.domain.papers.wording import weekday

WORDS_A_MINUTE = 180
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def number_in_words(number: int) -> str:
    """0 to 9999 in words: 21 is 'hai mươi mốt', 2026 'hai nghìn không trăm hai mươi sáu'; ValueError beyond."""
    if not 0 <= number <= 9999:
        raise ValueError(number)
    if number < 100:
        return _below_hundred(number)
    if number < 1000:
        return f"{_DIGITS[number // 100]} trăm{_after_hundred(number % 100)}"
    rest = number % 1000
    head = f"{_DIGITS[number // 1000]} nghìn"
    return head if rest == 0 else f"{head} {_DIGITS[rest // 100]} trăm{_after_hundred(rest % 100)}"


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if ones == 0:
        return head
    if ones == 5:
        return f"{head} lăm"
    return f"{head} mốt" if ones == 1 and tens > 1 else f"{head} {_DIGITS[ones]}"


def _after_hundred(number: int) -> str:
    if number == 0:
        return ""
    return f" linh {_DIGITS[number]}" if number < 10 else f" {_below_hundred(number)}"


def digits_in_words(figures: str) -> str:
    """A telephone number digit by digit, with a comma where the figures have a space or a point."""
    groups = figures.replace(".", " ").replace("-", " ").split()
    return ", ".join(" ".join(_DIGITS[int(sign)] for sign in group if sign.isdecimal()) for group in groups)


def hour_in_words(at: time) -> str:
    """'bảy giờ ba mươi phút sáng', 'mười bốn giờ chiều' is said 'hai giờ chiều'."""
    part = "sáng" if at.hour < 11 else "trưa" if at.hour < 13 else "chiều" if at.hour < 18 else "tối"
    hour = at.hour if at.hour <= 12 else at.hour - 12
    minutes = f" {number_in_words(at.minute)} phút" if at.minute else ""
    return f"{number_in_words(hour)} giờ{minutes} {part}"


def day_in_words(on: date) -> str:
    """'thứ Năm, ngày hai mươi tám tháng mười'; days up to ten are said 'mùng', the fourth month 'tư'."""
    day = f"mùng {number_in_words(on.day)}" if on.day <= 10 else f"ngày {number_in_words(on.day)}"
    month = "tư" if on.month == 4 else number_in_words(on.month)
    return f"{weekday(on)}, {day} tháng {month}"


def words_in(text: str) -> int:
    """Spoken syllables: Vietnamese writes each apart."""
    return sum(1 for word in text.split() if any(sign.isalnum() for sign in word))


def seconds_to_read(text: str) -> int:
    """How long reading aloud takes at 180 syllables a minute, rounded up."""
    return -(-words_in(text) * 60 // WORDS_A_MINUTE)
