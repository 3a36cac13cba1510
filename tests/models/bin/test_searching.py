"""The search in the bin, and where things stood."""

from datetime import UTC, datetime

from tthc_desktop.models.bin.places import places
from tthc_desktop.models.bin.searching import sifted
from tthc_desktop.models.bin.values import Deleted, What
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Item, Plan
from tthc_desktop.models.table import Table
from tthc_desktop.models.text import plain

AT = datetime(2026, 3, 2, 5, tzinfo=UTC)


def gone(id_: str, what: What, words: str, **more: object) -> Deleted:
    return Deleted(id_, 1, AT, "Xóa", what, words, **more)  # type: ignore[arg-type]


UNIT = gone("u", What.UNIT, "Sở Xây dựng")
PART = gone("p", What.HEADING, "Tổ chức", plan_id="plan", inside=("Giao Sở Xây dựng đôn đốc",))


def ids(found: tuple[Deleted, ...]) -> list[str]:
    return [one.id for one in found]


def test_words_are_found_without_accents_own_words_first() -> None:
    assert ids(sifted((PART, UNIT), "so xay dung", {})) == ["u", "p"]
    assert ids(sifted((PART, UNIT), "SỞ don doc", {})) == ["p"]
    assert ids(sifted((PART, UNIT), "phòng", {})) == []


def test_place_kind_change_and_day_are_searched_too() -> None:
    where = {"p": "Kế hoạch năm 2030"}
    assert ids(sifted((PART, UNIT), "nam 2030", where)) == ["p"]
    assert ids(sifted((PART, UNIT), "don vi", where)) == ["u"]
    assert ids(sifted((PART, UNIT), "xoa", where)) == ["p", "u"]
    assert ids(sifted((PART, UNIT), f"{AT:%d/%m/%Y}", where)) == ["p", "u"]


def test_kinds_leave_the_others_out() -> None:
    assert ids(sifted((PART, UNIT), "", {}, (What.UNIT,))) == ["u"]


def test_a_place_is_told_from_the_plan_inwards() -> None:
    below = Item("i2", Mark.ARABIC, plain("Việc một"))
    body = (Item("i1", Mark.ROMAN, plain("NHIỆM VỤ"), heading=True, children=(below,)),)
    plan = Plan("plan", title=plain("Kiểm soát năm 2030"), body=body, appendices=(Appendix("a", nodes=(Table("t"),)),))
    deleted = (
        gone("x1", What.PARAGRAPH, "", plan_id="plan", under="i2"),
        gone("x2", What.BASIS, "", plan_id="plan", under="plan"),
        gone("x3", What.ROW, "", plan_id="plan", under="t"),
        gone("x4", What.PARAGRAPH, "", plan_id="plan", under="gone"),
        gone("x5", What.SENDING, "", plan_id="plan"),
        gone("x6", What.ROW, "", plan_id="other", under="t2"),
        gone("other", What.PLAN, "Rà soát năm 2029", plan_id="other"),
        UNIT,
    )

    assert places(deleted, {"plan": plan}) == {
        "x1": "Kiểm soát năm 2030 › I. NHIỆM VỤ › 1. Việc một",
        "x2": "Kiểm soát năm 2030",
        "x3": "Kiểm soát năm 2030 › Phụ lục › bảng 1",
        "x4": "Kiểm soát năm 2030 › phần này cũng đã xóa",
        "x5": "Kiểm soát năm 2030",
        "x6": "Rà soát năm 2029 (kế hoạch đã xóa)",
    }


def test_a_long_title_keeps_its_year() -> None:
    plan = Plan("plan", title=plain("Kiểm soát thủ tục hành chính trên địa bàn tỉnh năm 2030"))
    part = gone("x", What.BASIS, "", plan_id="plan", under="plan")

    assert places((part,), {"plan": plan})["x"] == "Kiểm soát thủ tục hành chính… 2030"
