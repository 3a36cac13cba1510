"""A trace tells where, and nothing of what an office has written."""

import traceback
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc_desktop.documents.reading.own_process import SWITCH, OwnProcess
from tthc_desktop.ui.bug_reports.masking import masked, trace, whole

WORDS = "Rà soát thủ tục của Sở Tư pháp"


def caught(words: object) -> BaseException:
    try:
        try:
            raise KeyError(words)
        except KeyError as first:
            raise ValueError(f"no place for '{words}' in row 12") from first
    except ValueError as error:
        return error


def test_the_places_stay_and_the_words_go() -> None:
    said = trace(caught(WORDS))
    assert "ValueError: no place for … in row 12" in said
    assert 'raise ValueError(f"no place for' in said
    assert "test_masking.py" in said
    assert not any(word in said for word in WORDS.split())
    assert WORDS in whole(caught(WORDS))


def test_every_line_of_a_long_message_is_covered() -> None:
    said = trace(caught(f"{WORDS}\n    {WORDS}\n  File {WORDS}"))
    assert not any(word in said for word in WORDS.split())


def test_a_message_of_many_lines_is_covered_where_it_looks_like_code() -> None:
    said = trace(RuntimeError(f"first\n    {WORDS}\n  File {WORDS}\nTraceback {WORDS}"))
    assert not any(word in said for word in ("Rà", "soát", "thủ", "tục", "Sở", "Tư", "pháp"))


SECRET = "Ke hoach rieng cua Van phong"


@pytest.mark.parametrize(
    "message",
    [
        f"first\n    {SECRET}",
        f'first\n  File "{SECRET}"',
        f"first\nTraceback {SECRET}",
        rf"told: 'it\'s {SECRET}', 'b'",
        rf'told: "\"{SECRET}"',
    ],
)
def test_no_message_passes_for_a_place_in_the_program(message: str) -> None:
    try:
        raise ValueError(message)
    except ValueError as error:
        said = trace(error)
    assert SECRET not in said
    assert "in test_no_message_passes_for_a_place_in_the_program" in said


def test_what_a_reader_in_its_own_process_says_tells_the_place_and_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SWITCH, raising=False)
    with OwnProcess() as process, pytest.raises(RuntimeError) as caught_there:
        process.ask(int, f"{SECRET}.docx", f"{SECRET}\n    {SECRET}")
    said = trace(caught_there.value)
    assert "ValueError" in said
    assert 'own_process.py", line' in said
    assert "in _outcome" in said
    assert "Ke hoach" not in said


def test_nothing_of_the_users_folder_is_told() -> None:
    error = caught(f"{Path.home()}/office.tthc")
    assert str(Path.home()) not in trace(error)
    assert str(Path.home()) not in whole(error)
    assert str(Path.home()) in "".join(traceback.format_exception(error))


@given(st.text(st.characters(min_codepoint=0xC0, max_codepoint=0x1EFF), min_size=1))
def test_no_vietnamese_letter_is_left(words: str) -> None:
    assert masked(f"lost: {words} and {words}!").isascii() or set(masked(words)) - {"…"} <= set(words)
    assert not any(letter.isalpha() and not letter.isascii() for letter in masked(words))
