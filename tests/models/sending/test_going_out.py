"""What goes out with a sheet, and the change that remembers it."""

from datetime import date

from tests.unit_sheets import AT, DONE, ROOM, share, work
from tthc_desktop.models.progress.values import Field, Progress, Said
from tthc_desktop.models.sending.cell_words import LIMIT
from tthc_desktop.models.sending.going_out import Round, outgoing, sending_change
from tthc_desktop.models.sending.values import SHEET_VERSION, Sending, digest
from tthc_desktop.models.unit import Unit

_ROUND = Round(7, AT, date(2025, 9, 15))


def _progress(work_id: str = "work2.1", unit_id: str = ROOM.id, plan_id: str = "plan-1", **said: str) -> Progress:
    words = {Field(name): Said(value) for name, value in said.items()}
    return Progress(f"{work_id}{unit_id}{plan_id}", plan_id, work_id, unit_id, words or {Field.PERCENT: Said("60")})


def test_a_sheet_carries_the_words_of_its_own_unit_and_plan_alone() -> None:
    others = (_progress(unit_id="u-other", percent="1"), _progress(plan_id="plan-2", percent="2"))
    of = share()
    made = outgoing(of, (*others, _progress(percent="30", result="xong", trouble="")), _ROUND, "a.xlsx")
    assert made.sent.rows["work2.1"].said == {Field.PERCENT: "30", Field.RESULT: "xong"}
    assert all(not row.said for work_id, row in made.sent.rows.items() if work_id != "work2.1")
    assert [*made.sent.rows] == [row.work_id for row in of.rows if row.work_id]
    assert made.sent.rows["work1.1"].digest == digest(of.rows[1].words)


def test_sheet_and_sending_say_the_same() -> None:
    made = outgoing(share(), (), _ROUND, "a.xlsx")
    assert made.sending == Sending(made.sent.sending_id, "plan-1", ROOM.id, AT, date(2025, 9, 15), 7, "a.xlsx")
    sent = made.sent
    assert (sent.version, sent.plan_id, sent.plan_title) == (SHEET_VERSION, "plan-1", share().plan_title)
    assert (sent.unit_id, sent.unit_name, sent.revision, sent.at) == (ROOM.id, ROOM.name, 7, AT)


def test_words_are_remembered_as_they_fit_into_their_cell() -> None:
    long = _progress("work1", result="dài " * LIMIT)
    words = outgoing(share(work("1", "Việc")), (long,), _ROUND, "a.xlsx").sent.rows["work1"].said[Field.RESULT]
    assert words.endswith("dài … (còn tiếp)")
    assert len(words) <= LIMIT


def test_one_change_holds_new_units_and_all_sheets() -> None:
    new = Unit("u-new", "Phòng mới")
    sheets = [outgoing(share(), (_progress(**{field.value: words for field, words in DONE.items()}),), _ROUND, "a")]
    one = sending_change([new], sheets)
    assert one.label == f"Gửi bảng cho {ROOM.name}"
    assert one.pairs == ((None, new), (None, sheets[0].sending))
    assert sending_change([], sheets * 3).label == "Gửi bảng cho 3 đơn vị"
