"""Text made fit for XML: composed letters (NFC), no control or direction marks, markup characters escaped."""

import re
import unicodedata

_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def fit(text: str) -> str:
    """The text as XML character data; tabs and line ends become single spaces."""
    if not text.isprintable():
        text = _UNFIT.sub("", text.replace("\n", " ").replace("\t", " ").replace("\r", " "))
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.translate(_MARKUP)
