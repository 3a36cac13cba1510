"""Pictures of the regimes of reporting."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from tthc_desktop.documents.reporting_regimes import known_regimes
from tthc_desktop.models.changes import Change
from tthc_desktop.models.reporting.cutoff_words import Part
from tthc_desktop.models.reporting.regimes import Cutoff, Regime
from tthc_desktop.models.spans import SpanKind
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.regimes.page import RegimesPage

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
_LONG = "Chế độ báo cáo của tỉnh theo quyết định về phân công, phân cấp công tác kiểm soát thủ tục hành chính " * 3
_OWN = Regime(
    "own",
    _LONG.strip(),
    date(2026, 3, 1),
    bases=tuple(f"Căn cứ Quyết định số {at}/2026/QĐ-UBND ngày 15 tháng 01 năm 2026 của UBND tỉnh" for at in range(9)),
    addressees=("Văn phòng UBND tỉnh", "Sở Tư pháp"),
    recipients=("Như trên", "Ban Giám đốc", "Các phòng, đơn vị thuộc Sở"),
    forms=("Biểu số II.06a/VPCP/KSTT: Tình hình, kết quả giải quyết TTHC tại cơ quan, đơn vị trực tiếp giải quyết",),
    cutoffs=(Cutoff(SpanKind.MONTH, 1, 20, 19, None, 3), Cutoff(SpanKind.HALF_YEAR, 1, 15, 31, 25)),
)


def regimes(window: MainWindow, wait: Wait) -> None:
    del wait
    window.commands["regimes"].trigger()


def regimes_own(window: MainWindow, wait: Wait) -> None:
    """Show one of the program that the office has changed, a cell of its periods open."""
    own = replace(known_regimes()[-1], addressees=("Sở Tư pháp",), recipients=("Như trên", "Lưu: VT, KSTT"))
    window.desk.apply(Change("Sửa chế độ báo cáo", ((None, own),)))
    window.commands["regimes"].trigger()
    page = window.page()
    assert isinstance(page, RegimesPage)
    page.editor.periods.go_to("quarter", Part.DUE, edit=True)
    cells = page.editor.periods.cells
    assert cells.editor is not None
    cells.editor.setText("sau 5 ngày làm việc")
    cells.editor.textEdited.emit("sau 5 ngày làm việc")
    wait(lambda: "hạn gửi 25" not in page.editor.periods.periods.kept[1].example)


def regimes_overfull(window: MainWindow, wait: Wait) -> None:
    del wait
    more = [replace(_OWN, id=f"own{at}", start=date(2027 + at, 1, 1)) for at in range(20)]
    window.desk.apply(Change("Thêm chế độ báo cáo", tuple((None, one) for one in (_OWN, *more))))
    window.commands["regimes"].trigger()
    page = window.page()
    assert isinstance(page, RegimesPage)
    page.show_regime(_OWN.id)


REGIMES: dict[str, Screen] = {
    "regimes": regimes,
    "regimes-own": regimes_own,
    "regimes-overfull": regimes_overfull,
}
