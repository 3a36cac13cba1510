"""The lines of a paper: in one Unicode form, with the emphasis that Markdown and HTML marks give them."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tthc_desktop.documents.reading.text.marks import Marked
from tthc_desktop.models.plan import SourceLine
from tthc_desktop.models.text import EMPTY, Run, Text, clean, text

_LINE_END = re.compile(r"\r\n?|[\n\x0b\u0085\u2028\u2029]")
_ROW = re.compile(r"[^\r\n\t]*\t[^\r\n\t]*\t[^\r\n]*")
"""Cells with tabs between them, as Word gives a row of a table; a line that is broken within a cell has no line end."""
_SIGN = re.compile(r"^(\s*[-–+•*])\t(?=[^\t]*(?:\t[^\t]*)?$)")
_TOKEN = re.compile(r"\*{1,3}|</?(?:b|i|strong|em|u)>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BULLET = re.compile(r"^(\s*)\*(?=[ \t]+[^\s*])")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
_UNDERSCORED = re.compile(r"^(\s*)_{1,2}([^\s_](?:[^_]*[^\s_])?)_{1,2}(\s*)$")
_BAR = re.compile("[│┃║]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_ENTITY = re.compile(r"&(?:[a-z]{2,6}|#\d{2,5});")
_BLANKS = re.compile(r"[ \u00a0\u2002-\u200a\u202f\u3000]+")
_SPACE = re.compile(r"[\u00a0\u2002-\u200a\u202f\u3000]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words. `raw` and `marked_up` keep its blanks and tabs, `gap` counts the blank lines before it.

    `mark` is the mark that a list gives it, none of its words; `begins` tells whether a paragraph begins here, None
    where the file does not say so.
    """

    number: int
    text: Text
    raw: str
    marked_up: Text = EMPTY
    gap: int = 0
    page: bool = False
    mark: Marked | None = None
    begins: bool | None = None

    @property
    def words(self) -> str:
        """The words without emphasis, single blanks between them."""
        return str(self.text)

    @property
    def indent(self) -> int:
        """The blanks before the first word."""
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def tail(self) -> int:
        """The blanks after the last word."""
        return len(self.raw) - len(self.raw.rstrip())


def source_lines(paper: str) -> tuple[SourceLine, ...]:
    """Return the lines that are not blank, as they stand in the paper, counted from 1."""
    cleaned = ((number, clean(raw)) for number, raw in enumerate(_split(paper, " "), 1))
    return tuple(SourceLine(number, words) for number, words in cleaned if words.strip())


def _split(paper: str, broken: str) -> list[str]:
    """Return the lines of a paper; `broken` stands where Word breaks a line within a cell."""
    if "\x0b" in paper:
        paper = _ROW.sub(lambda row: row.group().replace("\x0b", broken), paper)
    return _LINE_END.split(paper)


def read_lines(paper: str) -> list[Line]:
    """Return the lines that are not blank; a form feed opens a page, and so does a lone blank in front."""
    lines: list[Line] = []
    for block in _blocks(paper):
        emphasis = _Emphasis([raw for _, raw, _, _ in block])
        lines.extend(_line(number, raw, gap, page, emphasis) for number, raw, gap, page in block)
    return _with_pages(lines)


def _blocks(paper: str) -> Iterator[list[tuple[int, str, int, bool]]]:
    """Yield the runs of lines between blank lines, each line with its number, blank lines before and page start."""
    has_vietnamese = any(char >= "\u0100" for char in paper)
    block: list[tuple[int, str, int, bool]] = []
    gap, page = 0, False
    for number, raw in enumerate(_split(paper, "<br>"), 1):
        page |= "\f" in raw
        words = _prepared(raw, has_vietnamese)
        if not words.strip():
            gap += 1
            continue
        if gap and block:
            yield block
            block = []
        block.append((number, words, gap, page))
        gap, page = 0, False
    if block:
        yield block


def _prepared(raw: str, has_vietnamese: bool) -> str:
    words = _SIGN.sub(r"\1 ", _BAR.sub("|", clean(raw)))
    if has_vietnamese:
        words = words.replace("\u00ad", "")
    words = _UNDERSCORED.sub(r"\1*\2*\3", words) if "_" in words else words
    words = _SPACE.sub(" ", _ESCAPE.sub(r"\1", words) if "\\" in words else words)
    return html.unescape(words) if _ENTITY.search(words) else words


def _line(number: int, raw: str, gap: int, page: bool, emphasis: "_Emphasis") -> Line:
    heading = _HEADING.match(raw)
    words = emphasis.apply(_BULLET.sub(r"\1•", raw[heading.end() :] if heading else raw))
    bare = str(words).replace("\n", " ")
    if heading:
        words = Text(tuple(Run(run.text, True, run.italic) for run in words.runs))
    return Line(number, squeezed(words.runs), bare, words, gap, page)


class _Emphasis:
    """Bold and italic through the lines of one block; a mark without a partner is no mark."""

    def __init__(self, block: list[str]) -> None:
        tokens = [token for raw in block for token in _TOKEN.findall(_BULLET.sub("", raw))]
        stars = [len(token) for token in tokens if token[0] == "*"]
        self._marks_bold = sum(size != 1 for size in stars) % 2 == 0
        self._marks_italic = sum(size != 2 for size in stars) % 2 == 0
        self._bold = self._italic = False

    def apply(self, raw: str) -> Text:
        runs: list[Run] = []
        place = 0
        raw = _BREAK.sub("\n", raw)
        for token in _TOKEN.finditer(raw):
            runs.append(Run(raw[place : token.start()], self._bold, self._italic))
            if not self._toggle(token.group().lower()):
                runs.append(Run(token.group(), self._bold, self._italic))
            place = token.end()
        runs.append(Run(raw[place:], self._bold, self._italic))
        return text(runs)

    def _toggle(self, token: str) -> bool:
        """Apply a mark and tell whether it is one (and so none of the words)."""
        if token[0] == "<":
            opens = token[1] != "/"
            self._bold = opens if token.strip("</>") in {"b", "strong"} else self._bold
            self._italic = opens if token.strip("</>") in {"i", "em"} else self._italic
            return True
        if len(token) != 1 and self._marks_bold:
            self._bold = not self._bold
        if len(token) != 2 and self._marks_italic:
            self._italic = not self._italic
        return self._marks_italic or len(token) != 1


def squeezed(runs: tuple[Run, ...]) -> Text:
    """Return the runs as one text with single blanks between words and around none of its lines."""
    kept: list[Run] = []
    blank = True
    for run in runs:
        words = _BLANKS.sub(" ", run.text.replace("\t", " "))
        words = re.sub(r" ?\n ?", "\n", words)
        if blank:
            words = words.lstrip(" ")
        if words:
            blank = words[-1] in " \n"
            kept.append(Run(words, run.bold, run.italic))
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        last = kept.pop()
        kept.append(Run(last.text.rstrip(), last.bold, last.italic))
    return text(kept) if kept else EMPTY


def _with_pages(lines: list[Line]) -> list[Line]:
    """Mark page starts by their lone blank in front and no blank line before, where hardly any other line is so."""
    if any(line.page for line in lines):
        return lines
    led = [line for line in lines if line.indent == 1 and not line.gap]
    if not led or len(led) * 8 > len(lines) or any(line.indent > 2 for line in lines):
        return lines
    return [replace(line, page=line.indent == 1 and not line.gap) for line in lines]
