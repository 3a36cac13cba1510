"""The page that measures a print: what each rule says, the place framed, and any PDF instead of the plan's print."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import is_control, leftovers, name_aloud
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.decree import rules
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.measuring import Verdict
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.checking_print.page import CheckPrintPage
from tthc_desktop.ui.checking_print.words import Key


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sample_plan()


@pytest.fixture(scope="module")
def wide(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a print whose second page has another size."""
    path = tmp_path_factory.mktemp("prints") / "in rộng.pdf"
    plain = path.with_suffix(".in")
    plain.write_bytes(render(plan))
    with pikepdf.open(plain) as document:
        document.pages[1].MediaBox = [0, 0, 700, 842]
        document.save(path)
    return path


def opened(hands: Hands, plan: Plan) -> CheckPrintPage:
    hands.add(plan)
    hands.do("check_print")
    page = hands.window.page()
    assert isinstance(page, CheckPrintPage)
    wait_made(hands, page)
    return page


def test_parts_that_every_paper_has_are_missed(hands: Hands, plan: Plan) -> None:
    header, signatory = replace(plan.header, parent_agency="", agency=""), replace(plan.signatory, name="")
    page = opened(hands, replace(plan, header=header, signatory=signatory))
    said = page.told_line.text()
    assert said.startswith("Cả ")
    assert said.endswith("Văn bản còn thiếu: Cơ quan ban hành, Họ tên người ký.")


def wait_made(hands: Hands, page: CheckPrintPage) -> None:
    hands.bot.waitUntil(lambda: page.made is not None, timeout=WAIT)


def groups(page: CheckPrintPage) -> list[str]:
    model = page.tree.choices
    return [model.choice(model.index(row, 0)).words for row in range(model.rowCount())]


def test_the_print_of_a_plan_keeps_every_rule(hands: Hands, plan: Plan) -> None:
    page = opened(hands, plan)
    QAbstractItemModelTester(page.tree.choices)
    assert page.told_line.text().startswith("Cả ")
    assert page.told_line.text().endswith(f"đều đúng {rules().short}.")
    assert groups(page)[0] == "Trang giấy"
    assert groups(page)[-1] == "Văn bản này không có"
    margin = next(one for one in page.tree.choices.leaves() if one.words.startswith("Lề trái"))
    page.tree.go_to(margin)
    assert "từ 30 đến 35 mm" in page.rule_line.text()
    assert rules().measures["margin_left"].clause in page.rule_line.text()
    assert leftovers(page) == set()
    assert all(name_aloud(each) for each in page.findChildren(QWidget) if is_control(each))


def test_a_file_is_measured_and_what_is_wrong_is_framed(hands: Hands, plan: Plan, wide: Path) -> None:
    page = opened(hands, plan)
    assert not page.own.isVisible()
    page.check_file(wide)
    wait_made(hands, page)
    assert "chưa đúng" in page.told_line.text()
    assert groups(page)[0] == "Chưa đúng"
    assert page.made is not None
    first = page.tree.choices.choice(page.tree.currentIndex())
    assert isinstance(first.key, Key)
    one = page.made.found.results[first.key.rule]
    assert (one.rule, one.verdict) == ("paper_size", Verdict.BROKEN)
    assert list(page.pages.framed) == [1]
    assert "khổ giấy 247 × 297 mm" in page.rule_line.text()
    assert page.title() == "Thể thức: in rộng.pdf"
    page.own.click()
    wait_made(hands, page)
    assert page.told_line.text().startswith("Cả ")


def test_a_file_that_is_no_pdf_is_told_and_the_print_can_be_measured_again(
    hands: Hands, plan: Plan, tmp_path: Path
) -> None:
    page = opened(hands, plan)
    (tmp_path / "a.pdf").write_text("chữ", encoding="utf-8")
    page.check_file(tmp_path / "a.pdf")
    hands.bot.waitUntil(lambda: "không phải là tệp PDF" in page.told_line.text(), timeout=WAIT)
    assert page.tree.choices.rowCount() == 0
    assert page.own.isVisible()


def test_the_command_brings_the_page_back_and_it_leaves_with_its_plan(hands: Hands, plan: Plan) -> None:
    page = opened(hands, plan)
    hands.window.desk.open_plan(plan.id)
    hands.do("check_print")
    assert hands.window.page() is page
    hands.window.desk.open_plan(plan.id)
    hands.do("delete")
    hands.bot.waitUntil(lambda: page not in hands.window.all_pages(), timeout=WAIT)
