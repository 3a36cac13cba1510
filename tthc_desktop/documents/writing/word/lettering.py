"""Words of the print as Word's runs: what differs from the paragraph's style is said, nothing else."""

from dataclasses import dataclass

from tthc_desktop.documents.writing.pdf.fonts import Typeface, family
from tthc_desktop.documents.writing.pdf.lines import Paragraph
from tthc_desktop.documents.writing.word.markup import half_points, shown


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters of a paragraph differ from its style: their size in points, 0 for none, and capitals."""

    size: float = 0.0
    upper: bool = False


OWN = Letters()
"""As the style says."""


def runs(words: Paragraph, *, bold: bool = False, italic: bool = False, letters: Letters = OWN) -> str:
    """Return the runs of a paragraph whose style is bold or italic or not."""
    return "".join(f"<w:r>{_look(face, bold, italic, letters)}{_words(text)}</w:r>" for face, text in words if text)


def is_bold(face: Typeface) -> bool:
    return face in {family().bold, family().bold_italic}


def is_italic(face: Typeface) -> bool:
    return face in {family().italic, family().bold_italic}


def _look(face: Typeface, bold: bool, italic: bool, letters: Letters) -> str:
    look = ""
    if is_bold(face) != bold:
        look += "<w:b/>" if not bold else '<w:b w:val="0"/>'
    if is_italic(face) != italic:
        look += "<w:i/>" if not italic else '<w:i w:val="0"/>'
    look += "<w:caps/>" if letters.upper else ""
    look += sized(letters.size)
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def sized(size: float) -> str:
    """Return the properties of a size in points, none for 0."""
    return f'<w:sz w:val="{half_points(size)}"/><w:szCs w:val="{half_points(size)}"/>' if size else ""


def _words(text: str) -> str:
    return "<w:br/>".join(f'<w:t xml:space="preserve">{shown(part)}</w:t>' if part else "" for part in text.split("\n"))
