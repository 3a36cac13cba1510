"""Edits of head, bases, recipients and appendices."""

from datetime import date

import pytest

from tthc_desktop.errors import UserError
from tthc_desktop.models.editing import paper
from tthc_desktop.models.plan import Appendix, Basis, Header, Item, Period, Plan, Recipient, Signatory
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain

PLAN = Plan(
    "plan",
    bases=(Basis("b1", plain("một")), Basis("b2", plain("hai")), Basis("b3", plain("ba"))),
    recipients=(Recipient("r1", "Như trên"), Recipient("r2", "Lưu: VT")),
    appendices=(Appendix("a1"), Appendix("a2", nodes=(Item("i", task_id="t"),))),
    tasks={"t": Task("t")},
)


def ids(members: tuple[Basis, ...] | tuple[Recipient, ...] | tuple[Appendix, ...]) -> str:
    return " ".join(member.id for member in members)


def test_fields_of_the_paper() -> None:
    assert paper.set_title(PLAN, plain("x")).title == plain("x")
    assert paper.set_kind(PLAN, "QUYẾT ĐỊNH").kind == "QUYẾT ĐỊNH"
    assert paper.set_attached(PLAN, plain("x")).attached == plain("x")
    assert paper.set_signatory(PLAN, Signatory(("KT. GIÁM ĐỐC",), "A")).signatory.name == "A"
    assert paper.set_header(PLAN, Header(agency="SỞ TƯ PHÁP")).header.agency == "SỞ TƯ PHÁP"


@pytest.mark.parametrize("header", [Header(day=31, month=4), Header(day=29, month=2, year=2025), Header(month=13)])
def test_a_day_that_is_in_no_calendar_is_refused(header: Header) -> None:
    with pytest.raises(UserError, match="không có trong lịch"):
        paper.set_header(PLAN, header)


@pytest.mark.parametrize(
    "header", [Header(), Header(day=31), Header(day=29, month=2), Header(day=29, month=2, year=2024)]
)
def test_a_day_may_be_known_in_part(header: Header) -> None:
    assert paper.set_header(PLAN, header).header == header


def test_a_period_ends_after_it_begins() -> None:
    year = Period(date(2025, 1, 1), date(2025, 12, 31))

    assert paper.set_period(PLAN, year).period == year
    with pytest.raises(UserError, match="đứng sau ngày kết thúc"):
        paper.set_period(PLAN, Period(year.end, year.start))


def test_bases_are_put_in_taken_out_and_moved() -> None:
    assert ids(paper.insert_bases(PLAN, 1, (Basis("new", plain("")),)).bases) == "b1 new b2 b3"
    assert ids(paper.insert_bases(PLAN, 3, (Basis("new", plain("")),)).bases) == "b1 b2 b3 new"
    assert ids(paper.remove_bases(PLAN, ("b1", "b3")).bases) == "b2"
    assert paper.set_basis(PLAN, "b2", plain("x")).bases[1] == Basis("b2", plain("x"))


@pytest.mark.parametrize(
    ("moved", "place", "expected"),
    [
        (("b1",), 3, "b2 b3 b1"),
        (("b1",), 2, "b2 b1 b3"),
        (("b1",), 1, "b1 b2 b3"),
        (("b3",), 0, "b3 b1 b2"),
        (("b3", "b1"), 1, "b1 b3 b2"),
        (("b1", "b2"), 3, "b3 b1 b2"),
    ],
)
def test_members_are_moved_before_the_one_that_stands_there(moved: tuple[str], place: int, expected: str) -> None:
    assert ids(paper.move_bases(PLAN, moved, place).bases) == expected


@pytest.mark.parametrize("place", [-1, 4])
def test_a_place_outside_the_list_is_refused(place: int) -> None:
    with pytest.raises(UserError, match="Không chèn được"):
        paper.insert_bases(PLAN, place, (Basis("new", plain("")),))
    with pytest.raises(UserError, match="Không chèn được"):
        paper.move_bases(PLAN, ("b1",), place)


def test_unknown_parts_are_told() -> None:
    with pytest.raises(UserError, match="Không tìm thấy căn cứ"):
        paper.set_basis(PLAN, "x", plain(""))
    with pytest.raises(UserError, match="Không tìm thấy nơi nhận"):
        paper.remove_recipients(PLAN, ("r1", "x"))
    with pytest.raises(UserError, match="Không tìm thấy phụ lục"):
        paper.move_appendix(PLAN, "x", 0)


def test_recipients() -> None:
    assert paper.set_recipient(PLAN, "r2", "Lưu: VT, KSTT", 1).recipients[1] == Recipient("r2", "Lưu: VT, KSTT", 1)
    assert ids(paper.insert_recipients(PLAN, 0, (Recipient("new", ""),)).recipients) == "new r1 r2"
    assert ids(paper.move_recipients(PLAN, ("r2",), 0).recipients) == "r2 r1"


def test_appendices() -> None:
    changed = paper.set_appendix_title(PLAN, "a1", plain("DANH MỤC"))
    changed = paper.set_appendix_attached(changed, "a1", plain("(Kèm theo)"))
    changed = paper.set_appendix_landscape(changed, "a1", landscape=True)

    assert changed.appendices[0] == Appendix("a1", plain("DANH MỤC"), plain("(Kèm theo)"), landscape=True)
    assert changed.appendices[1] is PLAN.appendices[1]
    assert ids(paper.insert_appendix(PLAN, 1, Appendix("new")).appendices) == "a1 new a2"
    assert ids(paper.move_appendix(PLAN, "a2", 0).appendices) == "a2 a1"


def test_an_appendix_takes_its_tasks_along() -> None:
    removed = paper.remove_appendix(PLAN, "a2")

    assert ids(removed.appendices) == "a1"
    assert removed.tasks == {}
