"""What the properties of a paragraph say, of a style or of its own, read in one go."""

from dataclasses import dataclass

from tthc_desktop.documents.reading.word.names import (
    DEL,
    MOVE_FROM,
    RPR,
    SECTION,
    VAL,
    Element,
    child,
    has,
    number,
    value,
    w,
)

_STYLE, _ALIGN, _BIDI, _OUTLINE, _NUM = (w(name) for name in ("pStyle", "jc", "bidi", "outlineLvl", "numPr"))
_LEVEL, _NUM_ID = w("ilvl"), w("numId")
_FRAME, _CAPITAL = w("framePr"), w("dropCap")
_SELDOM = frozenset({_NUM, _OUTLINE, _FRAME, SECTION})
_DEEPEST_HEADING = 9
_TURNED = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class NumRef:
    """Which list numbers a paragraph and at which level; None where that is not said. `style` is who says so."""

    list_id: int | None = None
    level: int | None = None
    style: str = ""


@dataclass(slots=True)
class Properties:
    """What is said of a paragraph, empty and None where nothing is; `mark` are the properties of its end."""

    style: str = ""
    align: str = ""
    heading: int | None = None
    ref: NumRef | None = None
    mark: Element | None = None
    ends_section: bool = False
    framed: bool = False
    drops_capital: bool = False

    @property
    def is_joined(self) -> bool:
        """Whether the next paragraph goes on with it: its end was deleted, or it is but a large first letter."""
        mark = self.mark
        return self.drops_capital or (
            mark is not None and (child(mark, DEL) is not None or child(mark, MOVE_FROM) is not None)
        )


NOTHING = Properties()


def read_properties(element: Element | None, style: str = "") -> Properties:
    """Read the properties of a paragraph, or of a style, whose name then tells who numbers."""
    if element is None:
        return NOTHING
    found = Properties()
    for one in element:
        tag = one.tag
        if tag == _STYLE:
            found.style = one.get(VAL, "")
        elif tag == _ALIGN:
            found.align = one.get(VAL, "")
        elif tag == RPR:
            found.mark = one
        elif tag in _SELDOM:
            _hear(found, one, style)
    if found.align in _TURNED and has(element, _BIDI):
        found.align = _TURNED[found.align]
    return found


def _hear(found: Properties, one: Element, style: str) -> None:
    if one.tag == _NUM:
        found.ref = NumRef(number(value(one, _NUM_ID)), number(value(one, _LEVEL)), style)
    elif one.tag == _OUTLINE:
        found.heading = _heading(one)
    elif one.tag == _FRAME:
        found.drops_capital = one.get(_CAPITAL, "") in {"drop", "margin"}
        found.framed = not found.drops_capital
    else:
        found.ends_section = True


def _heading(element: Element) -> int | None:
    """Return the level of a heading, 0 for plain text, None for what is no level."""
    level = number(element.get(VAL, ""))
    if level is None:
        return None
    return level + 1 if 0 <= level < _DEEPEST_HEADING else 0


def joined(own: NumRef | None, below: NumRef | None) -> NumRef | None:
    """Return which list is meant when a level is said here and its list below."""
    if own is None or below is None or own.list_id is not None:
        return own or below
    return below if own.level is None else NumRef(below.list_id, own.level)
