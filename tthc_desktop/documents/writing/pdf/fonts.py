"""The four faces of the bundled font, by which all is laid out, and its guard of the Vietnamese alphabet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from threading import Lock
from unicodedata import bidirectional, normalize

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from tthc_desktop.errors import UserError
from tthc_desktop.resources import resource

_ALONE = Lock()
_CUTS = 8
_KEPT = 200_000
"""So many widths are kept; a program that runs for days meets ever new words."""
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = frozenset(
    letter
    for vowel, tone in product("aăâeêioôơuưy", _TONES)
    for letter in (normalize("NFC", vowel + tone), normalize("NFC", vowel + tone).upper())
) | frozenset("đĐ")
"""All letters of the alphabet that carry a mark, and the bare vowels, small and capital."""


FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})
"""What Unicode calls letters that are written from right to left."""


class _Widths(dict[str, float]):
    """Widths of words in ems, measured once."""

    def __init__(self, font: TTFont, signs: TTFont) -> None:
        super().__init__()
        widths = signs.face.charWidths | font.face.charWidths
        self._letters: dict[int, float] = {code: width / 1000 for code, width in widths.items()}
        self._missing: float = font.face.defaultWidth / 1000

    def __missing__(self, word: str) -> float:
        letters, missing = self._letters, self._missing
        width = sum([letters.get(ord(char), missing) for char in word])
        if len(self) >= _KEPT:
            self.clear()
        self[word] = width
        return width


class Typeface:
    """One face: its glyphs and the widths of words set in it, in ems."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.font = TTFont(name, path)
        self.font.face.makeSubset = _kept(self.font.face.makeSubset)  # type: ignore[method-assign, assignment]
        self.letters = _letters(self.font)
        self.glyphs = self.letters | _letters(signs())
        self.widths = _Widths(self.font, signs())
        self.blank = self.widths[" "]


def _kept(cut: Callable[[Sequence[int]], bytes]) -> Callable[[Sequence[int]], bytes]:
    """Return what cuts a font to some letters and keeps the last few cuts: a page drawn again has the same letters."""
    made = lru_cache(maxsize=_CUTS)(cut)
    return lambda letters: made(tuple(letters))


def _letters(font: TTFont) -> frozenset[str]:
    """Return what a font can draw and we can set, which is from left to right."""
    return frozenset(char for char in map(chr, font.face.charToGlyph) if bidirectional(char) not in FROM_THE_RIGHT)


@cache
def signs() -> TTFont:
    """Return the font of boxes, ticks and other signs that text fonts lack, the same for every face."""
    return TTFont("TTHCSigns", resource("fonts", "TTHCSigns.ttf"))


@dataclass(frozen=True, slots=True)
class Family:
    """The four faces of one font."""

    regular: Typeface
    bold: Typeface
    italic: Typeface
    bold_italic: Typeface

    @property
    def glyphs(self) -> frozenset[str]:
        """Return the characters that every face can draw."""
        return self.regular.glyphs & self.bold.glyphs & self.italic.glyphs & self.bold_italic.glyphs

    def face(self, *, bold: bool, italic: bool) -> Typeface:
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


@cache
def family() -> Family:
    """Return the bundled font, loaded and registered once, whichever thread asks first: two would not fit one file."""
    with _ALONE:
        return _loaded()


@cache
def _loaded() -> Family:
    return load("Regular", "Bold", "Italic", "BoldItalic")


def load(*styles: str, stem: str = "LiberationSerif") -> Family:
    """Load four files and refuse a font whose glyph table lacks a Vietnamese letter, whatever its name says."""
    try:
        found = Family(*(Typeface(f"{stem}-{style}", resource("fonts", f"{stem}-{style}.ttf")) for style in styles))
    except (OSError, TTFError) as error:
        raise UserError("Không mở được phông chữ của chương trình.", "Hãy cài đặt lại chương trình.") from error
    if missing := sorted(VIETNAMESE - found.glyphs):
        raise UserError(
            f"Phông chữ của chương trình thiếu {len(missing)} chữ tiếng Việt ({' '.join(missing[:5])} …).",
            "Hãy cài đặt lại chương trình.",
        )
    for face in (found.regular, found.bold, found.italic, found.bold_italic):
        pdfmetrics.registerFont(face.font)
    return found
