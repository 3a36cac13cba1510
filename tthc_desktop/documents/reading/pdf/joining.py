"""Lines of one paragraph as one text: words torn by a narrow cell are made whole, hyphens stay as they are written."""

import re
from collections.abc import Sequence

from tthc_desktop.documents.reading.pdf.line import Line
from tthc_desktop.documents.reading.syllables import is_syllable
from tthc_desktop.documents.reading.text.paragraphs import join_lines
from tthc_desktop.models.text import Text, join

_FIGURE = re.compile(r"(?:\d{1,2}\.){1,4}\d{1,2}\.?")
"""The number of a row that its column is too narrow for."""


def joined(lines: Sequence[Line], *, in_unicode: bool) -> Text:
    """Return the lines as one text, `in_unicode` with what old fonts show turned into Unicode."""
    parts: list[Text] = []
    for place, line in enumerate(lines):
        words = line.in_unicode() if in_unicode else line.text
        if place and _torn(lines[place - 1], line):
            parts[-1] = join((parts[-1], words))
        else:
            parts.append(words)
    return join_lines(parts)


def _torn(last: Line, line: Line) -> bool:
    """Tell whether a cell too narrow for a word ends a line within it: neither part of it can stand alone."""
    if last.words[-1].blank:
        return False
    before, after = str(last.words[-1]), str(line.words[0])
    whole = before + after
    if _FIGURE.fullmatch(whole) and len(last.words) == 1:
        return True
    if not whole.replace("&", "").isalpha() or not (after.islower() or whole.isupper()):
        return False
    alone = is_syllable(before) and is_syllable(after)
    lone_letter = len(after) == 1 and len(last.words) == 1
    return (is_syllable(whole) and (not alone or lone_letter)) or (whole.isupper() and lone_letter)
