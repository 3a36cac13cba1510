"""The harms themselves: they never fail, the same chance does the same harm, and well-formed XML stays so."""

import zipfile
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from tests.fuzz import mutating
from tests.fuzz.finding import Ledger, TooLongError, kind_of
from tests.fuzz.readers import READERS

XML = b'<w:a xmlns:w="x"><w:b c="1">chu</w:b><w:b c="2"/></w:a>'


@pytest.mark.parametrize("data", [b"", b"a", XML, b"%PDF-1.4 1 0 obj << /A 2 0 R >> stream\nabc\nendstream"])
@pytest.mark.parametrize("harms", [mutating.BYTES, mutating.TEXT, mutating.TREE, mutating.PDF, mutating.ZIP])
def test_any_data_can_be_harmed_in_the_same_way_again(data: bytes, harms: tuple[mutating.Harm, ...]) -> None:
    for seed in range(40):
        assert mutating.harmed(data, Random(seed), harms) == mutating.harmed(data, Random(seed), harms)


def test_a_harmed_tree_is_still_one() -> None:
    made = {mutating.tree_harmed(XML, Random(seed)) for seed in range(60)}
    assert len(made) > 20
    for one in made:
        etree.fromstring(one, etree.XMLParser(huge_tree=True))


def test_a_harmed_part_stands_in_a_whole_archive() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.xml", XML)
        archive.writestr("b.txt", "lời")
    for seed in range(40):
        with zipfile.ZipFile(BytesIO(mutating.part_harmed(out.getvalue(), Random(seed)))) as archive:
            assert archive.testzip() is None


def test_each_reader_has_good_files_to_begin_with() -> None:
    for name in ("json", "csv", "html", "phrase", "xls"):
        assert all(READERS[name].seeds())


def test_findings_are_kept_once_and_counted(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    ledger = Ledger.of(folder)
    for _ in range(3):
        ledger.add("KeyError a.py:f:1", b"data", "trace", ".pdf")
    assert Ledger.of(folder).found == {"KeyError a.py:f:1": 3}
    assert sorted(path.suffix for path in folder.iterdir()) == [".json", ".pdf", ".txt"]
    assert kind_of(TooLongError()) == "too long"
