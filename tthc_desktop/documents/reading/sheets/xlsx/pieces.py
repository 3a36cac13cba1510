"""The rows of a sheet and the words that cells share, parsed a few hundred at a time.

An event of the parser for each element costs more than all that is done with the element; so the file is cut before a
row, and what lies before the cut is parsed as one piece. A file whose elements have prefixes, or that is not in UTF-8,
is read event by event.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, fromstring

from tthc_desktop.documents.reading.sheets.xml_events import PIECE, Begin, DamagedXmlError, Stream, read_events

LONGEST_PIECE = 8_000_000
"""The longest row of a sheet, 16,384 cells of shared words, has about one million letters."""
_OTHER_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!utf-?8)", re.IGNORECASE)
_DEFAULT_SPACE = re.compile(rb"""\sxmlns\s*=\s*(?:"[^"]*"|'[^']*')""")
Take = Callable[[Element], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The elements to take, such as `row`, where they lie, and the root of the part."""

    root: str
    container: str
    piece: str


def read_pieces(stream: Stream, wanted: Wanted, take: Take, other: Begin) -> None:
    """Tell each wanted element whole, without name spaces, and the beginnings of all elements behind the last."""
    begun = stream.read(PIECE)
    root = re.search(rb"<%s(?=[\s>/])[^>]*>" % wanted.root.encode(), begun)
    head = begun[: root.start()] if root else b""
    if root is None or b"<!" in head.replace(b"<!--", b"") or _OTHER_ENCODING.search(head) or begun[:1] == b"\xff":
        gatherer = _Gatherer(wanted, take, other)
        read_events(_Joined(begun, stream), gatherer.begin, gatherer.end, gatherer.say)
    else:
        opening = root.group().rstrip(b"/>").rstrip() + b">"
        _Cutter(wanted, take, _DEFAULT_SPACE.sub(b"", opening)).read(begun[root.start() :], stream, other)


class _Cutter:
    """Cuts a part before its wanted elements."""

    def __init__(self, wanted: Wanted, take: Take, opening: bytes) -> None:
        name = wanted.container.encode()
        self._begin = re.compile(rb"<%s(?:\s[^>]*?)?(/?)>" % name)
        self._close = re.compile(rb"</%s\s*>" % name)
        self._mark = b"<" + wanted.piece.encode()
        self._opening, self._closing = opening, f"</{wanted.root}>".encode()
        self._take = take

    def read(self, held: bytes, stream: Stream, other: Begin) -> None:
        while not (begun := self._begin.search(held)):
            more = stream.read(PIECE)
            if not more and held.rstrip().endswith((self._closing, b"/>")):
                return
            held = self._joined(held, more)
        held = held[begun.end() :]
        if not begun[1]:
            held = self._pieces(held, stream)
        if b"<" in held.replace(self._closing, b"", 1):
            read_events(_Joined(self._opening + held, stream), other)

    def _pieces(self, held: bytes, stream: Stream) -> bytes:
        """Take all pieces; return what stands behind them."""
        while not (close := self._close.search(held)):
            cut = held.rfind(self._mark)
            if cut > 0:
                self._parse(held[:cut])
                held = held[cut:]
            held = self._joined(held, stream.read(PIECE))
        self._parse(held[: close.start()])
        return held[close.end() :]

    def _joined(self, held: bytes, more: bytes) -> bytes:
        if not more or len(held) > LONGEST_PIECE:
            raise DamagedXmlError("a part without end")
        return held + more

    def _parse(self, piece: bytes) -> None:
        try:
            found = fromstring(self._opening + piece + self._closing)
        except (ParseError, ValueError) as error:
            raise DamagedXmlError(str(error)) from error
        for element in found:
            self._take(element)


class _Joined:
    """A stream whose first bytes have been read already."""

    def __init__(self, begun: bytes, stream: Stream) -> None:
        self._begun = BytesIO(begun)
        self._stream = stream

    def read(self, size: int = -1, /) -> bytes:
        return self._begun.read(size) or self._stream.read(size)


class _Gatherer:
    """Does the same by events."""

    def __init__(self, wanted: Wanted, take: Take, other: Begin) -> None:
        self._wanted, self._take, self._other = wanted, take, other
        self._builder: TreeBuilder | None = None
        self._depth = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._builder is None and name == self._wanted.piece:
            self._builder = TreeBuilder()
        if self._builder is None:
            self._other(name, attributes)
        else:
            self._builder.start(name, dict(attributes))
            self._depth += 1

    def end(self, name: str) -> None:
        if self._builder is not None:
            self._builder.end(name)
            self._depth -= 1
            if not self._depth:
                self._take(self._builder.close())
                self._builder = None

    def say(self, words: str) -> None:
        if self._builder is not None:
            self._builder.data(words)
