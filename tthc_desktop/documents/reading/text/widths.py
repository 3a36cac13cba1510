"""How wide words are on paper, roughly: enough to tell a line that was full from one that ended a paragraph."""

from functools import lru_cache

from tthc_desktop.models.text import fold

_WIDTHS = {
    chars: width for width, chars in ((0.28, "ijlt.,;:'/ ()[]|!fr-"), (0.44, "acesz"), (0.72, "wm"), (0.9, "W%M"))
}
_OTHER = 0.5
_CAPITAL = 0.69


@lru_cache(maxsize=65536)
def width(words: str) -> float:
    """Return the width of the words in ems of a Times-like face."""
    return sum(_char_width(char) for char in words)


@lru_cache(maxsize=1024)
def _char_width(char: str) -> float:
    for chars, known in _WIDTHS.items():
        if char in chars:
            return known
    if char.isupper():
        return _CAPITAL
    bare = fold(char) or char
    return _OTHER if bare == char else _char_width(bare)
