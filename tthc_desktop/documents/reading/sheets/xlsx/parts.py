"""The parts of an .xlsx file besides its cells: which sheets it has, their styles and the words they share."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.legacy import is_legacy_font
from tthc_desktop.documents.reading.sheets.archive import Archive
from tthc_desktop.documents.reading.sheets.number_format import BUILTIN, GENERAL
from tthc_desktop.documents.reading.sheets.xlsx.escapes import unescaped
from tthc_desktop.documents.reading.sheets.xml_events import attribute, read_events

_LARGEST_NUMBER = 65_535
"""The number of no format, font or style is larger."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of the workbook: its name, the part that holds it, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(slots=True)
class Workbook:
    """The sheets of a workbook in order; `charts` counts those without cells."""

    pages: list[Page] = field(default_factory=list)
    charts: int = 0
    since_1904: bool = False


@dataclass(slots=True)
class Styles:
    """For each style of a cell its number format, and its font when that is one of an old encoding."""

    codes: list[str] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)

    def code(self, style: int) -> str:
        return self.codes[style] if 0 <= style < len(self.codes) else GENERAL

    def font(self, style: int) -> str:
        return self.fonts[style] if 0 <= style < len(self.fonts) else ""


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that cells share, with the font of an old encoding in which they, or some of them, are set."""

    words: str
    font: str = ""


def read_workbook(archive: Archive) -> Workbook:
    """Return the sheets that the workbook names and that it has."""
    main = _main_part(archive)
    targets = _targets(archive, main)
    book = Workbook()

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr":
            book.since_1904 = attributes.get("date1904", "") in {"1", "true"}
        elif name == "sheet":
            kind, part = targets.get(attribute(attributes, "id"), ("", ""))
            if kind == "worksheet" and part in archive:
                hidden = attributes.get("state", "visible") != "visible"
                book.pages.append(Page(unescaped(attributes.get("name", "")), part, hidden))
            else:
                book.charts += kind in {"chartsheet", "dialogsheet"}

    with archive.open(main) as stream:
        read_events(stream, begin)
    return book


def _main_part(archive: Archive) -> str:
    """Return the part that names the sheets; where the package does not say, it is where Excel puts it."""
    if "_rels/.rels" in archive:
        for kind, part in _targets(archive, "").values():
            if kind == "officeDocument" and part in archive:
                return part
    return "xl/workbook.xml"


def part_of(archive: Archive, kind: str) -> str:
    """Return the part of the workbook that is of this kind, empty when it has none."""
    found = (part for known, part in _targets(archive, _main_part(archive)).values() if known == kind)
    return next((part for part in found if part in archive), "")


def _targets(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the path of each part that a part refers to."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, tuple[str, str]] = {}

    def begin(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], path

    if relations in archive:
        with archive.open(relations) as stream:
            read_events(stream, begin)
    return found


class _StyleReader:
    """Gathers number formats, fonts and the styles of cells made of them."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = dict(BUILTIN)
        self.fonts: list[str] = []
        self.styles: list[tuple[int, int]] = []
        self._inside: list[str] = []

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        parent = self._inside[-1] if self._inside else ""
        self._inside.append(name)
        if name == "numFmt" and parent == "numFmts":
            self.codes[number(attributes.get("numFmtId"))] = attributes.get("formatCode", GENERAL)
        elif name == "font" and parent == "fonts":
            self.fonts.append("")
        elif name == "name" and parent == "font" and self.fonts:
            self.fonts[-1] = attributes.get("val", "")
        elif name == "xf" and parent == "cellXfs":
            self.styles.append((number(attributes.get("numFmtId")), number(attributes.get("fontId"))))

    def end(self, _name: str) -> None:
        self._inside.pop()

    def styles_of_cells(self) -> Styles:
        legacy = [font if is_legacy_font(font) else "" for font in self.fonts]
        return Styles(
            [self.codes.get(code, GENERAL) for code, _ in self.styles],
            [legacy[font] if font < len(legacy) else "" for _, font in self.styles],
        )


def read_styles(archive: Archive) -> Styles:
    part = part_of(archive, "styles")
    reader = _StyleReader()
    if part:
        with archive.open(part) as stream:
            read_events(stream, reader.begin, reader.end)
    return reader.styles_of_cells()


def number(words: str | None) -> int:
    """Return a small number of an attribute, 0 when it is none."""
    return min(int(words), _LARGEST_NUMBER) if words and words.isdecimal() else 0
