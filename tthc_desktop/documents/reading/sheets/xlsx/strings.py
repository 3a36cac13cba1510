"""The words of the cells of an .xlsx file; rich text is joined, readings of Japanese are left out."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tthc_desktop.documents.reading.legacy import is_legacy_font
from tthc_desktop.documents.reading.sheets.archive import Archive
from tthc_desktop.documents.reading.sheets.xlsx.escapes import unescaped
from tthc_desktop.documents.reading.sheets.xlsx.parts import Shared, part_of
from tthc_desktop.documents.reading.sheets.xlsx.pieces import Wanted, read_pieces
from tthc_desktop.documents.reading.sheets.xml_events import DamagedXmlError

MOST_LETTERS = 200_000_000
"""All words of a workbook; a sheet of 50,000 rows has some ten million letters."""
LONGEST_STRING = 1_000_000
"""Excel keeps 32,767 letters in a cell."""
_WANTED = Wanted("sst", "sst", "si")


def string_of(element: Element) -> Shared:
    """Return the words of `si` or `is`."""
    if len(element) == 1 and element[0].tag == "t":
        words, font = element[0].text or "", ""
    else:
        words = "".join(_runs(element))
        names = (run.get("val", "") for run in element.iter("rFont"))
        font = next(filter(is_legacy_font, names), "")
    if len(words) > LONGEST_STRING:
        raise DamagedXmlError("a cell without end")
    return Shared(unescaped(words), font)


def _runs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == "t":
            yield child.text or ""
        elif child.tag == "r":
            yield from (words.text or "" for words in child if words.tag == "t")


def read_strings(archive: Archive) -> list[Shared]:
    part = part_of(archive, "sharedStrings")
    strings: list[Shared] = []
    letters = 0

    def take(element: Element) -> None:
        nonlocal letters
        strings.append(string_of(element))
        letters += len(strings[-1].words)
        if letters > MOST_LETTERS:
            raise DamagedXmlError("more words than a workbook can have")

    if part:
        with archive.open(part) as stream:
            read_pieces(stream, _WANTED, take, lambda _name, _attributes: None)
    return strings
