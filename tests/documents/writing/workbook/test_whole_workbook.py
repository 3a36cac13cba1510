"""All that an office keeps stands in one workbook, and its plans come back from it."""

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
from tthc_desktop.models.progress.values import Field, Origin, Progress, Said
from tthc_desktop.models.unit import Unit, UnitKind

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


def test_registers_and_progress_are_listed() -> None:
    book = opened(office())
    first, gone = lines(book, "Tiến độ")
    assert first[2:6] == ("Văn phòng Sở", "Hoàn thành", "100", "=báo cáo")
    assert "vp.xlsx, trang “Bảng”" in str(first[-1])
    assert "Tình trạng: H7" in str(first[-1])
    assert gone[:3] == ("(đã xóa)",) * 3
    assert book["Tiến độ"]["F4"].data_type == "s"
    assert lines(book, "Đơn vị")[0] == ("Văn phòng Sở", "VP", "Văn phòng\nVăp phòng Sở", "Thuộc cơ quan", None)
    assert lines(book, "Đơn vị")[1][4] == "Văn phòng Sở"
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
