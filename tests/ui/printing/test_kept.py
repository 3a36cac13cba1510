"""An issued paper is printed as the file that the office keeps of it, with what its signatures show."""

from pathlib import Path

from tests.documents.writing.pdf.reading import page_texts
from tests.signatures import SIGNED_AT, office_signs, person, sign
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.changes import Change
from tthc_desktop.models.printing.choices import Extent
from tthc_desktop.ui.life.receiving_signed import receive_signed
from tthc_desktop.ui.life.signed_page import SignedPage
from tthc_desktop.ui.printing.page import PrintPage
from tthc_desktop.ui.printing.saving_pdf import write_chosen
from tthc_desktop.ui.printing.words import AS_KEPT

AT = SIGNED_AT.replace(year=2026)


def issued(hands: Hands, signed: bytes, folder: Path) -> PrintPage:
    """Issue the sample with its signed file, and ask to print it."""
    plan, path = sample_plan(), folder / "da-ky.pdf"
    path.write_bytes(signed)
    hands.window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    receive_signed(hands.window, plan, path)
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SignedPage), timeout=WAIT)
    page = hands.window.page()
    assert isinstance(page, SignedPage)
    page.take.click()
    hands.bot.waitUntil(lambda: hands.window.page().plan_id == plan.id, timeout=WAIT)
    hands.do("print")
    printing = hands.window.page()
    assert isinstance(printing, PrintPage)
    hands.bot.waitUntil(lambda: bool(printing.made), timeout=WAIT)
    return printing


def choose(page: PrintPage, extent: Extent, pages: str) -> None:
    page.form.extent.setCurrentIndex(page.form.extent.findData(extent))
    page.form.pages.setText(pages)
    page.settle()


def until_said(hands: Hands, words: str) -> None:
    hands.bot.waitUntil(lambda: any(words in said for said in hands.said()), timeout=WAIT)


def test_the_signed_file_is_printed_and_saved_as_it_is(hands: Hands, tmp_path: Path) -> None:
    signed = office_signs(sign(render(sample_plan()), person(), "LanhDao", AT), "15", "KH-SCT", AT)
    page = issued(hands, signed, tmp_path)
    assert page.typeface.text() == AS_KEPT
    assert page.form.draft.isHidden()
    assert "Số: 15" in " ".join(page_texts(page.made[0].data)[0].split())
    choose(page, Extent.PAGES, "1")
    write_chosen(hands.window, page, tmp_path / "ra.pdf")
    until_said(hands, "Tệp đã ký chỉ lưu được trọn vẹn")
    assert not (tmp_path / "ra.pdf").exists()
    choose(page, Extent.WHOLE, "")
    write_chosen(hands.window, page, tmp_path / "ra.pdf")
    until_said(hands, "Đã lưu ra.pdf")
    assert (tmp_path / "ra.pdf").read_bytes() == signed
    hands.do("print")
    again = hands.window.page()
    assert isinstance(again, PrintPage)
    assert again.sources[0].kept == signed
    hands.do("undo")
    assert again.sources[0].kept == b""
