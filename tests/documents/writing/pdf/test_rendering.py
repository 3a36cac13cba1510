"""The file: same bytes, places, document information, characters that no font has."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest
from pypdf import PdfReader

from tests.documents.writing.pdf.building import (
    TASK_COLUMNS,
    fresh,
    group,
    item,
    make_plan,
    plain_row,
    task_table,
    with_table,
)
from tests.documents.writing.pdf.reading import page_texts
from tthc_desktop.documents.writing.pdf import Rendered, render, rendered
from tthc_desktop.documents.writing.pdf.flow import FOOT, HEAD
from tthc_desktop.errors import UserError
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items
from tthc_desktop.models.plan import Appendix, Basis, Item, Line, Plan, Recipient, Signatory
from tthc_desktop.models.table import Role, Table
from tthc_desktop.models.text import Run, Text, plain

_HASHED = """
import hashlib
from tests.documents.writing.pdf.test_rendering import sample
from tthc_desktop.documents.writing.pdf import render
print(hashlib.sha256(render(sample())).hexdigest())
"""


def sample() -> Plan:
    table, tasks = task_table(Random(2), 60)
    return replace(with_table(table, tasks), body=(item(Mark.ROMAN, "NỘI DUNG ạ ấ ầ", table, heading=True),))


def test_same_plan_gives_the_same_bytes_in_any_order_and_process() -> None:
    plan = sample()
    first = render(plan)
    render(make_plan(item(Mark.NONE, "zyx ỹ ỷ ỳ")))
    assert render(plan) == first
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        other = subprocess.run(
            [sys.executable, "-c", _HASHED], env=environment, capture_output=True, text=True, check=True
        )
        assert other.stdout.strip() == hashlib.sha256(first).hexdigest()


def test_every_part_has_its_page() -> None:
    plan = sample()
    found: Rendered = rendered(plan)
    texts = page_texts(found.data)
    assert found.pages == len(texts)
    expected = {basis.id for basis in plan.bases} | {recipient.id for recipient in plan.recipients}
    expected |= {part.id for part, _ in items(plan.body)} | {appendix.id for appendix in plan.appendices}
    table = plan.appendices[0].nodes[0]
    assert isinstance(table, Table)
    expected |= {table.id, HEAD, FOOT} | {row.id for row in table.rows}
    assert set(found.places) == expected
    assert "Phụ lục" in texts[found.places[plan.appendices[0].id][0]]
    for page, y in found.places.values():
        assert 0 <= page < found.pages
        assert 50 < y < 842


def test_places_follow_the_order_of_the_text() -> None:
    plan = make_plan(*(item(Mark.ARABIC, f"Việc {at}") for at in range(80)))
    found = rendered(plan).places
    placed = [found[node.id] for node in plan.body]
    assert placed == sorted(placed)


def test_document_information_is_vietnamese() -> None:
    reader = PdfReader(BytesIO(render(make_plan(title=plain("Rà soát\nthủ tục (KH&CN)")))))
    assert reader.metadata is not None
    assert reader.metadata.title == "KẾ HOẠCH Rà soát thủ tục (KH&CN)"
    assert reader.metadata.author == "Sở Khoa học và Công nghệ"
    assert str(reader.root_object["/Lang"]) == "vi-VN"


BAD = plain("a中")
LETTER, DECIMAL = Item("i", Mark.LETTER, BAD), Item("i", Mark.DECIMAL, BAD)
LABELLED = Item("i", Mark.ARABIC, plain("z"), lines=(Line(Role.FREE, "Nơi gửi", words=BAD),))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"title": BAD}, "Tên loại và trích yếu"),
        ({"bases": (Basis("b", plain("x")), Basis("c", BAD))}, "Căn cứ thứ 2"),
        ({"signatory": Signatory(("A",), "中")}, "Chức vụ và họ tên người ký"),
        ({"recipients": (Recipient("r", "中"),)}, "Nơi nhận, dòng 1"),
        ({"appendices": (Appendix("p"), Appendix("q", BAD))}, "Tên Phụ lục II"),
        ({"body": (item(Mark.NONE, "x"), Item("i", Mark.NONE, BAD))}, "Phần nội dung, đoạn thứ 2"),
        ({"body": (item(Mark.ROMAN, "x", item(Mark.ARABIC, "y", LETTER)),)}, "Phần nội dung, mục I.1.a"),
        ({"body": (item(Mark.ARABIC, "y", DECIMAL),)}, "Phần nội dung, mục 1.1"),
        ({"body": (LABELLED,)}, "Phần nội dung, mục 1, dòng “Nơi gửi”"),
    ],
)
def test_character_without_a_shape_is_named_with_its_place(change: dict[str, object], place: str) -> None:
    with pytest.raises(UserError) as caught:
        render(replace(make_plan(), **change))  # type: ignore[arg-type]
    assert caught.value.what == f"{place}: ký tự “中” (U+4E2D) không có trong phông chữ nên không in được."
    assert caught.value.advice


def test_cells_are_named_by_row_and_column() -> None:
    row = plain_row(TASK_COLUMNS, ["", "a", "b", "c", "中"])
    table = Table(fresh(), TASK_COLUMNS, (group("x"), row))
    with pytest.raises(UserError, match="Phụ lục, hàng 2, cột Sản phẩm: "):
        render(with_table(table))
    with pytest.raises(UserError, match="Phần nội dung, mục I, bảng 1, hàng 2, cột Sản phẩm: "):
        render(make_plan(item(Mark.ROMAN, "x", table)))
    with pytest.raises(UserError, match="Phụ lục, bảng 2, hàng 1: "):
        render(make_plan(appendices=(Appendix("p", nodes=(Table("t"), Table("u", TASK_COLUMNS, (group("中"),)))),)))


def test_control_character_has_no_sign_to_show() -> None:
    with pytest.raises(UserError, match=r"đoạn thứ 1: ký tự \(U\+0001\) không có"):
        render(make_plan(Item("i", Mark.NONE, Text((Run("a\x01"),)))))


def test_more_than_256_characters_of_one_face() -> None:
    letters = "".join(map(chr, range(0x100, 0x250)))
    plan = make_plan(item(Mark.NONE, " ".join(letters) + " hết"))
    assert "".join(letters) in "".join("".join(page_texts(render(plan))).split())
