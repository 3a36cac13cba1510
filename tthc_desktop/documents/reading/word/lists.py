"""The lists of a Word file: how each of their levels is numbered, and which count goes on for which paragraph."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from tthc_desktop.documents.reading.legacy import guess
from tthc_desktop.documents.reading.word.looks import read_look
from tthc_desktop.documents.reading.word.names import (
    RPR,
    Element,
    child,
    has,
    inside,
    is_on,
    number,
    value,
    w,
)
from tthc_desktop.documents.reading.word.properties import NumRef
from tthc_desktop.documents.reading.word.styles import Styles

LEVELS = 9
_LONGEST = 200
"""More signs before a paragraph nobody writes; a file that was made to burst may."""
_LEVEL, _ILVL, _START, _ABSTRACT_ID = w("lvl"), w("ilvl"), w("start"), w("abstractNumId")


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered. `words` has %1 … %9 where counts stand; `restart` is None by default."""

    start: int = 0
    form: str = "decimal"
    custom: str = ""
    words: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    font: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class WordList:
    """A list: whose count it shares, its levels, and where it lets some begin anew."""

    shared: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of a paragraph: its level, that of each level above it, and the counts of all these."""

    list_id: int
    depth: int
    levels: dict[int, Level]
    counts: tuple[int, ...]

    @property
    def level(self) -> Level:
        return self.levels[self.depth]


@dataclass(slots=True)
class Lists:
    """The lists by number, and how far each has counted."""

    known: dict[int, WordList] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def count(self, ref: NumRef | None) -> Counted | None:
        """Count one paragraph more; None when no list numbers it."""
        known = self.known.get(ref.list_id or 0) if ref else None
        if ref is None or known is None:
            return None
        depth = _depth(known, ref)
        if depth not in known.levels:
            return None
        counts = self._counts.setdefault(known.shared, [None] * LEVELS)
        for level in range(depth):  # a level that was left out is counted with the first below it
            own = known.levels.get(level)
            counts[level] = (own.start if own else 0) if counts[level] is None else counts[level]
        now = None if self._begins(ref.list_id or 0, depth, known) else counts[depth]
        counts[depth] = _start(known, depth) if now is None else now + 1
        for deeper in range(depth + 1, LEVELS):
            if _restarts(known.levels.get(deeper), deeper, depth):
                counts[deeper] = None
        return Counted(ref.list_id or 0, depth, known.levels, tuple(said or 0 for said in counts[: depth + 1]))

    def _begins(self, list_id: int, depth: int, known: WordList) -> bool:
        """Tell whether a list lets a level begin anew here: where it first comes to it."""
        if depth not in known.starts or (list_id, depth) in self._begun:
            return False
        self._begun.add((list_id, depth))
        return True

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Count by itself what is no part of the text: boxes, notes, heads and feet of pages."""
        kept = self._counts, self._begun
        self._counts, self._begun = {}, set()
        yield
        self._counts, self._begun = kept


def _depth(known: WordList, ref: NumRef) -> int:
    """Return the level of a paragraph: a style is numbered at the level that names it."""
    if ref.style:
        linked = next((depth for depth, level in known.levels.items() if level.style == ref.style), None)
        if linked is not None:
            return linked
    return min(max(ref.level or 0, 0), LEVELS - 1)


def _start(known: WordList, depth: int) -> int:
    level = known.levels.get(depth)
    return known.starts.get(depth, level.start if level else 0)


def _restarts(level: Level | None, depth: int, above: int) -> bool:
    """Tell whether a level begins anew after one above it (lvlRestart: 0 never, else after that level from 1)."""
    restart = level.restart if level else None
    return above < (depth if restart is None else min(restart, depth))


def read_lists(root: Element | None, styles: Styles) -> Lists:
    """Read the lists of a file."""
    if root is None:
        return Lists()
    abstract = {one.get(_ABSTRACT_ID, ""): one for one in root.iterchildren(w("abstractNum"))}
    elements = {number(one.get(w("numId"), "")): one for one in root.iterchildren(w("num"))}
    levels: dict[str, dict[int, Level]] = {}
    lists = Lists()
    for list_id, element in elements.items():
        if not list_id:
            continue
        shared = _shared(element, abstract, elements, styles)
        if shared not in levels:
            levels[shared] = _levels(abstract.get(shared), styles)
        lists.known[list_id] = _list(element, shared or f"alone {list_id}", levels[shared], styles)
    return lists


def _shared(element: Element, abstract: dict[str, Element], elements: dict[int | None, Element], styles: Styles) -> str:
    """Return which abstract list a list is made of; one that only names a style is that of the style."""
    seen: set[str] = set()
    shared = value(element, _ABSTRACT_ID)
    while shared in abstract and shared not in seen:
        seen.add(shared)
        style = value(abstract[shared], w("numStyleLink"))
        ref = styles.of(style, "numbering").ref if style else None
        linked = elements.get(ref.list_id) if ref else None
        if linked is None:
            break
        shared = value(linked, _ABSTRACT_ID)
    return shared


def _levels(element: Element | None, styles: Styles) -> dict[int, Level]:
    """Return the levels that stand in an element, by their depth from 0."""
    found = [] if element is None else list(element.iterchildren(_LEVEL))
    depths = ((number(one.get(_ILVL, "")), one) for one in found)
    return {depth: read_level(one, styles) for depth, one in depths if depth is not None and 0 <= depth < LEVELS}


def _list(element: Element, shared: str, levels: dict[int, Level], styles: Styles) -> WordList:
    starts: dict[int, int] = {}
    own: dict[int, Level] = {}
    for override in element.iterchildren(w("lvlOverride")):
        depth = number(override.get(_ILVL, ""))
        start = number(value(override, w("startOverride")))
        own |= _levels(override, styles)
        if start is not None and depth is not None and 0 <= depth < LEVELS:
            starts[depth] = start
    return WordList(shared, levels | own if own else levels, starts)


def read_level(element: Element, styles: Styles) -> Level:
    """Read how one level is numbered."""
    level = Level(
        start=number(value(element, _START)) or 0,
        words=value(element, w("lvlText"))[:_LONGEST],
        legal=has(element, w("isLgl")),
        restart=number(value(element, w("lvlRestart"))),
        style=value(element, w("pStyle")),
    )
    look = read_look(child(element, RPR), styles.theme)
    turned = guess(level.words, look.font)
    words = turned.words if turned and turned.sure else level.words
    level = replace(level, words=words, font=look.font, hidden=bool(look.hidden))
    for one in inside(element):
        if one.tag == w("numFmt"):
            level = replace(level, form=one.get(w("val"), "decimal"), custom=one.get(w("format"), "")[:_LONGEST])
        elif one.tag == w("lvlPicBulletId") and is_on(one):
            level = replace(level, form="bullet")
    return level
