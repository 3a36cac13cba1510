"""The print saved with each appendix as a file of its own."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from tests.signatures import person, sign
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf.separate import separate_files
from tthc_desktop.ui.handover.saving_apart import write_apart


def test_the_files_stand_beside_each_other_and_a_signed_one_is_never_replaced(hands: Hands, tmp_path: Path) -> None:
    plan = sample_plan()
    assert not hands.window.commands["pdf_apart"].isEnabled()
    hands.add(plan)
    assert hands.window.commands["pdf_apart"].isEnabled()
    write_apart(hands.window, plan, tmp_path / "ra.pdf")
    hands.bot.waitUntil(lambda: any("Đã lưu 3 tệp PDF" in what for what in hands.said()), timeout=WAIT)
    told = hands.window.messages.bars()[-1]
    assert "Mở thư mục" in {button.text() for button in told.findChildren(QPushButton)}
    files = separate_files(plan, stem="ra")
    assert {path.name: path.read_bytes() for path in tmp_path.glob("ra*")} == {file.name: file.data for file in files}
    signed = tmp_path / "ra - Phụ lục II.pdf"
    signed.write_bytes(sign(files[2].data, person(), "Khac"))
    before = signed.read_bytes()
    write_apart(hands.window, plan, tmp_path / "ra.pdf")
    hands.bot.waitUntil(lambda: any("đã được ký số nên không ghi đè" in what for what in hands.said()), timeout=WAIT)
    assert signed.read_bytes() == before
