"""Which fonts a paper is drawn with: Times New Roman where this PC has it whole, else the bundled one, as wide.

The layout never asks: it goes by the bundled font, whose widths are the same. A character that only another font has,
be it the bundled one or that of signs, is drawn with that.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from reportlab.pdfbase.ttfonts import TTFont

from tthc_desktop.documents.writing.pdf.fonts import Typeface, family, signs
from tthc_desktop.documents.writing.pdf.system_times import Matched, UnfitError, folders, found_files, matched

OWN = "Liberation Serif kèm theo chương trình, cùng khổ chữ với Times New Roman"
TIMES = "Times New Roman của máy này"
_ALONE = Lock()
_MISSING = "máy này không có đủ bốn tệp .ttf của Times New Roman"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The faces of Times New Roman by the name of ours, none of them or all four; and what is told about it."""

    faces: Mapping[str, Matched]
    told: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """What one face is drawn with."""

    face: Typeface
    times: Matched | None

    @property
    def main(self) -> TTFont:
        """Return the font that draws nearly everything."""
        return self.times.font if self.times else self.face.font

    def of(self, char: str) -> TTFont | None:
        """Return the font that draws a character, if any does."""
        if self.times and char in self.times.letters:
            return self.times.font
        if char in self.face.letters:
            return self.face.font
        return signs() if char in self.face.glyphs else None


def fonts_for(face: Typeface) -> Fonts:
    """Return what a face is drawn with on this PC."""
    return Fonts(face, chosen().faces.get(face.name))


def font_told() -> str:
    """Return which font papers are printed with on this PC, and why it is not Times New Roman where it is not."""
    return chosen().told


def chosen() -> Chosen:
    """Return what this PC offers, looked up once; `TTHC_FONT=bundled` keeps tests to the bundled font."""
    with _ALONE:
        return _chosen()


@cache
def _chosen() -> Chosen:
    if os.environ.get("TTHC_FONT") == "bundled":
        return Chosen({}, OWN)
    return choose(found_files(folders()))


def choose(files: Mapping[str, Sequence[Path]]) -> Chosen:
    """Return Times New Roman when a file of each face is whole, else why the bundled font is used."""
    held = family()
    faces = {"Regular": held.regular, "Bold": held.bold, "Italic": held.italic, "BoldItalic": held.bold_italic}
    if not all(files.get(style) for style in faces):
        return Chosen({}, f"{OWN}, vì {_MISSING}")
    found: dict[str, Matched] = {}
    for style, face in faces.items():
        why = ""
        for path in files[style]:
            try:
                found[face.name] = matched(style, path, face)
                break
            except UnfitError as error:
                why = why or f"tệp “{path}” {error}"
        else:
            return Chosen({}, f"{OWN}, vì {why}")
    return Chosen(found, TIMES)
