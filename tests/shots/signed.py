"""Pictures of signed PDFs beside the plans that they issue, really signed."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas

from tests.signatures import SIGNED_AT, Mark, appended, office_signs, person, sign
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import render
from tthc_desktop.models.changes import Change
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import plain
from tthc_desktop.ui.life.receiving_signed import receive_signed
from tthc_desktop.ui.life.signed_page import SignedPage
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.plan.page import PlanPage

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
SYMBOL = "KH-SCT"


AT = SIGNED_AT.replace(year=2026)
"""The sample is a plan of that month."""


def signed_print(plan: Plan, symbol: str = SYMBOL) -> bytes:
    """Return the print of a plan with the signatures of a leader and of the office."""
    led = sign(render(plan), person(), "LanhDao", AT, Mark("Lò Thị Mẫu", (380, 130, 480, 150), 3))
    return office_signs(office_signs(led, "15", symbol, AT), "15", symbol, AT, page=4, field="PhuLuc")


def _show(window: MainWindow, wait: Wait, plan: Plan, data: bytes) -> SignedPage:
    window.desk.apply(Change("Thêm kế hoạch", ((None, plan),)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "KH-15-da-ky-so.pdf"
        path.write_bytes(data)
        receive_signed(window, plan, path)
        wait(lambda: isinstance(window.page(), SignedPage))
    page = window.page()
    assert isinstance(page, SignedPage)
    wait(page.pages.is_up_to_date)
    return page


def signed_good(window: MainWindow, wait: Wait) -> None:
    """Show one that says what the plan says, its second signature looked at."""
    plan = sample_plan()
    page = _show(window, wait, plan, signed_print(plan))
    signatures = page.tree.choices.index(page.tree.choices.rowCount() - 1, 0)
    page.tree.setCurrentIndex(page.tree.choices.index(1, 0, signatures))


def signed_differing(window: MainWindow, wait: Wait) -> None:
    """Show one in which words differ from the plan."""
    plan = sample_plan()
    other = replace(
        plan,
        bases=plan.bases[:-1],
        recipients=plan.recipients[:-1],
        title=plain("Kiểm soát thủ tục hành chính quý I năm 2026"),
    )
    page = _show(window, wait, plan, signed_print(other, "KH-STP"))
    differing = page.tree.choices.index(1, 0)
    page.tree.setCurrentIndex(page.tree.choices.index(1, 0, differing))
    wait(page.pages.is_up_to_date)


def signed_changed(window: MainWindow, wait: Wait) -> None:
    """Show one that was changed after it was signed."""
    plan = sample_plan()
    _show(window, wait, plan, appended(signed_print(plan)))


def signed_scan(window: MainWindow, wait: Wait) -> None:
    """Show a signed scan."""
    out = BytesIO()
    page = Canvas(out)
    page.rect(80, 60, 430, 700)
    page.save()
    _show(window, wait, sample_plan(), office_signs(out.getvalue(), "15", SYMBOL, AT))


def signed_issued(window: MainWindow, wait: Wait) -> None:
    """Show the plan that was issued with one, its signers told above it."""
    plan = sample_plan()
    page = _show(window, wait, plan, signed_print(plan))
    page.take.click()
    wait(lambda: isinstance(window.page(), PlanPage))
    issued = window.page()
    assert isinstance(issued, PlanPage)
    wait(lambda: issued.lock_bar.signers.isVisible() and issued.preview.shown is issued.plan)


SIGNED: dict[str, Screen] = {
    "signed-good": signed_good,
    "signed-differing": signed_differing,
    "signed-changed": signed_changed,
    "signed-scan": signed_scan,
    "signed-issued": signed_issued,
}
