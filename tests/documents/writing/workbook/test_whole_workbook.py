"""All that an office keeps stands in one workbook, and its plans come back from it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.documents.books import book_of
from tests.documents.own_plans import same
from tests.documents.writing.pdf.building import item, make_plan
from tthc_desktop.documents.reading.sheets.own.plans import own_plans
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.workbook import whole_book, whole_workbook
from tthc_desktop.models.copying import copy_plan
from tthc_desktop.models.editing.life import keep_version
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.legal import LegalDocument
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Period
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said
from tthc_desktop.models.unit import FormerName, Unit, UnitKind

AT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


def office() -> Holdings:
    """Return an office with two plans, a kept version, two units, two documents, and what a unit has said."""
    one = sample_plan()
    two = copy_plan(one)
    version = keep_version(one, "Trình lần đầu", AT)
    unit = Unit("u1", "Văn phòng Sở", "VP", ("Văn phòng", "Văp phòng Sở"))
    every = Unit("u2", "Các phòng", kind=UnitKind.COLLECTIVE, members=("u1",))
    work = next(iter(one.tasks))
    said = {
        Field.STATUS: Said("Hoàn thành", Origin("vp.xlsx", "Bảng", "H7", AT)),
        Field.RESULT: Said("=báo cáo", Origin("vp.xlsx", "Bảng", "J7", AT)),
        Field.PERCENT: Said("100"),
    }
    old = LegalDocument("l1", "Nghị định", "63/2010/NĐ-CP", "Chính phủ", date(2010, 6, 8), "về kiểm soát", "l2")
    return Holdings(
        {plan.id: plan for plan in (one, version, two)},
        {"l1": old, "l2": LegalDocument("l2", "Luật", title="Luật mới")},
        {unit.id: unit, every.id: every},
        {"p1": Progress("p1", one.id, work, "u1", said), "p2": Progress("p2", "gone", "gone", "gone")},
    )


def opened(holdings: Holdings) -> Workbook:
    return openpyxl.load_workbook(BytesIO(whole_workbook(holdings)))


def lines(book: Workbook, name: str) -> list[tuple[object, ...]]:
    """Return the lines of a list below its headings."""
    return list(book[name].iter_rows(min_row=4, values_only=True))


def test_an_old_plan_calls_a_unit_as_it_did_and_the_register_tells_why() -> None:
    holdings = office()
    unit = replace(
        holdings.units["u1"], name="Văn phòng Tổng hợp", former=(FormerName("Văn phòng Sở", until=date(2026, 12, 31)),),
        valid_from=date(2020, 1, 1),
    )  # fmt: skip
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    plans = {plan.id: replace(plan, period=year) for plan in holdings.plans.values()}
    book = opened(replace(holdings, plans=plans, units={**holdings.units, "u1": unit}))
    assert lines(book, "Tiến độ")[0][2] == "Văn phòng Sở"
    told = lines(book, "Đơn vị")[0]
    assert told[0] == "Văn phòng Tổng hợp"
    assert str(told[4]).startswith("2020-01-01")
    assert told[6] == "đến 31/12/2026 là Văn phòng Sở"


def test_registers_and_progress_are_listed() -> None:
    book = opened(office())
    first, gone = lines(book, "Tiến độ")
    assert first[2:6] == ("Văn phòng Sở", "Hoàn thành", "100", "=báo cáo")
    assert "vp.xlsx, trang “Bảng”" in str(first[-1])
    assert "Tình trạng: H7" in str(first[-1])
    assert gone[:3] == ("(đã xóa)",) * 3
    assert book["Tiến độ"]["F4"].data_type == "s"
    names = ("Văn phòng Sở", "VP", "Văn phòng\nVăp phòng Sở", "Thuộc cơ quan")
    assert lines(book, "Đơn vị")[0] == (*names, None, None, None, None)
    assert lines(book, "Đơn vị")[1][7] == "Văn phòng Sở"
    decree = lines(book, "Căn cứ")[0]
    assert decree[:2] == ("Nghị định", "63/2010/NĐ-CP")
    assert decree[3] == datetime(2010, 6, 8)  # noqa: DTZ001
    assert decree[5] == "Luật Luật mới"


def test_every_plan_but_kept_versions_is_there_and_comes_back() -> None:
    holdings = office()
    data = whole_workbook(holdings)
    one, _, two = holdings.plans.values()
    found = own_plans(book_of(data))
    assert [own.exported_from for own in found] == [one.id, two.id]
    for plan, own in zip((one, two), found, strict=True):
        assert same(plan, own)
    overview = lines(openpyxl.load_workbook(BytesIO(data)), "Tổng quan")
    assert [line[0] for line in overview] == ["1", "2"]
    assert "1. Phụ lục I; " in str(overview[0][-1])


def test_plans_beyond_what_a_workbook_bears_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_book, "MOST_SHEETS", 4)
    book = opened(office())
    assert "2. Phụ lục I" not in book.sheetnames
    assert "Hãy xuất riêng" in str(lines(book, "Tổng quan")[1][-1])


def test_an_empty_office_and_a_plan_without_tables() -> None:
    book = opened(Holdings())
    assert book.sheetnames == ["Tổng quan", "Tiến độ", "Đơn vị", "Căn cứ", "tthc"]
    assert [book[name]["A4"].value for name in book.sheetnames[:-1]] == ["Chưa có dòng nào."] * 4
    plan = make_plan(item(Mark.ROMAN, "MỤC ĐÍCH"))
    assert len(lines(opened(Holdings({plan.id: plan})), "Tổng quan")) == 1
