"""The page before printing, as a clerk uses it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.eyes import leftovers
from tests.ui.hands import WAIT, Hands
from tests.ui.papers import little_plan
from tests.ui.printing.papers import pdf_printer
from tthc_desktop.documents.dots import dots_of
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import DRAFT
from tthc_desktop.models.printing.choices import Extent, Sides
from tthc_desktop.models.skeleton import skeleton
from tthc_desktop.models.text import plain
from tthc_desktop.ui.printing.opening import open_printing
from tthc_desktop.ui.printing.page import PrintPage
from tthc_desktop.ui.printing.saving_pdf import write_chosen, write_several
from tthc_desktop.ui.printing.sources import of_plan, of_ruler

PRINTERS = ("Máy phòng họp", "Máy văn thư")


def asked(hands: Hands, out: Path, *plans: Plan, ready: bool = True) -> PrintPage:
    """Open the page for plans, with printers that write a file, and wait for its pages."""
    sources = [of_plan(plan) for plan in plans]
    page = open_printing(hands.window, sources, PRINTERS, lambda _name: pdf_printer(out, 200))
    if ready:
        wait_for(hands, page)
    return page


def wait_for(hands: Hands, page: PrintPage) -> None:
    hands.bot.waitUntil(lambda: bool(page.made), timeout=WAIT)


def choose(page: PrintPage, extent: Extent, pages: str = "") -> None:
    page.form.extent.setCurrentIndex(page.form.extent.findData(extent))
    page.form.extent.activated.emit(page.form.extent.currentIndex())
    page.form.pages.setText(pages)
    page.settle()


def choose_sides(page: PrintPage, sides: Sides) -> None:
    page.form.sides.setCurrentIndex(page.form.sides.findData(sides))
    page.form.sides.activated.emit(page.form.sides.currentIndex())


def press(hands: Hands, key: Qt.Key, beside: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    hands.window.activateWindow()
    hands.bot.waitUntil(hands.window.isActiveWindow)
    QTest.keyClick(hands.window.focusWidget(), key, beside)


def printed_pages(out: Path) -> int:
    with dots_of(out.read_bytes()) as file:
        return file.pages


def until_said(hands: Hands, words: str) -> None:
    hands.bot.waitUntil(lambda: any(words in said for said in hands.said()), timeout=WAIT)


def test_enter_and_the_keys_are_enough(hands: Hands, tmp_path: Path) -> None:
    hands.add(little_plan())
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    assert hands.window.focusWidget() is page.form.printer
    assert page.take.text() == "In 2 trang"
    assert page.sentence.text() == "In 2 trang: 2 tờ A4."
    press(hands, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    until_said(hands, "Đã gửi 2 trang tới máy in.")
    assert printed_pages(tmp_path / "in.pdf") == 2
    assert page not in hands.window.all_pages()


def test_the_menu_asks_about_the_plan_in_front(hands: Hands) -> None:
    hands.add(little_plan())
    hands.do("print")
    page = hands.window.page()
    assert isinstance(page, PrintPage)
    wait_for(hands, page)
    assert page.form.printer.currentText() == "Máy này chưa có máy in nào"
    assert not page.take.isEnabled()
    assert page.save.isEnabled()
    press(hands, Qt.Key.Key_Escape)
    assert page not in hands.window.all_pages()


def test_parts_and_ranges_are_printed(hands: Hands, tmp_path: Path) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    choose(page, Extent.BODY)
    assert page.job is not None
    assert page.job.chosen == ((0,),)
    choose(page, Extent.PAGES, "2")
    assert (page.job.chosen, page.take.text()) == (((1,),), "In 1 trang")
    assert page.pages.pages == 1
    choose(page, Extent.PAGES, "3")
    assert not page.take.isEnabled()
    assert page.sentence.text().startswith("Không có trang 3: bản in có 2 trang.")


def test_the_table_of_contents_comes_with_the_paper_without_its_appendices(hands: Hands, tmp_path: Path) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    page.form.contents.setChecked(True)
    assert not page.take.isEnabled()
    wait_for(hands, page)
    choose(page, Extent.BODY)
    assert page.job is not None
    assert page.job.chosen == ((0, 2),)


def test_what_is_typed_is_taken_after_a_pause(hands: Hands, tmp_path: Path) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    choose(page, Extent.PAGES, "1")
    page.form.pages.setFocus()
    QTest.keyClicks(page.form.pages, "-")
    hands.bot.waitUntil(lambda: page.take.text() == "In 2 trang", timeout=WAIT)


def test_several_plans_are_one_job_each_on_a_front(hands: Hands, tmp_path: Path) -> None:
    other = replace(little_plan(), id="p2", title=plain("Rà soát năm 2031"), appendices=())
    page = asked(hands, tmp_path / "in.pdf", other, little_plan(), replace(other, id="p3"))
    choose_sides(page, Sides.LONG_EDGE)
    page.form.copies.setValue(2)
    assert page.form.extent.findData(Extent.PAGES) < 0
    assert page.sentence.text() == "In 4 trang của 3 văn bản, 2 bản, hai mặt: 6 tờ A4."
    page.take.click()
    until_said(hands, "Đã gửi 8 trang tới máy in.")
    assert printed_pages(tmp_path / "in.pdf") == 12


def test_backs_wait_for_the_paper_to_be_turned(hands: Hands, tmp_path: Path) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    choose_sides(page, Sides.BY_HAND)
    page.take.click()
    until_said(hands, "Đã gửi mặt trước của 1 tờ; còn mặt sau.")
    assert page.take.text() == "In mặt sau (1 tờ)"
    page.take.click()
    until_said(hands, "Đã gửi 1 trang tới máy in.")
    assert page not in hands.window.all_pages()


def test_what_the_printer_cannot_do_is_said_before_paper_is_spent(hands: Hands, tmp_path: Path) -> None:
    out = tmp_path / "in.pdf"
    page = asked(hands, out, little_plan())
    assert page.warned() == ()
    coarse = pdf_printer(out, 72)
    page.print_on(coarse)
    assert page.take.text() == "Vẫn in 2 trang"
    assert "72 điểm/inch" in page.warned()[0]
    assert page.warnings.isVisibleTo(page)
    assert not out.exists()
    page.print_on(coarse)
    until_said(hands, "Đã gửi 2 trang")


def test_a_job_is_given_up_with_a_word_on_what_went(hands: Hands, tmp_path: Path) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    page.form.copies.setValue(300)
    page.take.click()
    until_said(hands, "Đang in “")
    bar = hands.window.messages.bars()[-1]
    (stop,) = [each for each in bar.findChildren(QWidget) if each.accessibleName() == "Thôi in"]
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    until_said(hands, "Đã thôi in.")
    assert page in hands.window.all_pages()


def test_the_choices_of_the_last_time_are_there(hands: Hands, tmp_path: Path) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    page.form.printer.setCurrentIndex(1)
    page.form.draft.setChecked(True)
    wait_for(hands, page)
    choose(page, Extent.BODY)
    choose_sides(page, Sides.SHORT_EDGE)
    page.form.copies.setValue(3)
    page.take.click()
    until_said(hands, "tới máy in.")
    again = asked(hands, tmp_path / "in.pdf", little_plan())
    choices = again.form.choices()
    assert again.form.printer_name() == PRINTERS[1]
    assert (choices.extent, choices.sides, choices.form.draft) == (Extent.BODY, Sides.SHORT_EDGE, DRAFT)
    assert (choices.copies, choices.pages) == (1, "")


def test_settings_that_make_no_sense_are_passed_over(hands: Hands, tmp_path: Path) -> None:
    for name in ("extent", "sides", "on-a4", "draft", "contents", "printer"):
        hands.window.memory.setValue(f"print/{name}", "Ω")
    choices = asked(hands, tmp_path / "in.pdf", little_plan()).form.choices()
    assert (choices.extent, choices.sides, choices.on_a4, choices.form.draft) == (Extent.WHOLE, Sides.ONE, False, "")


def test_a_plan_that_changes_is_printed_as_it_is_now(hands: Hands, tmp_path: Path) -> None:
    plan = hands.add(little_plan()).plan
    page = asked(hands, tmp_path / "in.pdf", plan)
    after = replace(plan, title=plain("Rà soát năm 2031"))
    hands.window.desk.apply(Change("Đổi trích yếu", ((plan, after),)))
    assert page.sources[0].title == "Rà soát năm 2031"
    wait_for(hands, page)
    hands.window.desk.apply(Change("Xóa", ((after, None),)))
    assert page not in hands.window.all_pages()


def test_plans_are_chosen_in_the_list(hands: Hands) -> None:
    plans = [little_plan(), replace(skeleton(), id="p2", title=plain("Rà soát năm 2031"))]
    for plan in plans:
        hands.window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    hands.do("home")
    view = hands.window.start.view
    assert view is not None
    view.setCurrentIndex(view.plans.index(0))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [action.text() for action in view.menu_of(view.currentIndex()).actions() if "In" in action.text()] == [
        "In 2 văn bản đã chọn…"
    ]
    hands.do("print")
    page = hands.window.page()
    assert isinstance(page, PrintPage)
    assert {source.plan_id for source in page.sources} == {"p1", "p2"}
    assert page.title() == "In 2 văn bản"
    wait_for(hands, page)


def test_ctrl_and_a_click_choose_a_plan_without_opening_it(hands: Hands) -> None:
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, little_plan()),)))
    hands.do("home")
    view = hands.window.start.view
    assert view is not None
    at = view.visualRect(view.plans.index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at)
    assert hands.window.page() is hands.window.start
    assert hands.window.start.chosen_plans() == ("p1",)


@pytest.mark.parametrize(("extent", "pages", "count"), [(Extent.WHOLE, "", 2), (Extent.PAGES, "2", 1)])
def test_a_file_holds_what_is_chosen(hands: Hands, tmp_path: Path, extent: Extent, pages: str, count: int) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    choose(page, extent, pages)
    whole = page.made[0].data
    write_chosen(hands.window, page, tmp_path / "ra.pdf")
    until_said(hands, "Đã lưu ra.pdf")
    assert printed_pages(tmp_path / "ra.pdf") == count
    assert ((tmp_path / "ra.pdf").read_bytes() == whole) is (count == 2)


def test_several_files_go_into_a_folder_and_take_no_name_that_is_there(hands: Hands, tmp_path: Path) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan(), replace(little_plan(), id="p2"))
    choose(page, Extent.BODY)
    folder = tmp_path / "ra"
    folder.mkdir()
    write_several(hands.window, page, folder)
    until_said(hands, "Đã lưu 2 tệp PDF")
    names = sorted(path.name for path in folder.iterdir())
    stem = "Kiểm soát thủ tục hành chính năm 2030"
    assert names == [f"{stem} (2).pdf", f"{stem}.pdf"]
    assert [printed_pages(folder / name) for name in names] == [1, 1]


def test_the_page_with_rulers_is_printed(hands: Hands, tmp_path: Path) -> None:
    page = open_printing(hands.window, [of_ruler()], PRINTERS, lambda _name: pdf_printer(tmp_path / "in.pdf"))
    wait_for(hands, page)
    assert page.form.draft.isHidden()
    assert page.form.contents.isHidden()
    page.take.click()
    until_said(hands, "Đã gửi 1 trang tới máy in.")


def test_the_page_fits_a_small_screen_and_speaks_vietnamese(hands: Hands, tmp_path: Path) -> None:
    hands.window.resize(1366, 700)
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    page.warn(["Máy in không in được 12,5 mm sát mép trên giấy: trang 2-3 sẽ mất tới 2,5 mm ở mép đó."] * 3)
    assert hands.window.width() <= 1366
    assert hands.window.height() <= 768
    assert page.typeface.text().startswith("Phông chữ: ")
    assert not leftovers(page) - {page.typeface.text()}


def test_tab_reaches_every_choice(hands: Hands, tmp_path: Path) -> None:
    page = asked(hands, tmp_path / "in.pdf", little_plan())
    wanted = {page.form.printer, page.form.extent, page.form.copies, page.form.sides, page.form.draft}
    wanted |= {page.form.contents, page.system, page.save, page.take, page.leave_it, page.pages}
    reached: set[QWidget] = set()
    hands.window.activateWindow()
    page.form.printer.setFocus()
    for _ in range(40):
        focus = hands.window.focusWidget()
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert wanted <= reached
