"""The words that the cells of an .xlsx file share; rich text is joined, readings of Japanese are left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.documents.reading.legacy import is_legacy_font
from tthc_desktop.documents.reading.sheets.archive import Archive
from tthc_desktop.documents.reading.sheets.xlsx.escapes import unescaped
from tthc_desktop.documents.reading.sheets.xlsx.parts import Shared, part_of
from tthc_desktop.documents.reading.sheets.xml_events import DamagedXmlError, read_events

MOST_LETTERS = 200_000_000
"""All words of a workbook; a sheet of 50,000 rows has some ten million letters."""


@dataclass(slots=True)
class StringReader:
    """Gathers the runs of one string after another: `t` in `si` or `is`, with the font of each run."""

    strings: list[Shared] = field(default_factory=list)
    _runs: list[str] = field(default_factory=list)
    _font: str = ""
    _inside: bool = False
    _reading: bool = False
    _letters: int = 0

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "t":
            self._inside = not self._reading
        elif name == "rPh":
            self._reading = True
        elif name == "rFont" and is_legacy_font(attributes.get("val", "")):
            self._font = attributes["val"]

    def say(self, words: str) -> None:
        if self._inside:
            self._runs.append(words)
            self._letters += len(words)
            if self._letters > MOST_LETTERS:
                raise DamagedXmlError("more words than a workbook can have")

    def end(self, name: str) -> None:
        if name == "t":
            self._inside = False
        elif name == "rPh":
            self._reading = False
        elif name in {"si", "is"}:
            self.strings.append(self.taken())

    def taken(self) -> Shared:
        """Return the string that has just ended."""
        made = Shared(unescaped("".join(self._runs)), self._font)
        self._runs, self._font = [], ""
        return made


def read_strings(archive: Archive) -> list[Shared]:
    part = part_of(archive, "sharedStrings")
    reader = StringReader()
    if part:
        with archive.open(part) as stream:
            read_events(stream, reader.begin, reader.end, reader.say)
    return reader.strings
