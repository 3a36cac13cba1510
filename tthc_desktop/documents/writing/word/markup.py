"""The XML of Word's parts as strings: escaped words, elements, measures in Word's units."""

import re
from xml.sax.saxutils import escape, quoteattr

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def shown(words: str) -> str:
    """Return words for the inside of an element; what XML cannot hold is left out."""
    return escape(_NO_XML.sub("", words))


def quoted(words: str) -> str:
    """Return words for an attribute, with their quotes."""
    return quoteattr(_NO_XML.sub("", words))


def twips(points: float) -> int:
    """Return points in twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    return round(points * 2)
