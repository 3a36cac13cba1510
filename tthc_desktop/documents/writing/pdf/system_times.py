"""Times New Roman of this PC: its four files found in the system's folders and checked glyph by glyph."""

import os
import sys
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFont

from tthc_desktop.documents.writing.pdf.fonts import VIETNAMESE, Typeface

NEEDED = VIETNAMESE | frozenset(map(chr, range(0x20, 0x7F))) | frozenset("–—‘’“”…•§°²³×½")
"""What every face must draw: the alphabet, all that keyboards have, the usual signs of papers."""
_FILES = {
    "Regular": ("TimesNewRomanPSMT", ("times.ttf", "timesnewroman.ttf")),
    "Bold": ("TimesNewRomanPS-BoldMT", ("timesbd.ttf", "timesnewromanbold.ttf")),
    "Italic": ("TimesNewRomanPS-ItalicMT", ("timesi.ttf", "timesnewromanitalic.ttf")),
    "BoldItalic": ("TimesNewRomanPS-BoldItalicMT", ("timesbi.ttf", "timesnewromanbolditalic.ttf")),
}
"""The name within each file, and how systems call the file, small and without blanks."""
_EQUAL = 1.5
"""Thousandths of an em by which a width may differ from that of the layout."""
_DEEPEST = 4


class UnfitError(Exception):
    """A font file cannot be used; the words say why, after its name."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A face of the PC's font and the characters that it draws just as wide as the bundled one."""

    font: TTFont
    letters: frozenset[str]


def folders(system: str = sys.platform, environment: Mapping[str, str] | None = None) -> list[Path]:
    """Return where a system keeps fonts for everybody and for this user."""
    env = os.environ if environment is None else environment
    home = Path(env.get("USERPROFILE" if system == "win32" else "HOME") or Path.home())
    if system == "win32":
        local = Path(env.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return [Path(env.get("SYSTEMROOT") or r"C:\Windows") / "Fonts", local / "Microsoft" / "Windows" / "Fonts"]
    if system == "darwin":
        everybody = [Path("/System/Library/Fonts/Supplemental"), Path("/System/Library/Fonts"), Path("/Library/Fonts")]
        return [*everybody, home / "Library" / "Fonts"]
    own = Path(env.get("XDG_DATA_HOME") or home / ".local" / "share") / "fonts"
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), own, home / ".fonts"]


def found_files(places: list[Path]) -> dict[str, list[Path]]:
    """Return the files of each face, in the order of the folders; links are not followed."""
    called = {name: style for style, (_, names) in _FILES.items() for name in names}
    found: dict[str, list[Path]] = {style: [] for style in _FILES}
    for path in (path for place in places for path in _fonts_below(place)):
        if style := called.get(path.name.lower().replace("_", "").replace(" ", "")):
            found[style].append(path)
    return found


def _fonts_below(place: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(place):
        if len(Path(folder).relative_to(place).parts) >= _DEEPEST:
            inner.clear()
        inner.sort()
        yield from (Path(folder, name) for name in sorted(names) if name.lower().endswith(".ttf"))


def matched(style: str, path: Path, face: Typeface) -> Matched:
    """Open a file of the PC's font in place of a face of ours; `UnfitError` tells why it cannot be."""
    try:
        font = TTFont(f"TimesNewRoman-{style}", str(path), validate=1)
        drawn = _drawn(font)
        font.face.makeSubset([ord(char) for char in sorted(NEEDED & drawn)])
    except Exception as error:  # whatever a damaged file makes the parser stumble over
        raise UnfitError("bị hỏng hoặc không đọc được") from error
    if font.face.name.decode("latin-1") != _FILES[style][0]:
        raise UnfitError("không phải là phông Times New Roman")
    ours, theirs = face.font.face.charWidths, font.face.charWidths
    equal = frozenset(char for char in face.letters & drawn if abs(ours[ord(char)] - theirs[ord(char)]) <= _EQUAL)
    if lacking := sorted(NEEDED - equal):
        raise UnfitError(f"thiếu chữ hoặc có bề rộng khác ở {len(lacking)} ký tự ({' '.join(lacking[:5])})")
    return Matched(font, equal)


def _drawn(font: TTFont) -> frozenset[str]:
    """Return the characters that have an outline in the file, and blanks."""
    face = font.face
    face.seek_table("head")
    face.skip(50)
    is_long = face.read_ushort() == 1
    places = array("I" if is_long else "H", _table(font, "loca"))
    if sys.byteorder == "little":
        places.byteswap()
    end = len(_table(font, "glyf")) // (1 if is_long else 2)
    drawn = {at for at in range(len(places) - 1) if places[at] < places[at + 1] <= end}
    return frozenset(chr(code) for code, glyph in face.charToGlyph.items() if glyph in drawn or chr(code).isspace())


def _table(font: TTFont, tag: str) -> bytes:
    found: bytes = font.face.get_table(tag)  # type: ignore[no-untyped-call]
    return found
