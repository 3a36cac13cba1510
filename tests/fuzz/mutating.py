"""Harm done to files by kinds: to the bytes, to the parts of a ZIP file, to XML, to the objects of a PDF, to lines."""

import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from io import BytesIO
from random import Random
from typing import Any

from lxml import etree

Harm = Callable[[bytes, Random], bytes]
_NUMBERS = (
    *(b"0", b"-1", b"1", b"2", b"255", b"256", b"65535", b"65536", b"99999", b"1048576", b"2147483647", b"2147483648"),
    *(b"4294967296", b"-2147483649", b"1e308", b"-1e308", b"1e-320", b"nan", b"inf", b"0.0000001", b"9" * 400, b""),
)
_SAID = (
    *("=1+1", "A1", "\ufeff", "\x00", "\ud800", "\u202e", "a\u0300" * 50, "%s%n", "../../../etc/passwd", "{năm}", "|"),
    *(
        "&amp;",
        "&#0;",
        "&#xFFFF;",
        "<![CDATA[",
        "]]>",
        "\t",
        "\r",
        "\u2028",
        "I.",
        "1.1.1.1.1.",
        "a)",
        "PHỤ LỤC",
        "STT",
    ),
    *("Nơi nhận:", "KẾ HOẠCH", "Quý III/2025", "31/02/2025", "tháng 13", "ngày 0", "100%", "9" * 5000, "﷽" * 20),
    *("đ" * 3000, "x " * 2000, "-" * 3000, "(" * 2000, "\n" * 500, "1." * 800, "Điều 1. " * 300, "; " * 900),
)
_STRANGE = tuple(one.encode("utf-8", "surrogatepass") for one in _SAID)
_SAYABLE = tuple(
    "".join(char for char in one if char >= " " and not "\ud800" <= char <= "\udfff")
    for one in (*_SAID, *(number.decode() for number in _NUMBERS))
)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]*>")
_VALUE = re.compile(rb'="([^"<>]*)"')
_REFERENCE = re.compile(rb"\b\d+ 0 R\b")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_FURTHEST = 3_000_000
"""A file grows no further, for size alone is refused by its own limit."""


def harmed(data: bytes, chance: Random, harms: Sequence[Harm]) -> bytes:
    """Return the data harmed once or a few times."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        data = chance.choice(harms)(data, chance)[:_FURTHEST]
    return data


def flipped(data: bytes, chance: Random) -> bytes:
    """Change some bytes."""
    held = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 30)) if held else 0):
        held[chance.randrange(len(held))] = chance.choice((0, 255, 127, 128, chance.randrange(256)))
    return bytes(held)


def numbers_set(data: bytes, chance: Random) -> bytes:
    """Set two or four bytes to a number at the edge of what they can hold."""
    size = chance.choice((2, 4))
    if len(data) <= size:
        return data
    at = chance.randrange(len(data) - size)
    value = chance.choice((0, 1, 2, (1 << (8 * size)) - 1, 1 << (8 * size - 1), (1 << (8 * size - 1)) - 1, 0x0FFF))
    return data[:at] + value.to_bytes(size, "little") + data[at + size :]


def cut(data: bytes, chance: Random) -> bytes:
    """Leave a piece out."""
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def doubled(data: bytes, chance: Random) -> bytes:
    """Repeat a piece, seldom very often."""
    start, end = _span(data, chance)
    times = chance.choice((1, 1, 2, 10, 300))
    return data[:end] + data[start:end] * min(times, 1 + 400_000 // max(end - start, 1)) + data[end:]


def moved(data: bytes, chance: Random) -> bytes:
    """Put a piece elsewhere too."""
    start, end = _span(data, chance)
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def said(data: bytes, chance: Random) -> bytes:
    """Put strange words somewhere."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_STRANGE) + data[at:]


def numbered(data: bytes, chance: Random) -> bytes:
    """Replace a written number by one that nobody means."""
    return _replaced(data, chance, _NUMBER, chance.choice(_NUMBERS))


def _span(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 4, 16, 64, 256, 2048)))


def _replaced(data: bytes, chance: Random, what: re.Pattern[bytes], by: bytes, group: int = 0) -> bytes:
    start = chance.randrange(len(data) + 1)
    found = what.search(data, start) or what.search(data)
    return data[: found.start(group)] + by + data[found.end(group) :] if found else data


def line_moved(data: bytes, chance: Random) -> bytes:
    """Take out, repeat or exchange lines."""
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[min(one, other) : max(one, other)]
        case 1:
            lines[one:one] = [lines[other]] * min(chance.choice((1, 5, 200)), 1 + 200_000 // (len(lines[other]) + 1))
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case _:
            lines[one] += lines[other]
    return b"\n".join(lines)


def element_moved(data: bytes, chance: Random) -> bytes:
    """Take out, repeat, exchange or nest the tags of markup."""
    tags = list(_TAG.finditer(data))
    if not tags:
        return flipped(data, chance)
    one, other = sorted((chance.choice(tags), chance.choice(tags[:2000])), key=lambda tag: tag.start())
    piece = data[one.start() : other.end()]
    match chance.randrange(5):
        case 0:
            return data[: one.start()] + data[one.end() :]
        case 1:
            return data[: one.start()] + other.group() + data[one.end() :]
        case 2:
            times = min(chance.choice((2, 10, 100, 1000)), 1 + 300_000 // len(piece))
            return data[: other.end()] + piece * times + data[other.end() :]
        case 3:
            times = min(chance.choice((5, 50, 700)), 1 + 300_000 // len(one.group()))
            return data[: one.start()] + one.group() * times + data[one.start() :]
        case _:
            return data[: one.start()] + data[other.end() :]


def tree_harmed(data: bytes, chance: Random) -> bytes:
    """Take out, repeat, move or nest elements of XML, or set an attribute, so that it stays well formed."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return element_moved(data, chance)
    for _ in range(chance.choice((1, 1, 2, 5))):
        _harm_tree(list(root.iter(etree.Element)), chance)
    return bytes(etree.tostring(root, encoding="UTF-8", standalone=True))


def _harm_tree(elements: list[Any], chance: Random) -> None:
    one, other = chance.choice(elements), chance.choice(elements)
    apart = all(one is not above for above in (other, *other.iterancestors()))
    match chance.randrange(7):
        case 0 if one.getparent() is not None:
            one.getparent().remove(one)
        case 1 | 2 if apart:
            other.insert(chance.randrange(len(other) + 1), deepcopy(one))
        case 3 if len(one) < 50:
            _nest(one, chance.choice((2, 20, 300)))
        case 4:
            one.text = chance.choice(_SAYABLE)
        case 5 if apart and other.getparent() is not None:
            other.getparent().insert(0, one)
        case _:
            _set_attributes(one, other, chance)


def _nest(element: Any, depth: int) -> None:  # noqa: ANN401 - lxml tells no types
    for _ in range(depth):
        element = etree.SubElement(element, element.tag, dict(element.attrib))


def _set_attributes(one: Any, other: Any, chance: Random) -> None:  # noqa: ANN401 - as above
    for name in [*one.attrib, *other.attrib]:
        if chance.random() < 0.4:
            one.set(name, chance.choice((*_SAYABLE, one.get(name, ""), other.get(name, ""))))


def value_set(data: bytes, chance: Random) -> bytes:
    """Set an attribute to a number or words that nobody means."""
    by = chance.choice(_NUMBERS + _STRANGE[:20]).replace(b'"', b"").replace(b"<", b"")
    return _replaced(data, chance, _VALUE, by, 1)


def reference_moved(data: bytes, chance: Random) -> bytes:
    """Let an object of a PDF point to another one, which may point back."""
    found = _REFERENCE.findall(data)
    return _replaced(data, chance, _REFERENCE, chance.choice(found)) if found else flipped(data, chance)


def name_moved(data: bytes, chance: Random) -> bytes:
    """Call something in a PDF by another name that is used there."""
    found = _NAME.findall(data[:200_000])
    return _replaced(data, chance, _NAME, chance.choice(found)) if found else flipped(data, chance)


def stream_harmed(data: bytes, chance: Random) -> bytes:
    """Harm what is packed in a stream of a PDF, and pack it again."""
    found = list(_STREAM.finditer(data))
    if not found:
        return flipped(data, chance)
    one = chance.choice(found)
    held = one.group(1)
    try:
        unpacked, packed = zlib.decompress(held), True
    except zlib.error:
        unpacked, packed = held, False
    unpacked = harmed(unpacked, chance, (*BYTES, numbered, line_moved))
    return data[: one.start(1)] + (zlib.compress(unpacked, 1) if packed else unpacked) + data[one.end(1) :]


def part_harmed(data: bytes, chance: Random) -> bytes:
    """Harm one part of a ZIP file; what is no such file is harmed as bytes."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()[:200]}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return flipped(data, chance)
    if not parts:
        return flipped(data, chance)
    name = chance.choices(list(parts), [len(one) ** 0.5 + 1 for one in parts.values()])[0]
    match chance.randrange(12):
        case 0:
            del parts[name]
        case 1:
            parts[name] = parts[chance.choice(list(parts))]
        case 2:
            parts[chance.choice(("../../x", "/etc/x", "C:\\x", name.upper(), f"{name}/x"))] = parts[name]
        case _:
            parts[name] = harmed(parts[name], chance, TREE if parts[name].lstrip()[:1] == b"<" else TEXT)
    return _packed(parts)


def _packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, held in parts.items():
            archive.writestr(zipfile.ZipInfo(name), held)
    return out.getvalue()


BYTES: tuple[Harm, ...] = (flipped, numbers_set, cut, doubled, moved)
TEXT: tuple[Harm, ...] = (*BYTES, said, said, numbered, numbered, line_moved, line_moved, line_moved)
XML: tuple[Harm, ...] = (
    flipped,
    cut,
    said,
    numbered,
    element_moved,
    element_moved,
    element_moved,
    value_set,
    value_set,
)
TREE: tuple[Harm, ...] = (*[tree_harmed] * 8, element_moved, value_set, said, numbered)
PDF: tuple[Harm, ...] = (*BYTES, numbered, reference_moved, reference_moved, name_moved, stream_harmed, stream_harmed)
ZIP: tuple[Harm, ...] = (*[part_harmed] * 12, flipped, numbers_set, cut)
