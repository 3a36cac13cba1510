"""Sheets of a period and with targets come back with them, and sheets of the older form without."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.documents.reading.unit_sheet.files import changed, edited, put, returned, words_of, written
from tests.unit_sheets import DONE, FIGURES, Words, group, share, target, work
from tthc_desktop.models.progress.forms import in_form
from tthc_desktop.models.progress.values import MEASURES, REPORTED, Field
from tthc_desktop.models.sending.workshare import WorkShare


def with_target() -> WorkShare:
    return share(group("I", "CHỈ TIÊU"), target("1", "Tỷ lệ hồ sơ trực tuyến"), work("2", "Tập huấn cán bộ"))


def head(change: Callable[[dict[str, object]], dict[str, object]]) -> Callable[[Workbook], None]:
    def on(book: Workbook) -> None:
        cell = book["_tthc"]["A2"]
        cell.value = json.dumps(change(json.loads(str(cell.value))))

    return on


def test_period_and_figures_come_back(tmp_path: Path) -> None:
    said = {"work1": {**DONE, **FIGURES}, "work2": DONE}
    sheet = returned(written(tmp_path, said, with_target(), period="2025-Q2"))
    assert sheet.sent is not None
    assert (sheet.sent.period, sheet.period) == ("2025-Q2", "2025-Q2")
    assert words_of(sheet) == said
    assert sheet.problems == ()
    assert set(sheet.rows[0].cells) == {*REPORTED, *MEASURES}


def test_a_sheet_of_the_older_form_comes_back_without_period_and_figures(tmp_path: Path) -> None:
    path = written(tmp_path, {"work1.10": DONE})
    older = head(lambda said: {**{key: said[key] for key in said if key not in {"period", "fields"}}, "version": 1})
    sheet = returned(changed(path, older))
    assert sheet.sent is not None
    assert (sheet.sent.version, sheet.sent.period, sheet.period) == (1, "", "")
    assert words_of(sheet)["work1.10"] == DONE
    assert sheet.problems == ()


def test_without_the_hidden_sheet_the_period_is_the_printed_one(tmp_path: Path) -> None:
    path = written(tmp_path, None, with_target(), period="2025-H2")
    sheet = returned(changed(path, lambda book: book.remove(book["_tthc"])))
    assert sheet.sent is None
    assert sheet.period == "2025-H2"


@pytest.mark.parametrize("period", ["quý 5", 7, ["2025"]])
def test_a_period_that_is_none_is_not_believed(tmp_path: Path, period: object) -> None:
    path = changed(written(tmp_path), head(lambda said: {**said, "period": period}))
    sheet = returned(path)
    assert sheet.sent is None
    assert any("hỏng" in problem.text for problem in sheet.problems)


@pytest.mark.parametrize(
    ("address", "value", "field", "words"),
    [
        ("P9", 1250, Field.NUMERATOR, "1250"),
        ("P9", "1.250", Field.NUMERATOR, "1250"),
        ("Q9", 0, Field.DENOMINATOR, "0"),
        ("R9", 99.5, Field.VALUE, "99.5"),
        ("R9", "99,5", Field.VALUE, "99.5"),
        ("S9", "14/6/2025", Field.AS_OF, "2025-06-14"),
    ],
)
def test_figures_are_read_in_their_one_form(
    tmp_path: Path, address: str, value: object, field: Field, words: str
) -> None:
    sheet = returned(edited(written(tmp_path, None, with_target()), put(**{address: value})))
    cell = sheet.rows[0].cells[field]
    assert (cell.address, cell.words, cell.trouble) == (address, words, "")


def test_a_column_of_figures_that_is_gone_is_missed_only_where_it_was_sent(tmp_path: Path) -> None:
    def lose(column: str) -> Callable[[Workbook], None]:
        return lambda book: book.worksheets[0].delete_cols(ord(column) - 64)

    gone = returned(changed(written(tmp_path, None, with_target()), lose("R")))
    assert ["“Giá trị đạt được”" in problem.text for problem in gone.problems] == [True]
    assert returned(written(tmp_path)).problems == ()


_FIGURES = st.integers(-(10**11), 10**15).map(lambda digits: f"{digits / 1000:.3f}")


@given(
    st.fixed_dictionaries(
        {},
        optional={
            Field.NUMERATOR: st.integers(0, 10**14).map(str),
            Field.DENOMINATOR: st.integers(0, 10**14).map(str),
            Field.VALUE: _FIGURES.map(lambda seen: in_form(Field.VALUE, seen.replace(".", ",")).words),
            Field.AS_OF: st.dates().map(lambda day: in_form(Field.AS_OF, day.isoformat()).words),
        },
    )
)
def test_any_figures_come_back_in_the_same_words(said: Words) -> None:
    wanted = {field: words for field, words in said.items() if words}
    with TemporaryDirectory() as folder:
        sheet = returned(written(Path(folder), {"work1": wanted}, with_target()))
    assert words_of(sheet)["work1"] == wanted
    assert not sheet.problems
