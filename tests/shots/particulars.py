"""Pictures of the page Thông tin cơ quan."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tthc_desktop.models.changes import Change
from tthc_desktop.models.particulars import Particulars
from tthc_desktop.models.plan import Signatory
from tthc_desktop.models.unit import Unit
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.particulars.opening import open_particulars

Wait = Callable[[Callable[[], bool]], None]
Screen = Callable[[MainWindow, Wait], QWidget | None]
_LONG = "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính liên thông khu vực phía Bắc"


def first(window: MainWindow, wait: Wait) -> None:
    del wait
    open_particulars(window, first=True)


def filled(window: MainWindow, wait: Wait) -> None:
    """Show the page while it is filled in, with units pasted from a numbered list."""
    page = open_particulars(window, first=True)
    typed = {"parent_agency": "UBND tỉnh Sông Ngân", "agency": "Sở Nội vụ", "place": "Sông Ngân", "symbol": "SNV"}
    for name, words in typed.items():
        page.form.fields[name].setText(words)
    page.form.capacity.setPlainText("Giám đốc")
    page.form.signer.setText("Lê Thị Bình")
    page.units.setPlainText("1. Văn phòng Sở\n2. Thanh tra Sở\n3. Phòng Tổ chức\n4. Phòng Cải cách hành chính")
    wait(lambda: "4 đơn vị" in page.sentence.text())


def overfull(window: MainWindow, wait: Wait) -> None:
    own = Particulars(
        parent_agency=f"UBND TỈNH {_LONG.upper()}",
        agency=_LONG.upper(),
        named=_LONG,
        symbol="TTPVHCCKSTTHC",
        place="Thành phố Hồ Chí Minh",
        signatory=Signatory(("TUQ. CHỦ TỊCH", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC PHỤ TRÁCH"), "Công Tằng Tôn Nữ Thị Bình"),
    )
    units = (Unit(f"u{at}", f"{_LONG} {at}") for at in range(40))
    window.desk.apply(Change("Ghi thông tin cơ quan", ((None, own), *((None, unit) for unit in units))))
    page = open_particulars(window)
    page.units.setPlainText("\n".join(f"{at}. {_LONG} số {at}" for at in range(100, 400)))
    wait(lambda: "300 đơn vị" in page.sentence.text())


PARTICULARS: dict[str, Screen] = {
    "particulars-first": first,
    "particulars": filled,
    "particulars-overfull": overfull,
}
