"""Pictures that are taken, and pictures made to harm."""

import gzip
import io
import os
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from doithoai.adapters.readers.picture import reader
from doithoai.adapters.readers.picture.reader import read_picture
from doithoai.adapters.readers.unreadable import Unreadable
from doithoai.stages.people.services.describe_commune import MOST_BYTES

SECRET = b"21.0285N 105.8542E"


def packed(image, kind="PNG", **options):
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def chunks(png):
    """Names of a PNG's parts."""
    at, found = 8, []
    while at < len(png):
        length = struct.unpack(">I", png[at : at + 4])[0]
        found.append(png[at + 4 : at + 8].decode())
        at += 12 + length
    return found


def bare_png(width, height):
    """A PNG that promises so many pixels and holds hardly any."""

    def part(name, content):
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(b"\0" * 99)) + part(b"IEND", b"")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_picture_becomes_a_small_png_when_it_is_of_a_kind_taken(kind, mode):
    picture = read_picture(packed(Image.new(mode, (600, 300), 90), kind))

    made = Image.open(io.BytesIO(picture.png))
    assert (made.format, made.size) == ("PNG", (192, 96))
    assert (picture.width, picture.height) == made.size


@pytest.mark.parametrize("mode", ["P", "LA", "RGBA", "I;16", "1"])
def test_picture_is_taken_when_its_colours_are_kept_in_another_way(mode):
    assert read_picture(packed(Image.new(mode, (40, 40)))).height == 40


def test_see_through_stays_see_through():
    image = Image.new("RGBA", (48, 48), (0, 0, 0, 0))
    image.paste((200, 0, 0, 255), (12, 12, 36, 36))

    made = Image.open(io.BytesIO(read_picture(packed(image)).png)).convert("RGBA")

    assert (made.getpixel((2, 2))[3], made.getpixel((24, 24))[3]) == (0, 255)


def test_nothing_but_pixels_is_carried_over():
    words = PngInfo()
    words.add_text("Place", SECRET.decode())
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    image = Image.new("RGB", (60, 60), (10, 100, 90))
    sent = packed(image, pnginfo=words, exif=exif, icc_profile=SECRET * 20)
    assert SECRET in sent

    kept = read_picture(sent).png

    assert SECRET not in kept
    assert set(chunks(kept)) <= {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}


def test_photograph_stands_upright_when_the_camera_was_turned():
    exif = Image.Exif()
    exif[0x0112] = 6

    picture = read_picture(packed(Image.new("RGB", (80, 40)), "JPEG", exif=exif))

    assert (picture.width, picture.height) == (40, 80)


@pytest.mark.parametrize("size", [(400, 400), (800, 200)])
def test_picture_stays_light_when_it_is_all_noise(size):
    noise = Image.frombytes("RGBA", size, os.urandom(size[0] * size[1] * 4))

    assert len(read_picture(packed(noise)).png) <= MOST_BYTES


GOOD = packed(Image.frombytes("RGB", (90, 90), os.urandom(90 * 90 * 3)))
MOVING = packed(Image.new("RGB", (50, 50)), "GIF")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", reader.UNKNOWN),
        (b"khong phai anh", reader.UNKNOWN),
        (b"%PDF-1.7", reader.UNKNOWN),
        (MOVING, reader.UNKNOWN),
        (packed(Image.new("RGB", (50, 50)), "TIFF"), reader.UNKNOWN),
        (packed(Image.new("RGB", (50, 50)), "BMP"), reader.UNKNOWN),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 50 50\n", reader.UNKNOWN),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', reader.DRAWING),
        (b'\xef\xbb\xbf\n<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><SVG onload="x"/>', reader.DRAWING),
        (gzip.compress(b"<svg/>", mtime=0), reader.DRAWING),
        (GOOD[:400], reader.BROKEN),
        (GOOD[:300] + b"\xff" * 300 + GOOD[600:], reader.BROKEN),
        (packed(Image.new("RGB", (23, 400))), reader.TOO_SMALL),
        (bare_png(60000, 60000), reader.TOO_MANY),
        (bare_png(2**31 - 1, 2**31 - 1), reader.TOO_MANY),
        (bare_png(6001, 1000), reader.TOO_MANY),
        (bare_png(500, 500), reader.BROKEN),
        (packed(Image.new("1", (9000, 9000))), reader.TOO_MANY),
        (packed(Image.new("RGB", (16000, 400)), "WEBP"), reader.TOO_MANY),
        (bytes(2 * 1024 * 1024 + 1), reader.TOO_LARGE),
    ],
)
def test_file_is_refused_in_words_when_it_cannot_be_an_emblem(content, words):
    with pytest.raises(Unreadable) as refusal:
        read_picture(content)

    assert (refusal.value.words, refusal.value.field) == (words, "emblem")


def test_file_is_refused_in_words_when_words_in_it_unpack_without_end():
    packed_words = zlib.compress(b"a" * 90_000_000, 9)
    name = b"zTXtnote\0\0" + packed_words
    part = struct.pack(">I", len(name) - 4) + name + struct.pack(">I", zlib.crc32(name))

    with pytest.raises(Unreadable):
        read_picture(GOOD[:33] + part + GOOD[33:])
