"""An uploaded picture made anew as a small PNG: nothing of the file that was sent is kept but what the eye sees.

A drawing in SVG may carry a script, so none is taken. The measures are looked at before a single pixel is unpacked.
"""

from contextlib import closing
from io import BytesIO

from PIL import Image, ImageOps

from doithoai.adapters.readers.unreadable import Unreadable
from doithoai.stages.people.services.describe_commune import MOST_BYTES, Picture

TAKEN = ("PNG", "JPEG", "WEBP")
HIGHEST, WIDEST = 96, 192
SMALLEST = 24
LARGEST_FILE = 2 * 1024 * 1024
MOST_PIXELS = 6_000_000
"""A picture 2400 points square passes; unpacked it fills some hundred million bytes of memory for a moment."""
PLAIN = ("RGB", "RGBA")
COLOURS = (256, 128, 64, 32, 16)

TOO_LARGE = "Ảnh nặng quá 2 MB. Hãy thu nhỏ ảnh, hoặc chụp màn hình ảnh ấy rồi tải ảnh chụp lên."
TOO_MANY = "Ảnh này khi mở ra quá lớn nên không nhận. Hãy thu nhỏ ảnh xuống dưới 2400 điểm mỗi chiều rồi tải lên lại."
TOO_SMALL = "Ảnh nhỏ quá, nhìn không rõ. Hãy chọn ảnh mỗi chiều ít nhất 24 điểm."
DRAWING = "Ảnh vẽ kiểu SVG không nhận được, vì trong đó có thể giấu lệnh chạy. Hãy lưu lại thành ảnh PNG rồi tải lên."
UNKNOWN = "Tệp này không phải ảnh PNG, JPEG hoặc WebP. Hãy mở ảnh rồi lưu lại thành PNG, sau đó tải lên."
BROKEN = "Ảnh này hỏng hoặc bị cắt mất một phần nên không mở được. Hãy lưu lại ảnh rồi tải lên lần nữa."


def read_picture(content: bytes) -> Picture:
    """The picture at most 96 pixels high, at most `MOST_BYTES` long; raises Unreadable with what to do."""
    if len(content) > LARGEST_FILE:
        raise Unreadable(TOO_LARGE, field="emblem")
    if _is_drawing(content):
        raise Unreadable(DRAWING, field="emblem")
    try:
        sent = Image.open(BytesIO(content), formats=TAKEN)
    except Image.DecompressionBombError:
        raise Unreadable(TOO_MANY, field="emblem") from None
    except Exception:  # noqa: BLE001 -- a file made to harm may make the library raise anything
        raise Unreadable(UNKNOWN, field="emblem") from None
    with closing(sent):
        if sent.width * sent.height > MOST_PIXELS:
            raise Unreadable(TOO_MANY, field="emblem")
        if min(sent.size) < SMALLEST:
            raise Unreadable(TOO_SMALL, field="emblem")
        try:
            return _made_anew(sent)
        except Exception:  # noqa: BLE001 -- as above; a cut file is noticed only while its pixels are read
            raise Unreadable(BROKEN, field="emblem") from None


def _is_drawing(content: bytes) -> bool:
    """Whether the file is SVG, packed or plain, under whatever name it came."""
    head = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<svg", b"\x1f\x8b")) or (head.startswith(b"<") and b"<svg" in head)


def _made_anew(sent: Image.Image) -> Picture:
    """Only pixels are carried over: no camera data, no place, no colour profile, no words, first frame alone."""
    sent.draft("RGB", (2 * WIDEST, 2 * HIGHEST))
    ImageOps.exif_transpose(sent, in_place=True)
    small = sent if sent.mode in PLAIN else sent.convert("RGBA")
    small.thumbnail((WIDEST, HIGHEST), Image.Resampling.LANCZOS)
    small = small.convert("RGBA")
    small.info = {}
    for colours in COLOURS:
        packed = BytesIO()
        small.quantize(colours, method=Image.Quantize.FASTOCTREE).save(packed, "PNG", optimize=True)
        if packed.tell() <= MOST_BYTES:
            break
    return Picture(packed.getvalue(), small.width, small.height)
