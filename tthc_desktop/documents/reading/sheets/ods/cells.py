"""The cells of an .ods file: repeated ones unfolded as far as they say something, covered ones left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from tthc_desktop.documents.limits import LARGEST_COLUMN, LARGEST_ROW, MOST_CELLS, MOST_SHEETS
from tthc_desktop.documents.reading.sheets.book import Seen
from tthc_desktop.documents.reading.sheets.found import Found, address, too_large
from tthc_desktop.documents.reading.sheets.ods.styles import Styles
from tthc_desktop.documents.reading.sheets.xml_events import DamagedXmlError

_ASIDE = {"annotation", "shapes", "tracked-changes", "frame", "custom-shape", "forms", "rect", "dde-links", "ruby-text"}
"""Elements whose words are not those of the cell: comments, shapes, what was there before a change."""
_LONGEST = 1_000_000
Show = Callable[[Mapping[str, str], str, str], Seen | None]
"""Makes a cell from its attributes, its words and the name of its style."""


@dataclass(slots=True)
class _Row:
    repeated: int = 1
    style: str = ""
    cells: list[tuple[int, int, Seen, str]] = field(default_factory=list)
    spans: list[tuple[int, int, int]] = field(default_factory=list)


class CellReader:
    """Takes the elements of content.xml and finds the sheets."""

    def __init__(self, styles: Styles, show: Show) -> None:
        self.sheets: list[Found] = []
        self._styles, self._show = styles, show
        self._row, self._place, self._column = _Row(), 0, 0
        self._columns: list[tuple[int, str]] = []
        self._cell: dict[str, str] | None = None
        self._said: list[str] = []
        self._font = ""
        self._aside = self._paragraphs = self._depth = self._letters = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._aside or name in _ASIDE:
            self._aside += 1
        elif self._cell is not None:
            self._begin_words(name, attributes)
        else:
            self._begin_table(name, attributes)

    def _begin_table(self, name: str, attributes: Mapping[str, str]) -> None:
        own = _own(attributes)
        if name == "table":
            self._begin_sheet(own)
        elif name == "table-column":
            count = _count(own, "number-columns-repeated", LARGEST_COLUMN)
            self._columns.append((count, own.get("default-cell-style-name", "")))
        elif name == "table-row":
            repeated = _count(own, "number-rows-repeated", LARGEST_ROW)
            self._row, self._column = _Row(repeated, own.get("default-cell-style-name", "")), 0
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell, self._said, self._font, self._paragraphs = own, [], "", 0

    def _begin_sheet(self, own: Mapping[str, str]) -> None:
        hidden = not self._styles.is_shown(own.get("style-name", ""))
        self.sheets.append(Found(own.get("name", ""), hidden))
        self._place, self._columns = 0, []
        if len(self.sheets) > MOST_SHEETS:
            raise DamagedXmlError("more sheets than anyone reads")

    def _begin_words(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in {"p", "h"}:
            self._say("\n" if self._paragraphs else "")
            self._paragraphs += 1
            self._depth += 1
        elif name == "line-break":
            self._say("\n")
        elif name == "tab":
            self._say(" ")
        elif name == "s":
            self._say(" " * _count(_own(attributes), "c", _LONGEST))
        elif name == "span":
            self._font = self._font or self._styles.font(_own(attributes).get("style-name", ""), "text")

    def say(self, words: str) -> None:
        if self._depth and not self._aside:
            self._say(words)

    def _say(self, words: str) -> None:
        self._said.append(words)
        self._letters += len(words)
        if self._letters > _LONGEST:
            raise DamagedXmlError("a cell without end")

    def end(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif self._cell is not None and name in {"p", "h"}:
            self._depth -= 1
        elif self._cell is not None and name in {"table-cell", "covered-table-cell"}:
            self._end_cell(self._cell, covered=name == "covered-table-cell")
        elif name == "table-row":
            self._end_row()

    def _end_cell(self, own: dict[str, str], *, covered: bool) -> None:
        words, self._cell, self._letters = "".join(self._said), None, 0
        count = _count(own, "number-columns-repeated", LARGEST_COLUMN)
        style = own.get("style-name") or self._row.style or self._style_of_column()
        seen = None if covered else self._show(own, words, style)
        if seen:
            font = self._font or self._styles.font(style)
            self._row.cells.append((self._column, count, seen, font))
        down = _count(own, "number-rows-spanned", LARGEST_ROW)
        across = _count(own, "number-columns-spanned", LARGEST_COLUMN)
        if down > 1 or across > 1:
            self._row.spans.append((self._column, down, across))
        self._column += count

    def _style_of_column(self) -> str:
        place = 0
        for count, style in self._columns:
            place += count
            if self._column < place:
                return style
        return ""

    def _end_row(self) -> None:
        row, first = self._row, self._place
        self._place = min(first + row.repeated, LARGEST_ROW + 1)
        if not self.sheets or not row.cells:
            return
        found = self.sheets[-1]
        if self._place > LARGEST_ROW or any(column + count > LARGEST_COLUMN for column, count, _, _ in row.cells):
            raise DamagedXmlError("a cell beyond the sheet")
        self._unfold(found, range(first, self._place), row)
        for column, down, across in row.spans:
            last = min(first + down, LARGEST_ROW) - 1, min(column + across, LARGEST_COLUMN) - 1
            found.merges.append((first, last[0], column, last[1]))

    def _unfold(self, found: Found, places: range, row: _Row) -> None:
        if len(found.cells) + len(places) * sum(count for _, count, _, _ in row.cells) > MOST_CELLS:
            raise too_large(found.name)
        for at in places:
            for column, count, seen, font in row.cells:
                for beside in range(column, column + count):
                    found.add((at, beside), replace(seen, address=address(at, beside)))
                    if font:
                        found.fonts[at, beside] = font


def _own(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes without their spaces; those of LibreOffice's own keep theirs."""
    return {
        f"calcext:{name}" if "calcext" in space else name: said
        for key, said in attributes.items()
        for space, _, name in [key.rpartition("}")]
    }


def _count(own: Mapping[str, str], name: str, most: int) -> int:
    words = own.get(name, "1")
    return max(1, min(int(words), most)) if words.isdecimal() and len(words) < 12 else 1
