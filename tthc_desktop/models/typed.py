"""Which part of the words in a field is being typed, so that only that part is offered and replaced."""

import re
from collections.abc import Callable
from typing import NamedTuple


class Part(NamedTuple):
    """A part of a field's words, from its first letter to behind its last one."""

    start: int
    end: int


Parts = Callable[[str, int], tuple[Part, ...]]
"""From a field's words and where the cursor stands in them to the parts being typed, the longest first."""

_ENTRY = re.compile(r"[;\n]")
_NAME = re.compile(r"[;,\n]|(?<=\s)và(?=\s)")
_BEFORE = " \t\n-–—+•*"
_AFTER = " \t\n.;,"


def whole(words: str, _cursor: int) -> tuple[Part, ...]:
    """Return the field as a whole."""
    return (Part(0, len(words)),)


def listed(words: str, cursor: int) -> tuple[Part, ...]:
    """Return the whole field, then its entry, then the name in that entry: a list of parties."""
    found = (_trimmed(words, Part(0, len(words))), _between(words, cursor, _ENTRY), _between(words, cursor, _NAME))
    return tuple(dict.fromkeys(part for part in found if part.start <= cursor))


def _between(words: str, cursor: int, separator: re.Pattern[str]) -> Part:
    """Return what stands between the separators before and behind the cursor."""
    before = max((found.end() for found in separator.finditer(words, 0, cursor)), default=0)
    behind = separator.search(words, cursor)
    return _trimmed(words, Part(before, behind.start() if behind else len(words)))


def _trimmed(words: str, part: Part) -> Part:
    """Return the part without its bullet and without the sign that ends it."""
    own = words[part.start : part.end]
    start = part.start + len(own) - len(own.lstrip(_BEFORE))
    return Part(start, max(start, part.start + len(own.rstrip(_AFTER))))
