"""A sheet that comes back as it went out says nothing new."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from tests.documents.reading.unit_sheet.files import returned, words_of, written
from tests.unit_sheets import DONE, ROOM, Words, sent, share, work
from tthc_desktop.models.progress.forms import FIRST_DAY, LAST_DAY, in_form
from tthc_desktop.models.progress.values import REPORTED, Field, Status

_FREE = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@'\n\t _x000D_"), max_size=40)
_ANY = st.fixed_dictionaries(
    {},
    optional={
        Field.STATUS: st.sampled_from(Status).map(lambda status: status.value),
        Field.PERCENT: st.integers(0, 10_000).map(lambda part: in_form(Field.PERCENT, f"{part / 100:.2f}%").words),
        Field.DAY: st.dates(FIRST_DAY, LAST_DAY).map(lambda day: day.isoformat()),
        **{
            field: _FREE.map(lambda seen: in_form(Field.RESULT, seen).words)
            for field in (Field.RESULT, Field.NUMBER, Field.TROUBLE, Field.PROPOSAL)
        },
    },
)


def test_all_that_was_sent_comes_back(tmp_path: Path) -> None:
    of = share()
    sheet = returned(written(tmp_path, {"work1.10": DONE}))
    assert sheet.sent == sent(of, {"work1.10": DONE})
    assert (sheet.file, sheet.sheet, sheet.unit_name) == ("bảng.xlsx", "Phần việc", ROOM.name)
    assert sheet.problems == ()
    assert words_of(sheet) == {"work1.1": {}, "work1.10": DONE, "work2.1": {}, "work2.2": {}}
    assert [row.locked for row in sheet.rows] == [row.words for row in of.rows if row.work_id]
    assert [row.row for row in sheet.rows] == [8, 9, 11, 12]
    assert sheet.rows[1].cells[Field.DAY].address == "M9"
    assert set(sheet.rows[0].cells) == set(REPORTED)


@example([{Field.RESULT: "Gµ0AM"}])  # looks like TCVN3, and is what was sent
@given(st.lists(_ANY, min_size=1, max_size=4))
def test_any_progress_comes_back_in_the_same_words(said: list[Words]) -> None:
    of = share(*(work(str(number), f"Việc {number}") for number in range(len(said))))
    wanted = {
        row.work_id: {field: words for field, words in one.items() if words}
        for row, one in zip(of.rows, said, strict=True)
    }
    with TemporaryDirectory() as folder:
        sheet = returned(written(Path(folder), wanted, of))
    assert words_of(sheet) == wanted
    assert all("bảng mã" in problem.text for problem in sheet.problems)
    assert not [cell for row in sheet.rows for cell in row.cells.values() if cell.trouble]
