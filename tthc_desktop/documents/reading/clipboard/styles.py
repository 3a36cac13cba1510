"""What tags and styles say about words: bold, italic, hidden, and which list they are in."""

import re
from collections.abc import Mapping
from typing import NamedTuple

_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)|(?:^|;)\s*font\s*:[^;]*?\b(bold)\b")
_SLANT = re.compile(r"(?<![\w-])font-style\s*:\s*(\w+)|(?:^|;)\s*font\s*:[^;]*?\b(italic)\b")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)\s*$")
_BOLD, _ITALIC = {"b", "strong"}, {"i", "em", "cite", "dfn", "var"}
_LONGEST_SHEET = 300_000


class Look(NamedTuple):
    """How words look."""

    bold: bool = False
    italic: bool = False


def look(tag: str, style: str, above: Look) -> Look:
    """Return how the words of an element look, given how those around it do."""
    bold, italic = above.bold or tag in _BOLD, above.italic or tag in _ITALIC
    if style and (found := _WEIGHT.search(style)):
        weight = found.group(1) or found.group(2)
        bold = weight in {"bold", "bolder"} or (weight.isdecimal() and int(weight) >= 600)
    if style and (found := _SLANT.search(style)):
        italic = (found.group(1) or found.group(2)) in {"italic", "oblique"}
    return Look(bold, italic)


def hidden(style: str) -> bool:
    """Tell whether nobody sees these words in the other program."""
    return bool(style) and bool(_HIDDEN.search(style))


def list_style(style: str) -> str:
    """Return the value of list-style-type, in small letters and without quotation marks."""
    found = _LIST_STYLE.search(style) if style else None
    return found.group(1).strip().strip("\"'").strip() if found else ""


def class_rules(sheet: str) -> Mapping[str, str]:
    """Return what a style sheet declares for each class by its bare name, as Excel and LibreOffice write it."""
    rules: dict[str, str] = {}
    for selectors, declared in _RULE.findall(sheet[:_LONGEST_SHEET]):
        for selector in selectors.split(","):
            if found := _CLASS.search(selector.strip()):
                rules[found.group(1).lower()] = f"{rules.get(found.group(1).lower(), '')};{declared.lower()}"
    return rules
