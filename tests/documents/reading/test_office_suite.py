"""LibreOffice turns old papers into Word, is ended when nobody waits for it, and its absence is told."""

import os
import time
from pathlib import Path

import pytest

from tthc_desktop.documents.reading import office_suite
from tthc_desktop.documents.reading.kinds import Told, tell
from tthc_desktop.documents.reading.office_suite import as_pdf, as_word
from tthc_desktop.documents.reading.pdf.finding import find_lines
from tthc_desktop.errors import UserError
from tthc_desktop.models.plan import SourceLine

RTF = rb"{\rtf1\ansi\pard KE HOACH\par 1. Ra soat\par}"
TOLD = tell("a.rtf", RTF)


class StoppedError(Exception):
    """The user does not want to wait."""


def test_where_it_is_missing_one_sentence_says_how_to_save(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_suite, "installed", lambda: None)
    with pytest.raises(UserError) as refused:
        as_word(RTF, TOLD, "cũ.rtf")
    assert "“cũ.rtf” là tệp RTF" in refused.value.what
    assert ".docx" in refused.value.advice


@pytest.mark.needs("LibreOffice Writer")
def test_a_paper_becomes_word() -> None:
    assert as_word(RTF, TOLD, "a.rtf").startswith(b"PK\x03\x04")


@pytest.mark.needs("LibreOffice Writer")
def test_a_damaged_file_is_told() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)
    with pytest.raises(UserError) as refused:
        as_word(data, tell("hỏng.doc", data), "hỏng.doc")
    assert "“hỏng.doc”" in refused.value.what


@pytest.mark.skipif(os.name != "posix", reason="the program that stands for LibreOffice is a script of Unix")
@pytest.mark.parametrize("stops", [True, False])
def test_what_it_started_is_ended_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, stops: bool) -> None:
    """A program that hangs, with a child that hangs too, stands for LibreOffice."""
    alive = tmp_path / "alive"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n(while true; do date > {alive}; sleep 0.05; done) &\nsleep 60\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office_suite, "installed", lambda: str(program))

    def step(_done: int, _of: int) -> None:
        if stops and alive.exists():
            raise StoppedError

    with pytest.raises(StoppedError if stops else UserError):
        as_word(RTF, Told(TOLD.kind, TOLD.called, TOLD.ending), "a.rtf", step, longest=20 if stops else 0.8)
    alive.unlink(missing_ok=True)
    time.sleep(0.3)
    assert not alive.exists()


@pytest.mark.needs("LibreOffice Writer")
def test_a_paper_becomes_pages_on_which_its_lines_are_found() -> None:
    data = as_pdf(RTF, TOLD, "a.rtf")
    lines = (SourceLine(1, "KE HOACH"), SourceLine(2, "1. Ra soat"), SourceLine(3, "không có trong tệp này"))
    places = find_lines(lines, data)
    assert sorted(places) == [1, 2]
    assert [places[number].page for number in (1, 2)] == [1, 1]
    (_, first, _, _), (_, second, _, _) = (places[number].box or (0, 0, 0, 0) for number in (1, 2))
    assert first < second
