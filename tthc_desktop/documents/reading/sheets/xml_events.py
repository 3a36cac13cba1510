"""The XML of workbooks, read piece by piece: little in memory, no entities of its own, each element by its name."""

from collections.abc import Callable, Mapping
from typing import Protocol
from xml.parsers import expat

PIECE = 1 << 18
Begin = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Say = Callable[[str], None]


class Stream(Protocol):
    """What bytes are read from."""

    def read(self, size: int = -1, /) -> bytes: ...


class DamagedXmlError(Exception):
    """The XML is no XML, or has what no workbook needs."""


def read_events(stream: Stream, begin: Begin, end: End | None = None, say: Say | None = None) -> None:
    """Tell each element's beginning, end and words; names have no prefix, attributes of other spaces end in }name."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.buffer_size = PIECE
    parser.StartDoctypeDeclHandler = _refuse
    names: dict[str, str] = {}

    def began(name: str, attributes: Mapping[str, str]) -> None:
        begin(names.get(name) or names.setdefault(name, name.rpartition("}")[2]), attributes)

    parser.StartElementHandler = began
    if end:
        ended = end
        parser.EndElementHandler = lambda name: ended(names[name])
    if say:
        parser.CharacterDataHandler = say
    try:
        while piece := stream.read(PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise DamagedXmlError(str(error)) from error


def _refuse(*_: object) -> None:
    raise DamagedXmlError("a document type, which may hide entities without end")


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute of whichever space, empty when it is absent."""
    tail = f"}}{name}"
    return next((said for key, said in attributes.items() if key == name or key.endswith(tail)), "")
