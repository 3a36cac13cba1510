"""The names of Word's XML, and how an element of it is asked; nothing here knows the file."""

from collections.abc import Iterator
from typing import Protocol

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = frozenset({"0", "false", "off", "none"})


class Element(Protocol):
    """What lxml gives of an element."""

    tag: str
    text: str | None

    def get(self, key: str, default: str = "") -> str: ...
    def iterchildren(self, *tags: str) -> "Iterator[Element]": ...
    def iter(self, *tags: str) -> "Iterator[Element]": ...
    def itertext(self) -> Iterator[str]: ...
    def __iter__(self) -> "Iterator[Element]": ...
    def __len__(self) -> int: ...


def w(name: str) -> str:
    """Return a name of Word's own."""
    return f"{{{_WORD}}}{name}"


VAL = w("val")
P, PPR, R, RPR, T = w("p"), w("pPr"), w("r"), w("rPr"), w("t")
TABLE, ROW, CELL = w("tbl"), w("tr"), w("tc")
SDT, SDT_CONTENT, SDT_PROPERTIES = w("sdt"), w("sdtContent"), w("sdtPr")
INS, DEL, MOVE_TO, MOVE_FROM = w("ins"), w("del"), w("moveTo"), w("moveFrom")
SECTION = w("sectPr")
BOOKMARK, NAME = w("bookmarkStart"), w("name")
BOX = w("txbxContent")
ALTERNATE, CHOICE, FALLBACK = (f"{{{_COMPATIBLE}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
THROUGH = frozenset({SDT_CONTENT, INS, MOVE_TO, w("customXml"), w("smartTag"), CHOICE})
"""What only wraps what it holds."""
REMOVED = frozenset({DEL, MOVE_FROM})


def child(element: Element | None, tag: str) -> Element | None:
    """Return the first child of this name."""
    return None if element is None else next(element.iterchildren(tag), None)


def value(element: Element | None, tag: str) -> str:
    """Return the value of the first child of this name, empty when it is absent."""
    found = child(element, tag)
    return "" if found is None else found.get(VAL, "")


def number(words: str) -> int | None:
    """Return a whole number, None for what is none; no file needs one of more than nine digits."""
    words = words.strip()
    digits = words[1:] if words[:1] in {"-", "+"} else words
    return int(words) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def is_on(element: Element) -> bool:
    """Tell whether a property that is there is on."""
    return element.get(VAL, "").lower() not in _OFF


def has(element: Element | None, tag: str) -> bool:
    """Tell whether a property is there and on."""
    found = child(element, tag)
    return found is not None and is_on(found)


def inside(element: Element) -> Iterator[Element]:
    """Yield the children, those in wrappers as well; of alternatives only the first."""
    waiting = [iter(element)]
    while waiting:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
        elif found.tag in THROUGH:
            waiting.append(iter(found))
        elif found.tag == SDT:
            waiting.append(found.iterchildren(SDT_CONTENT))
        elif found.tag == ALTERNATE:
            waiting.append(iter(chosen(found)))
        else:
            yield found


def paragraphs_in(holder: Element) -> Iterator[Element]:
    """Yield all paragraphs however deep, those in paragraphs too, in their order; of alternatives only the first."""
    waiting = [iter(holder)]
    while waiting:
        found = next(waiting[-1], None)
        if found is None:
            waiting.pop()
            continue
        if found.tag == P:
            yield found
        waiting.append(iter(chosen(found)) if found.tag == ALTERNATE else iter(found))


def chosen(alternate: Element) -> list[Element]:
    """Return what stands in the first of some alternatives that holds anything."""
    for one in alternate:
        if one.tag in {CHOICE, FALLBACK} and len(one):
            return list(one)
    return []
