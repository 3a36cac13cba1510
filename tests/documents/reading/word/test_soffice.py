"""LibreOffice as a second opinion: the numbers it writes before paragraphs are those that are read."""

import random
from pathlib import Path

import pytest

from tests.documents.reading.word.made import level, listed, numbered, one_list, paragraph, part, said, word_file
from tests.papers.suites import convert
from tthc_desktop.documents.reading.word import read_word

pytestmark = pytest.mark.needs("LibreOffice Writer")
_FORMS = ("decimal", "upperRoman", "lowerRoman", "lowerLetter", "upperLetter", "decimalZero")
_PATTERNS = (("%1.", "Điều %1.", "%1)"), ("%2.", "%1.%2.", "(%2)"), ("%3)", "%1.%2.%3", "- %3 -"), ("%4/", "%2.%4"))
_STYLES = (
    f'<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Muc"/><w:pPr>{numbered(1)}</w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Muc"/></w:style>'
)


def _random_file(chance: random.Random) -> bytes:
    levels = [
        level(at, chance.choice(_FORMS), chance.choice(_PATTERNS[at]), start=chance.randint(1, 4)) for at in range(4)
    ]
    start = chance.randint(1, 9)
    lists = (
        one_list(*levels)
        + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        + f'<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/>'
        "</w:lvlOverride></w:num>"
    )
    body = "".join(_random_paragraph(chance) for _ in range(40))
    return word_file(body, {"numbering": part("numbering", lists), "styles": part("styles", _STYLES)})


def _random_paragraph(chance: random.Random) -> str:
    match chance.randrange(6):
        case 0:
            return paragraph("Lời")
        case 1:
            return paragraph("Theo kiểu", f'<w:pStyle w:val="{chance.choice(["Muc", "Con"])}"/>')
        case _:
            return listed("Việc", chance.choice([1, 1, 2, 3]), chance.choice([0, 1, 1, 2, 3]))


def test_libreoffice_shows_the_same_numbers(tmp_path: Path) -> None:
    chance = random.Random(6)
    files = {tmp_path / f"{place}.docx": _random_file(chance) for place in range(12)}
    for path, data in files.items():
        path.write_bytes(data)
    convert(list(files), "txt", tmp_path / "txt")
    for path, data in files.items():
        lines = (tmp_path / "txt" / f"{path.stem}.txt").read_text(encoding="utf-8-sig").splitlines()
        assert said(read_word(data, path.name)) == [" ".join(line.split()) for line in lines if line.strip()]
