"""Fills that differ in colour and in pattern, so that a black-and-white print tells them apart."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tthc_desktop.models.text import fold


class Fill(NamedTuple):
    r"""A colour, a pattern of `lines` over it (directions out of `/\\|-`), and the letters readable on it."""

    colour: str
    lines: str = ""
    line_colour: str = ""
    ink: str = "#1b1f24"


class Look(NamedTuple):
    """The colours of a whole drawing on a light or a dark ground."""

    ground: str
    ink: str
    quiet: str
    rule: str
    fills: Sequence[Fill]
    by_name: Mapping[str, Fill]


_WHITE, _BLACK = "#ffffff", "#1b1f24"
_GREEN = Fill("#1e6b3a", ink=_WHITE)
_MINT = Fill("#a9d8b8", "-", "#1e6b3a")
_AMBER = Fill("#f2c14e", "/", "#6b4e00")
_RED = Fill("#b3261e", "\\", _WHITE, _WHITE)
_BLUE = Fill("#9cc3ee", "|", "#1f4e9e")
_GREY = Fill("#d9dde2")
_PALE = Fill("#ffffff")
_STONE = Fill("#b4bbc4", "/\\", "#3d454e")
_NIGHT = "#10233f"
_DARK_GREEN = Fill("#7fd19b", ink=_NIGHT)
_DARK_MINT = Fill("#2e5c3e", "-", "#7fd19b", _WHITE)
_DARK_AMBER = Fill("#f0b35a", "/", "#6b4300", _NIGHT)
_DARK_RED = Fill("#ff8f86", "\\", "#7a1710", _NIGHT)
_DARK_BLUE = Fill("#2f5a96", "|", "#8ab4f8", _WHITE)
_DARK_GREY = Fill("#5a626c", ink=_WHITE)
_DARK_PALE = Fill("#26292e", ink="#e8eaed")
_DARK_STONE = Fill("#3f464f", "/\\", "#a9b1bb", _WHITE)


def _named(fills: Sequence[Fill]) -> Mapping[str, Fill]:
    """Return the fills of the statuses of work, whose colours have a meaning."""
    green, amber, red, blue, grey, mint, stone, pale = fills
    return {
        "hoan thanh dung han": green,
        "hoan thanh": mint,
        "hoan thanh qua han": amber,
        "qua han": red,
        "dang thuc hien": blue,
        "chua den han": grey,
        "chua thuc hien": stone,
        "khong phat sinh": pale,
    }


_FILLS = (_GREEN, _AMBER, _RED, _BLUE, _GREY, _MINT, _STONE, _PALE)
_DARK_FILLS = (
    *(_DARK_GREEN, _DARK_AMBER, _DARK_RED, _DARK_BLUE),
    *(_DARK_GREY, _DARK_MINT, _DARK_STONE, _DARK_PALE),
)
_ORDER = (3, 1, 0, 4, 5, 2, 6, 7)
"""In which order series without a meaning of their own take the fills."""
LIGHT = Look(_WHITE, _BLACK, "#56606d", "#c9ced5", [_FILLS[at] for at in _ORDER], _named(_FILLS))
DARK = Look("#26292e", "#e8eaed", "#a9b1bb", "#4d545d", [_DARK_FILLS[at] for at in _ORDER], _named(_DARK_FILLS))


def fills(look: Look, names: Sequence[str]) -> list[Fill]:
    """Return a fill for each series, that of its status where its name is one, each once as long as there are some."""
    known: list[Fill | None] = []
    for name in names:
        fill = look.by_name.get(fold(name)) or look.by_name.get(fold(name.partition(",")[0]))
        known.append(None if fill in known else fill)
    free = [fill for fill in look.fills if fill not in known] or list(look.fills)
    given: list[Fill] = []
    count = 0
    for fill in known:
        given.append(fill or free[count % len(free)])
        count += fill is None
    return given
