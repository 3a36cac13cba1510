"""The head of the paper: agency and nation, number and date with their blanks, kind and title."""

import re

from tthc_desktop.documents.decree import Letters, Rules
from tthc_desktop.documents.writing.pdf.blocks import Column
from tthc_desktop.documents.writing.pdf.elements import TITLE
from tthc_desktop.documents.writing.pdf.flow import HEAD
from tthc_desktop.documents.writing.pdf.lines import (
    HARD_BLANK,
    Paragraph,
    Piece,
    natural_width,
    paragraph,
    plain_words,
    tied,
    upper,
)
from tthc_desktop.documents.writing.pdf.stamping import MarkedPanel, above_nation, below_number
from tthc_desktop.documents.writing.pdf.titles import balanced
from tthc_desktop.models.addressing import is_letter, subject
from tthc_desktop.models.plan import Header, Plan
from tthc_desktop.models.text import Text

_GAPS = (
    ("blank_number", re.compile(r"(?<=\bsố)\s*(?=/)")),
    ("blank_day", re.compile(r"(?<=\bngày)\s+(?=tháng\b)")),
    ("blank_day", re.compile(r"(?<=\btháng)\s+(?=năm\b)")),
    ("blank_year", re.compile(r"(?<=\bnăm)\s+(?=của\b)|(?<=\bnăm)\s*(?=\))")),
)
_HAIR = 2.0
"""Room in points between words and the rule below them."""


def head(plan: Plan, rules: Rules, width: float) -> MarkedPanel:
    """Return the head of the first page: cells 2 and 1 side by side, 3 and 4 on one line, 5a below or 5b under 3."""
    middle = rules.length("head_left_width")
    left, right = Column(0.0, middle), Column(middle, width)
    _agencies(left, plan.header, rules)
    _nation(right, rules)
    y = max(left.y, right.y)
    number, date = Column(0.0, middle, y), Column(middle, width, y)
    _number_and_date(number, date, plan.header, rules)
    about = Column(0.0, middle, number.y)
    if is_letter(plan):
        _subject(about, plan, rules)
    stamped, about.y = below_number(plan.marks, rules, (0.0, middle), about.y)
    below = Column(0.0, width, max(about.y, date.y))
    _below(below, plan, rules)
    columns = left, right, number, date, about, below
    made = MarkedPanel("Phần đầu văn bản", columns, rules.length("rule_thickness"), HEAD)
    made.marks, made.rules = (*above_nation(plan.marks, rules, (middle, width)), *stamped), rules
    return made


def put(
    column: Column, words: Paragraph, letters: Letters, rules: Rules, share: float = 1.0, *, role: str = "P"
) -> None:
    """Add centred lines, of about one length, in the letters of a rule."""
    if not words:
        return
    words = upper(words) if letters.upper else words
    room = (column.right - column.left) * share / letters.size
    column.add(balanced(words, room), letters.size, _single(rules, letters), role=role)


def put_attached(column: Column, words: Text, rules: Rules) -> None:
    """Add the line `(Kèm theo …)`."""
    put(column, attached_words(words, rules), rules.letters["appendix_attached"], rules, rules.number("title_width"))


def attached_words(words: Text, rules: Rules) -> Paragraph:
    """Return the line `(Kèm theo …)`, with room where the number or a part of the date is left out."""
    pieces = paragraph(words, italic=rules.letters["appendix_attached"].italic)
    return tied(tuple(Piece(piece.face, _opened(piece.words, rules)) for piece in pieces))


def _opened(words: str, rules: Rules) -> str:
    for measure, gap in _GAPS:
        words = gap.sub(HARD_BLANK + _blank(measure, "appendix_attached", rules), words)
    return words


def plain(words: str, letters: Letters) -> Paragraph:
    return plain_words(words, bold=letters.bold, italic=letters.italic)


def short_rule(column: Column, rules: Rules) -> None:
    """Draw the rule of a third to a half of the line above it, when there is one."""
    if column.placed:
        column.y += _HAIR
        column.rule(rules.number("short_rule"), rules.length("paragraph_gap"))


def _single(rules: Rules, letters: Letters) -> float:
    return letters.size * rules.number("single_line")


def _agencies(column: Column, header: Header, rules: Rules) -> None:
    for name, words in (("parent_agency", header.parent_agency), ("agency", header.agency)):
        put(column, plain(words.strip(), rules.letters[name]), rules.letters[name], rules)
    short_rule(column, rules)


def _nation(column: Column, rules: Rules) -> None:
    for name in ("country", "motto"):
        letters = rules.letters[name]
        put(column, plain(letters.words, letters), letters, rules)
    column.y += _HAIR
    column.rule(1.0, rules.length("paragraph_gap"))


def _number_and_date(left: Column, right: Column, header: Header, rules: Rules) -> None:
    number, day = rules.letters["number"], rules.letters["date"]
    put(left, plain(number_line(header, rules), number), number, rules)
    words = plain(date_line(header, rules), day)
    if (needed := natural_width(words) * day.size) > right.right - right.left:
        taken = max(placed.x + placed.line.width * placed.size for placed in left.placed)
        right.left = max(right.right - needed, taken + day.size)
    put(right, words, day, rules)


def number_line(header: Header, rules: Rules) -> str:
    """Return `Số: 05/KH-SKHCN`, with a blank to stamp on where the number is not known."""
    number = header.number.strip()
    if number.isdecimal() and len(number) == 1:
        number = f"0{number}"
    number = number or _blank("blank_number", "number", rules)
    symbol = f"/{header.symbol.strip()}" if header.symbol.strip() else ""
    return f"Số: {number}{symbol}"


def date_line(header: Header, rules: Rules) -> str:
    """Return `Lai Châu, ngày 05 tháng 01 năm 2025`; a 0 before days below 10 and before the months 1 and 2."""
    day = f"{header.day:02d}" if header.day else _blank("blank_day", "date", rules)
    year = str(header.year) if header.year else _blank("blank_year", "date", rules)
    place = header.place.strip()
    date = f"ngày {day} tháng {_month(header, rules)} năm {year}"
    return f"{place}{', ' if place else ''}{date.replace(' ', HARD_BLANK)}"


def _month(header: Header, rules: Rules) -> str:
    if not header.month:
        return _blank("blank_day", "date", rules)
    return f"{header.month:02d}" if header.month < 3 else str(header.month)


def _blank(measure: str, letters: str, rules: Rules) -> str:
    """Return hard blanks of a measure's width."""
    size = rules.letters[letters].size
    return HARD_BLANK * round(rules.length(measure) / (size * plain_words(" ")[0].face.blank))


def _subject(column: Column, plan: Plan, rules: Rules) -> None:
    """Add the subject of a công văn, centred below its number."""
    letters = rules.letters["subject"]
    column.y += rules.length("subject_gap")
    words = tied(paragraph(subject(plan), bold=letters.bold))
    put(column, words, letters, rules, rules.number("title_width"), role=TITLE)


def _below(column: Column, plan: Plan, rules: Rules) -> None:
    """Add what stands across the paper below number and date: kind and title, but for a công văn."""
    if not is_letter(plan):
        column.y += 3 * rules.length("paragraph_gap")
        _title(column, plan, rules)
    put_attached(column, plan.attached, rules)
    short_rule(column, rules)
    column.y += rules.length("paragraph_gap")


def _title(column: Column, plan: Plan, rules: Rules) -> None:
    share = rules.number("title_width")
    put(column, plain(plan.kind.strip(), rules.letters["kind"]), rules.letters["kind"], rules, share, role=TITLE)
    letters = rules.letters["title"]
    put(column, tied(paragraph(plan.title, bold=letters.bold)), letters, rules, share, role=TITLE)
