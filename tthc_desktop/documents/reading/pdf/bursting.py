"""Files made to burst: drawings that unpack to millions of strokes, at which PDFium cannot be stopped."""

import re
import zlib
from collections.abc import Iterator

from tthc_desktop.documents.limits import LARGEST_DRAWING

_STREAM = re.compile(rb"stream\r?\n")
_SIGN = 4096
_OPERATORS = re.compile(rb"[\s\d)\]>](?:re|l|m|c|S|f|Tj|TJ|cm|q|Q|Do)[\s]")
_LEAST_OPERATORS = 20


def bursts(data: bytes) -> bool:
    """Tell whether a file holds a drawing larger than any page needs; pictures may be as large as they are."""
    return any(_is_drawing(begin) for begin, size in _unpacked(data) if size > LARGEST_DRAWING)


def _unpacked(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield how each stream begins and how large it is at least."""
    for found in _STREAM.finditer(data):
        start = found.end()
        if found.start() >= 3 and data[found.start() - 3 : found.start()] == b"end":
            continue
        end = data.find(b"endstream", start)
        size = (len(data) if end < 0 else end) - start
        if size > LARGEST_DRAWING:
            yield data[start : start + _SIGN], size
        if data[start : start + 1] == b"x" and size * 1100 > LARGEST_DRAWING:
            yield _inflated(data[start : start + size])


def _inflated(packed: bytes) -> tuple[bytes, int]:
    """Return the beginning and the size of what a packed stream holds, as far as it has to be known."""
    unpacking = zlib.decompressobj()
    begin, size = b"", 0
    waiting = packed
    try:
        while size <= LARGEST_DRAWING and (part := unpacking.decompress(waiting, 1 << 20)):
            begin = begin or part[:_SIGN]
            size += len(part)
            waiting = unpacking.unconsumed_tail
    except zlib.error:
        pass
    return begin, size


def _is_drawing(begin: bytes) -> bool:
    return len(_OPERATORS.findall(begin)) >= _LEAST_OPERATORS
