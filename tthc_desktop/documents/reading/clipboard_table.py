"""A block of cells from the clipboard: an HTML table of Excel, LibreOffice or Word, else text with tabs."""

import html as entities
import re
from dataclasses import replace

from tthc_desktop.errors import UserError
from tthc_desktop.models.table_block import Block
from tthc_desktop.models.text import EMPTY, Run, Text, clean, text

MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 20_000, 200, 32_767
LONGEST_HTML, LONGEST_MERGED_HTML, LONGEST_TEXT = 1_000_000, 6_000_000, 12_000_000
"""Beyond these the same cells are taken from the text, which is read much faster and tells nothing of merged ones."""
_FEW = 3
"""How many signs that are no letters a text may hold in any case."""
_TOKENS = re.compile(r"(<!--.*?(?:-->|\Z)|<[!?][^<>]*+>)|<(/?)([a-zA-Z][\w:]*+)([^<>]*+)>|([^<]+|<)", re.DOTALL)
_SPANS = re.compile(r"\b(rowspan|colspan)\s*=\s*[\"']?(\d{1,5})\b", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_SKIPPED = {"style", "script", "head", "title"}
_BREAK, _PARAGRAPH = "\n", "\r"
_BREAKS = {"br": _BREAK, "p": _PARAGRAPH, "div": _PARAGRAPH, "li": _PARAGRAPH}
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em"}


def read_block(html: str, words: str) -> Block:
    """Return what the clipboard holds as a block; what is no table is one of a single cell per line and tab."""
    bearable = LONGEST_MERGED_HTML if "rowspan" in html or not words else LONGEST_HTML
    found = read_html_table(html) if html and len(html) <= bearable else ()
    if not found:
        found = read_tsv(words)
    if not found:
        raise UserError("Bộ nhớ tạm không có chữ để dán vào bảng.", "Hãy sao chép lại các ô cần dán.")
    longest = max((len(str(cell)) for row in found for cell in row), default=0)
    if len(found) > MOST_ROWS or len(found[0]) > MOST_COLUMNS or longest > LONGEST_CELL:
        raise _too_much()
    return found


def _too_much() -> UserError:
    advice = f"Mỗi lần dán được tối đa {MOST_ROWS} hàng, {MOST_COLUMNS} cột; hãy sao chép từng phần."
    return UserError("Khối dán vào bảng lớn quá.", advice)


def read_tsv(words: str) -> Block:
    """Return text with tabs as a block; quoted cells may hold tabs and line ends, as Excel writes them."""
    if len(words) > LONGEST_TEXT:
        raise _too_much()
    if len(_STRANGE.findall(words)) > max(len(words) // 20, _FEW):
        raise UserError("Nội dung trong bộ nhớ tạm không phải là chữ.", "Hãy sao chép lại từ bảng tính hoặc văn bản.")
    rows = _tsv_rows(clean(words))
    while rows and not any(rows[-1]):
        rows.pop()
    return _even([[Text((Run(cell),)) if cell else EMPTY for cell in row] for row in rows])


def _tsv_rows(words: str) -> list[list[str]]:
    rows: list[list[str]] = [[]]
    place, length = 0, len(words)
    while place <= length:
        end, cell = _quoted_cell(words, place)
        if end < 0:
            end = _next(words, place)
            cell = words[place:end]
        rows[-1].append(cell.strip(" "))
        if len(rows) > MOST_ROWS + 1:
            raise _too_much()
        if end < length and words[end] == "\n":
            rows.append([])
        place = end + 1
    return rows


def _next(words: str, place: int) -> int:
    """Return where a cell without quotes ends."""
    ends = [end for end in (words.find("\t", place), words.find("\n", place)) if end >= 0]
    return min(ends, default=len(words))


def _quoted_cell(words: str, place: int) -> tuple[int, str]:
    """Return the end and the words of a quoted cell, -1 for none: quotes around usual words are the clerk's own."""
    if not words.startswith('"', place):
        return -1, ""
    end = place + 1
    while True:
        end = words.find('"', end)
        if end < 0:
            return -1, ""
        if not words.startswith('""', end):
            break
        end += 2
    inner = words[place + 1 : end]
    closed = end + 1 == len(words) or words[end + 1] in "\t\n"
    needed = any(sign in inner for sign in '\t\n"')
    return (end + 1, inner.replace('""', '"')) if closed and needed else (-1, "")


def _even(rows: list[list[Text]]) -> Block:
    """Return the rows as a block, with empty cells where a row is short."""
    width = max((len(row) for row in rows), default=0)
    return tuple((*row, *[EMPTY] * (width - len(row))) for row in rows) if width else ()


def read_html_table(html: str) -> Block:
    """Return the cells of the tables in a piece of HTML, empty when it has none."""
    reader = _Tables()
    for comment, end, tag, attributes, words in _TOKENS.findall(html):
        if words:
            reader.say(words)
        elif end:
            reader.end(tag.lower())
        elif not comment:
            reader.begin(tag.lower(), attributes)
    reader.end_row()
    return _even(reader.rows)


class _Tables:
    """Gathers the cells of all rows; a merged cell is repeated downwards and stands once across."""

    def __init__(self) -> None:
        self.rows: list[list[Text]] = []
        self._row: list[Text] | None = None
        self._runs: list[Run] | None = None
        self._down: dict[int, tuple[int, Text]] = {}
        self._spans = (1, 1)
        self._skip: list[str] = []
        self._depth = self._bold = self._italic = 0

    def begin(self, tag: str, attributes: str) -> None:
        """Take a tag that opens."""
        if tag in _SKIPPED:
            self._skip.append(tag)
        elif tag == "table":
            self._depth += 1
        elif tag == "tr" and self._depth == 1:
            self.end_row()
            self._row = []
        elif tag in {"td", "th"} and self._depth == 1:
            self._begin_cell(attributes)
        elif tag in _BREAKS:
            self._say(_BREAKS[tag])
        self._bold += tag in _BOLD
        self._italic += tag in _ITALIC

    def end(self, tag: str) -> None:
        """Take a tag that closes."""
        if self._skip and tag == self._skip[-1]:
            self._skip.pop()
        elif tag == "table":
            if self._depth == 1:
                self.end_row()
            self._depth = max(self._depth - 1, 0)
        elif tag in {"td", "th"} and self._depth == 1:
            self._end_cell()
        elif tag in _BREAKS and tag != "br":
            self._say(_PARAGRAPH)
        self._bold = max(self._bold - (tag in _BOLD), 0)
        self._italic = max(self._italic - (tag in _ITALIC), 0)

    def say(self, words: str) -> None:
        """Take what stands between tags."""
        if not self._skip and self._runs is not None:
            self._say(_BLANKS.sub(" ", entities.unescape(words)))

    def _say(self, words: str) -> None:
        if self._runs is not None:
            self._runs.append(Run(words, bool(self._bold), bool(self._italic)))
            if len(self._runs) > LONGEST_CELL:
                raise _too_much()

    def _begin_cell(self, attributes: str) -> None:
        self._end_cell()
        if self._row is None:
            self._row = []
        self._fill_from_above(self._row)
        spans = {name.lower(): int(value) for name, value in _SPANS.findall(attributes)}
        self._spans = _within(spans.get("rowspan", 1), MOST_ROWS), _within(spans.get("colspan", 1), MOST_COLUMNS)
        self._runs = []

    def _end_cell(self) -> None:
        if self._runs is None or self._row is None:
            return
        words, (down, across) = _set(self._runs), self._spans
        self._runs = None
        for part in range(across):
            said = EMPTY if part else words
            if down > 1:
                self._down[len(self._row)] = (down - 1, said)
            self._row.append(said)
            if len(self._row) > MOST_COLUMNS:
                raise _too_much()

    def _fill_from_above(self, row: list[Text]) -> None:
        while (held := self._down.get(len(row))) is not None:
            rest, said = held
            if rest > 1:
                self._down[len(row)] = (rest - 1, said)
            else:
                del self._down[len(row)]
            row.append(said)

    def end_row(self) -> None:
        """Close a row; cells that hang down from above fill its end."""
        self._end_cell()
        if self._row is None:
            return
        self._fill_from_above(self._row)
        if self._row:
            self.rows.append(self._row)
        self._row = None
        if len(self.rows) > MOST_ROWS:
            raise _too_much()


def _within(span: int, most: int) -> int:
    return max(1, min(span, most))


def _set(runs: list[Run]) -> Text:
    """Return the words of a cell: blanks as HTML joins them, a line end for each break and between paragraphs."""
    made: list[Run] = []
    waiting = Run("")
    for run in runs:
        core = run.text.strip(" ")
        if run.text == _PARAGRAPH:
            waiting = waiting if _BREAK in waiting.text else replace(run, text=_BREAK)
        elif run.text == _BREAK:
            waiting = replace(run, text=f"{waiting.text.strip(' ')}{_BREAK}")
        else:
            if run.text.startswith(" ") and not waiting.text:
                waiting = replace(run, text=" ")
            if core:
                made += [waiting] if made and waiting.text else []
                made.append(run if core == run.text else replace(run, text=core))
                waiting = replace(run, text=" " if run.text.endswith(" ") else "")
    found = text(made)
    return found if str(found).strip() else EMPTY
