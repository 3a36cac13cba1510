"""Words set into lines: pieces of one face, broken at blanks, over-long words cut."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple
from unicodedata import normalize

from tthc_desktop.documents.writing.pdf.breaking import Break, Measures, even, filled
from tthc_desktop.documents.writing.pdf.fonts import Typeface, family
from tthc_desktop.models.text import Text, without_figures

HARD_BLANK = "\u00a0"
_NO_SHAPE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_ODD = re.compile(f"[\t\r\x0b\x0c\u2011\u2028\u2029{_NO_SHAPE}]")
_SEEN = str.maketrans({"\t": " ", "\u2011": "-"} | dict.fromkeys("\r\x0b\x0c\u2028\u2029", "\n"))
_UNSEEN = str.maketrans(dict.fromkeys(_NO_SHAPE))
_CUT_AFTER = re.compile(r"(?<=[/\-_.,;:?&=)])")
_POINT, _RANGE = re.compile(r"(?<=[;:.,] )- "), re.compile(r"(?<=\d) - (?=\d)")
_TIED = re.compile(r"\b([Ss]ố|[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|[Đđ]iều|[Kk]hoản|[Mm]ục) (?=\d)| (?=%)")


class Piece(NamedTuple):
    """Words in one face."""

    face: Typeface
    words: str


Paragraph = tuple[Piece, ...]


class Line(NamedTuple):
    """One set line; `ends` tells that the paragraph, or its part before a newline, ends with it.

    A blank, which neither `width` (in ems) nor `blanks` counts, parts its last word from the next for whoever reads
    the file: a search, a copy, a screen reader.
    """

    pieces: Paragraph
    width: float
    blanks: int
    ends: bool


def drawn(words: str) -> str:
    """Return `words` as they can be drawn: NFC, tabs as blanks, signs without a shape left out.

    No line ends with a dash that opens a point in running words (`…; - Văn phòng`), nor within `2021 - 2030`.
    """
    if _ODD.search(words):
        words = words.replace("\r\n", "\n").translate(_SEEN).translate(_UNSEEN)
    if " - " in words:
        words = _RANGE.sub(f"{HARD_BLANK}-{HARD_BLANK}", _POINT.sub(f"-{HARD_BLANK}", words))
    return normalize("NFC", words)


def plain_words(words: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """Return a string as a paragraph of one face."""
    return (Piece(family().face(bold=bold, italic=italic), drawn(words)),) if words else ()


def paragraph(words: Text, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """Return the runs of a text in their faces; `bold` and `italic` are added to what the runs say."""
    face, runs = family().face, without_figures(words).runs
    return tuple(Piece(face(bold=bold or run.bold, italic=italic or run.italic), drawn(run.text)) for run in runs)


def tied(words: Paragraph) -> Paragraph:
    """Return the paragraph with hard blanks between a counting word and its number, and before a per cent sign."""
    return tuple(Piece(piece.face, _TIED.sub(_hard, piece.words)) for piece in words)


def _hard(match: re.Match[str]) -> str:
    return (match[1] or "") + HARD_BLANK


def upper(words: Paragraph) -> Paragraph:
    return tuple(Piece(piece.face, piece.words.upper()) for piece in words)


def lines(words: Paragraph, width: float, *, indent: float = 0.0, shrink: float = 0.0) -> list[Line]:
    """Break a paragraph into lines of `width` ems, every part after a newline beginning with `indent`.

    A justified one may have its blanks narrowed by the share `shrink`; its lines are chosen so that blanks are even.
    """
    broken: list[Line] = []
    for segment in segments(words):
        break_segment = _one_face if len(segment) == 1 else _many_faces
        broken += break_segment(segment, max(width - indent, 1.0), width, shrink)
    return broken


def natural_width(words: Paragraph) -> float:
    """Return the width in ems of the longest part between newlines, unbroken."""
    return max((sum(piece.face.widths[piece.words] for piece in segment) for segment in segments(words)), default=0.0)


def longest_word(words: Paragraph) -> float:
    """Return the width in ems of the longest word, also of one that changes its face within."""
    return max((word.width for segment in segments(words) for word in split_words(segment)), default=0.0)


def segments(words: Paragraph) -> Iterable[Paragraph]:
    if len(words) == 1:
        face, text = words[0]
        return ((Piece(face, part),) for part in text.split("\n"))
    parts: list[list[Piece]] = [[]]
    for face, text in words:
        first, *rest = text.split("\n")
        parts[-1].append(Piece(face, first))
        parts += ([Piece(face, part)] for part in rest)
    return (_joined(part) for part in parts)


def _joined(pieces: list[Piece]) -> Paragraph:
    groups = groupby(pieces, key=lambda piece: piece.face)
    return tuple(Piece(face, "".join(piece.words for piece in group)) for face, group in groups)


def _one_face(segment: Paragraph, first: float, width: float, shrink: float) -> list[Line]:
    face, text = segment[0]
    words = [word for word in text.split(" ") if word]
    widths = [face.widths[word] for word in words]
    if widths and max(widths) > first:
        return _many_faces(segment, first, width, shrink)
    broken = []
    for start, end, size in _broken(words, widths, face.blank, first, width, shrink):
        line = " ".join(words[start:end])
        blanks = line.count(" ") + line.count(HARD_BLANK)
        broken.append(Line((Piece(face, line and f"{line} "),), size, blanks, end == len(words)))
    return broken


class Word(NamedTuple):
    """A word, which may change its face within; `begins_line` when it is the rest of one that was cut."""

    pieces: Paragraph
    width: float
    begins_line: bool = False


def _broken(
    words: Iterable[str], widths: Sequence[float], blank: float, first: float, width: float, shrink: float
) -> list[Break]:
    if not shrink:
        return filled(widths, blank, first, width)
    return even(widths, [word.count(HARD_BLANK) for word in words], Measures(first, width, blank, shrink))


def _many_faces(segment: Paragraph, first: float, width: float, shrink: float) -> list[Line]:
    words = [part for word in split_words(segment) for part in _fitting(word, min(first, width))]
    blank = segment[0].face.blank if segment else 0.25
    starts = [place for place, word in enumerate(words) if word.begins_line]
    found: list[tuple[int, int, float]] = []
    for start, end in pairwise([0, *starts, len(words)]):
        room = first if start == 0 else width
        inner = words[start:end]
        held = ("".join(text for _, text in word.pieces) for word in inner)
        lines_of = _broken(held, [word.width for word in inner], blank, room, width, shrink)
        found += ((start + a, start + b, size) for a, b, size in lines_of)
    return [line_of(words, start, end, size) for start, end, size in found]


def split_words(segment: Paragraph) -> list[Word]:
    """Split pieces at blanks."""
    words: list[list[Piece]] = [[]]
    for face, text in segment:
        first, *rest = text.split(" ")
        words[-1].append(Piece(face, first))
        words += ([Piece(face, part)] for part in rest)
    kept = (tuple(piece for piece in word if piece.words) for word in words)
    return [Word(word, sum(face.widths[text] for face, text in word)) for word in kept if word]


def _fitting(word: Word, width: float) -> list[Word]:
    """Return a word, or parts of one that is wider than the line, which may part where it holds hard blanks."""
    if word.width <= width:
        return [word]
    freed = split_words(tuple(Piece(face, text.replace(HARD_BLANK, " ")) for face, text in word.pieces))
    return [part for each in freed for part in _cut(each, width)]


def _cut(word: Word, width: float) -> list[Word]:
    """Cut a word that is wider than the line, after a sign where there is one, else between letters."""
    if word.width <= width:
        return [word]
    rows: list[list[Piece]] = [[]]
    room = width
    for face, part in _chunks(word.pieces, width):
        size = face.widths[part]
        if size > room and rows[-1]:
            rows.append([])
            room = width
        rows[-1].append(Piece(face, part))
        room -= size
    parts = [_joined(row) for row in rows]
    return [Word(part, sum(face.widths[text] for face, text in part), place > 0) for place, part in enumerate(parts)]


def _chunks(pieces: Paragraph, width: float) -> Iterable[Piece]:
    for face, text in pieces:
        for part in _CUT_AFTER.split(text):
            narrow = face.widths[part] <= width
            yield from (Piece(face, bit) for bit in ((part,) if narrow else part))


def line_of(words: Sequence[Word], start: int, end: int, size: float) -> Line:
    """Return the words from `start` up to `end` as one line of `size` ems."""
    ends = end == len(words)
    pieces: list[Piece] = []
    for word in words[start:end]:
        pieces += (*word.pieces, Piece(word.pieces[-1].face, " "))
    joined = _joined(pieces[:-1] if not ends and words[end].begins_line else pieces)
    return Line(joined, size, max(end - start - 1, 0) + sum(piece.words.count(HARD_BLANK) for piece in joined), ends)
