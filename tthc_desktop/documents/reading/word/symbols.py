"""Signs of the fonts that have pictures for letters (Symbol, Wingdings), as the signs of Unicode that look so."""

import re
from functools import lru_cache

_PRIVATE = 0xF000
_SYMBOL = {
    0x2B: "+", 0x2D: "-", 0xA3: "≤", 0xA5: "∞", 0xA8: "♦", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD7: "⋅", 0xDE: "⇒", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ",
    0x6D: "μ", 0x70: "π", 0x73: "σ", 0x53: "Σ", 0x44: "Δ", 0x57: "Ω",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•",
    0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x28: "☎", 0x2A: "✉", 0x46: "☞",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "□"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_UNKNOWN = "•"


_STRAY = re.compile("[\uf000-\uf0ff]")
"""Where programs keep the signs of such fonts."""


@lru_cache(1 << 8)
def is_of_signs(font: str) -> bool:
    """Tell whether a font has signs in the place of letters."""
    return font.strip().lower() in {*_FONTS, "wingdings 3", "webdings"}


def sign(char: str, font: str) -> str:
    """Return the sign that a character of a font of signs shows, or one that only such a font has."""
    code = ord(char)
    low = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    table = _FONTS.get(font.strip().lower(), _WINGDINGS if low not in _SYMBOL else _SYMBOL)
    return table.get(low) or (char if low == code else _UNKNOWN)


def signs(words: str, font: str) -> str:
    """Return words with the signs that they show in a font."""
    if is_of_signs(font):
        return "".join(sign(char, font) for char in words)
    return words if words.isascii() else _STRAY.sub(lambda match: sign(match.group(), font), words)
