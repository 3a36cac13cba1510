"""Automatic numbers: the lists that show exactly the numbers of the print, and their part of the file.

A part of the text has one list of several levels (I, 1, 1.1, a), which counts by itself. Another list begins wherever
the first one would show another number than the print: where a count starts elsewhere, or two styles share a level.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tthc_desktop.documents.writing.word.markup import DECLARATION, WORD, quoted, twips
from tthc_desktop.models.numbering import Mark, letter, printed, roman

LEVELS = 9
_SEARCHED = 6
"""So many of the newest lists are looked through for one that goes on."""
_FORMATS = {
    Mark.PART: "upperRoman",
    Mark.CHAPTER: "upperRoman",
    Mark.ROMAN: "upperRoman",
    Mark.UPPER: "upperLetter",
    Mark.ARTICLE: "decimal",
    Mark.ARABIC: "decimal",
    Mark.DECIMAL: "decimal",
    Mark.LETTER: "lowerLetter",
    Mark.PAREN_ARABIC: "decimal",
    Mark.PAREN_ROMAN: "lowerRoman",
}
_LITERAL, _BULLET = "none", "bullet"
_MOST_ROMAN = 3999
_UPRIGHT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_CENTRED = frozenset({Mark.PART, Mark.CHAPTER})


@dataclass(frozen=True, slots=True)
class Level:
    """How one level counts: Word's format, and its pattern (`%1.%2.`)."""

    format: str
    pattern: str
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands among the lists of the file."""

    list_id: int
    level: int


@dataclass(slots=True)
class _List:
    """A list being made: its levels from the outermost on with their first numbers, and how far each has counted.

    `base` says how many numbered paragraphs stand above its outermost level.
    """

    id: int
    base: int = 0
    levels: list[tuple[Level, int]] = field(default_factory=list)
    counted: list[int] = field(default_factory=list)

    def takes(self, depth: int, own: Level, start: int, wanted: str) -> bool:
        """Count on when the list then shows what is wanted; no level is left out on the way down."""
        level = depth - self.base
        if not 0 <= level <= len(self.counted) or level >= LEVELS:
            return False
        if level == len(self.levels):
            self.levels.append((own, start))
        elif self.levels[level][0] != own:
            return False
        counts = [*self.counted[:level], self._next(level)]
        if self._shown(counts) != wanted:
            return False
        self.counted = counts
        return True

    def _next(self, level: int) -> int:
        return self.counted[level] + 1 if level < len(self.counted) else self.levels[level][1]

    def _shown(self, counts: Sequence[int]) -> str:
        """Return what Word writes before a paragraph."""
        own, _ = self.levels[len(counts) - 1]
        words = own.pattern
        for at, value in enumerate(counts):
            words = words.replace(f"%{at + 1}", _figure(self.levels[at][0].format, value))
        return words


class Lists:
    """Gives each numbered paragraph its list and level."""

    def __init__(self) -> None:
        self._all: list[_List] = []
        self._open: list[_List] = []
        self._fixed: dict[Level, int] = {}

    def begin_part(self) -> None:
        """Begin a part of the text, whose numbers have nothing to do with those before."""
        self._open = []

    def bullet(self, sign: str) -> Place:
        """Return the place of a paragraph with a sign that does not count."""
        return self._alike(Level(_BULLET, sign))

    def place(self, above: Sequence[tuple[Mark, str]], mark: Mark, bare: str, value: int) -> Place:
        """Return the place of a paragraph that shows a number, below numbered paragraphs from the outermost on."""
        wanted, depth, start = printed(mark, bare), len(above), _counted(mark, value)
        if not start:
            return self._alike(Level(_LITERAL, wanted, centred=mark in _CENTRED))
        for known in (*self._open[:1], *reversed(self._open[1:][-_SEARCHED:])):
            if known.takes(depth, _level(above, mark, bare, known), start, wanted):
                return Place(known.id, depth - known.base)
        made = _List(len(self._all) + 1, depth, [(_alone(mark, bare, 0), start)], [start])
        self._all.append(made)
        self._open.append(made)
        return Place(made.id, 0)

    def _alike(self, level: Level) -> Place:
        """Return the one list of all paragraphs that show the same sign."""
        if level not in self._fixed:
            made = _List(len(self._all) + 1, 0, [(level, 1)])
            self._all.append(made)
            self._fixed[level] = made.id
        return Place(self._fixed[level], 0)

    def part(self, indent: float) -> str:
        """Return word/numbering.xml; a numbered paragraph's first line begins `indent` points from the left."""
        abstract = "".join(_abstract(each, indent) for each in self._all)
        numbers = "".join(
            f'<w:num w:numId="{each.id}"><w:abstractNumId w:val="{each.id}"/></w:num>' for each in self._all
        )
        return f'{DECLARATION}<w:numbering xmlns:w="{WORD}">{abstract}{numbers}</w:numbering>'


def _counted(mark: Mark, value: int) -> int:
    """Return the number by which Word shows a place; 0 where it cannot count so.

    Word counts a, b, c, d, e, f … So đ stands alone, and e, g, k and x begin again where Vietnamese leaves letters out.
    """
    if mark in {Mark.LETTER, Mark.UPPER}:
        shown = letter(value)
        return 0 if len(shown) > 1 or shown == "đ" else ord(shown) - ord("a") + 1
    return 0 if _FORMATS[mark].endswith("Roman") and value > _MOST_ROMAN else value


def _level(above: Sequence[tuple[Mark, str]], mark: Mark, bare: str, known: _List) -> Level:
    """Return how a paragraph counts in a list: 1.1 shows the numbers above it where the list counts them in figures.

    A Roman number is written out as a figure, for not every LibreOffice turns it into one (`w:isLgl`).
    """
    *figures, _ = bare.split(".")
    first, level = len(above) - len(figures), len(above) - known.base
    if mark is not Mark.DECIMAL or first < 0:
        return _alone(mark, bare, level)
    counted = (at >= known.base and above[at][0] is not Mark.ROMAN for at in range(first, len(above)))
    shown = (
        f"%{at - known.base + 1}" if counts else figure
        for at, figure, counts in zip(range(first, len(above)), figures, counted, strict=True)
    )
    return Level("decimal", ".".join((*shown, f"%{level + 1}")) + ".")


def _alone(mark: Mark, bare: str, level: int) -> Level:
    """Return how a level counts that shows no other one: what stands before its own number is written out."""
    before, _, _ = bare.rpartition(".") if mark is Mark.DECIMAL else ("", "", "")
    own = f"{before}.%{level + 1}" if before else f"%{level + 1}"
    return Level(_FORMATS[mark], printed(mark, own), centred=mark in _CENTRED)


def _figure(format_: str, value: int) -> str:
    match format_:
        case "upperRoman":
            return roman(value)
        case "lowerRoman":
            return roman(value).lower()
        case "upperLetter" | "lowerLetter":
            own = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return own.upper() if format_ == "upperLetter" else own
        case _:
            return str(value)


def _abstract(each: _List, indent: float) -> str:
    several = "multilevel" if len(each.levels) > 1 else "singleLevel"
    levels = "".join(_levels(each, indent))
    return (
        f'<w:abstractNum w:abstractNumId="{each.id}"><w:nsid w:val="{0x1A000000 + each.id:08X}"/>'
        f'<w:multiLevelType w:val="{several}"/><w:tmpl w:val="{0x1B000000 + each.id:08X}"/>{levels}</w:abstractNum>'
    )


def _levels(each: _List, indent: float) -> Iterator[str]:
    for at, (own, start) in enumerate(each.levels):
        left = 0 if own.centred else twips(indent)
        look = _UPRIGHT if own.format == _BULLET else ""
        yield (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{own.format}"/>'
            f'<w:suff w:val="{"nothing" if own.centred else "space"}"/><w:lvlText w:val={quoted(own.pattern)}/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{left}"/></w:pPr>'
            f"{look and f'<w:rPr>{look}</w:rPr>'}</w:lvl>"
        )
