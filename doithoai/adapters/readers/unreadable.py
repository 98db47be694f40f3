"""The one refusal of every reader: a plain Vietnamese sentence that says what is wrong and what to do."""

from doithoai.base.errors import BadInput


class Unreadable(BadInput):
    """A file that cannot be read as a document."""


SAVE_AS = "Mở tệp bằng Word rồi lưu lại dạng .docx, hoặc lưu dạng văn bản .txt, sau đó tải lên lại."
EMPTY = "Tệp trống, không có chữ nào. Kiểm tra lại tệp rồi tải lên tệp có nội dung."
MOST_BYTES = 20_000_000
MOST_LETTERS = 600_000
"""A plan has a few pages; some 250 pages still fit under this, and are read within seconds."""


def too_long() -> Unreadable:
    """The refusal of a text no plan could be."""
    return Unreadable(
        "Tệp quá nhiều chữ (hơn 600.000 chữ cái), không thể là một bản kế hoạch. "
        "Tách riêng phần kế hoạch vào một tệp rồi tải lên lại."
    )
