"""A plan printed in the window, signed by two people outside, and taken back: issued, locked, told who signed."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.flows.paper import PAPER
from tests.signatures import STAMPED_AT, Mark, office_signs, person, sign
from tests.ui.hands import WAIT, Hands
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office
from tthc_desktop.ui.life.receiving_signed import receive_signed
from tthc_desktop.ui.life.signed_page import SignedPage


def test_a_print_goes_out_and_comes_back_signed(hands: Hands, tmp_path: Path, office_path: Path) -> None:
    page = hands.add(read_text(PAPER).plan)
    head = page.plan.header
    printed = hands.save_pdf(tmp_path / "in.pdf")
    at = STAMPED_AT.replace(day=head.day or 9, month=head.month or 1, year=head.year or 2030)
    led = sign(printed, person(), "LanhDao", at, Mark("Lò Thị Mẫu", (380, 130, 480, 150)))
    back = office_signs(led, head.number or "27", head.symbol or "KH-SNV", at)
    (tmp_path / "ve.pdf").write_bytes(back)

    receive_signed(hands.window, hands.page.plan, tmp_path / "ve.pdf")
    hands.bot.waitUntil(lambda: isinstance(hands.window.page(), SignedPage), timeout=WAIT)
    signed = hands.window.page()
    assert isinstance(signed, SignedPage)
    assert "đúng như bản in" in signed.sentence.text(), signed.sentence.text()
    assert next(signed.tree.choices.leaves()).words.startswith("Lò Thị Mẫu")
    QTest.mouseClick(signed.take, Qt.MouseButton.LeftButton)

    hands.bot.waitUntil(hands.page.lock_bar.signers.isVisible, timeout=WAIT)
    assert "Lò Thị Mẫu" in hands.page.lock_bar.signers.text()
    assert any("bản đã ký được giữ nguyên vẹn" in said for said in hands.said())
    plan_id = hands.page.plan_id
    hands.window.close()
    with Office.open(office_path) as office:
        plan = office.plans[plan_id]
        assert plan.stage is Stage.ISSUED
        assert plan.issue is not None
        assert plan.header.number == plan.issue.number == (head.number or "27")
        assert plan.issue.pdf == sha256(back).hexdigest()
        assert office.kept_file(plan.issue.pdf) == back == (tmp_path / "ve.pdf").read_bytes()
