"""The styles of an .ods file: which cells are set in the font of an old encoding, how numbers look, what is hidden."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.legacy import is_legacy_font
from tthc_desktop.documents.reading.sheets.ods.codes import STYLES, CodeReader

_DEEPEST = 20
"""Styles follow their parents so far; a longer line is a circle."""


@dataclass(slots=True)
class Style:
    """A style of cells, words or tables, as far as it says something itself."""

    parent: str = ""
    data_style: str = ""
    font: str = ""
    shown: bool = True


@dataclass(slots=True)
class Styles:
    """All styles by family and name, and the formats by name."""

    named: dict[tuple[str, str], Style] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    faces: dict[str, str] = field(default_factory=dict)

    def code(self, name: str) -> str:
        data_style = self._first("table-cell", name, "data_style")
        return self.codes.get(data_style, "")

    def font(self, name: str, family: str = "table-cell") -> str:
        """Return the font when it is of an old encoding."""
        font = self._first(family, name, "font")
        face = self.faces.get(font, font)
        return face if is_legacy_font(face) else ""

    def is_shown(self, table: str) -> bool:
        style = self.named.get(("table", table))
        return style is None or style.shown

    def _first(self, family: str, name: str, wish: str) -> str:
        """Return what the style, or the nearest of its parents, says."""
        for _ in range(_DEEPEST):
            style = self.named.get((family, name))
            if style is None:
                break
            said = style.font if wish == "font" else style.data_style
            if said:
                return said
            name = style.parent
        return ""


class StyleReader:
    """Takes the elements of content.xml and styles.xml that are styles."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self._style: Style | None = None
        self._code: CodeReader | None = None
        self._code_name = self._code_kind = ""
        self._words: list[str] | None = None

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._code:
            self._words = [] if name in {"text", "currency-symbol"} else None
            self._code.begin(name, attributes)
        elif name in STYLES:
            self._code, self._code_kind = CodeReader(name, attributes), name
            self._code_name = attributes.get("name", "")
        elif name == "font-face":
            face = attributes.get("font-family") or attributes.get("name", "")
            self.styles.faces[attributes.get("name", "")] = face.strip("'\" ")
        elif name in {"style", "default-style"}:
            self._style = Style(attributes.get("parent-style-name", ""), attributes.get("data-style-name", ""))
            self.styles.named[attributes.get("family", ""), attributes.get("name", "")] = self._style
        elif name == "text-properties" and self._style:
            self._style.font = attributes.get("font-name") or attributes.get("font-family", "").strip("'\"")
        elif name == "table-properties" and self._style:
            self._style.shown = attributes.get("display") != "false"

    def say(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)

    def end(self, name: str) -> None:
        if self._code and name in {"text", "currency-symbol"}:
            self._code.say("".join(self._words or ()))
            self._words = None
        elif self._code and name == self._code_kind:
            self.styles.codes[self._code_name] = self._code.code(self.styles.codes)
            self._code = None
        elif name in {"style", "default-style"}:
            self._style = None
