"""The pictures of the user guide, each a screen of this package: `python3 dev.py pictures [NAME …]` takes them anew.

They are kept in `resources/guide/pictures`, small, together with the words that each shows (`WORDS`). A test draws the
screens again and holds their words against these: so a picture is known to be out of date without comparing pixels,
which differ from one computer to another.
"""

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from PySide6.QtCore import QBuffer, QEvent, QSettings, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView, QLabel, QLineEdit, QTabBar, QWidget

from tests.shots.screens import SCREENS, Wait
from tests.shots.taking import wait
from tthc_desktop.documents.guide import picture
from tthc_desktop.ui import app, look, today
from tthc_desktop.ui.language import speak_vietnamese
from tthc_desktop.ui.main_window import MainWindow
from tthc_desktop.ui.opening import load_page_fonts, open_office
from tthc_desktop.ui.singletons import hold_for_ever

WORDS = Path(__file__).resolve().parents[1] / "data" / "guide" / "pictures.json"
MORNING = datetime(2026, 6, 17, 8, 5, tzinfo=UTC)
SIZE = (1120, 700)
COLOURS = 128
_CHANGES = re.compile(r"(?<![F\d])\d|.{60}")
"""What a count, a clock or a sentence about what is shown looks like; a key such as F1 is none of these."""


class Shot(NamedTuple):
    """What a picture shows: a screen of this package, the whole window or only its page."""

    screen: str
    whole: bool = False
    size: tuple[int, int] = SIZE


PICTURES = {
    "trang-dau": Shot("start-full", whole=True),
    "co-quan": Shot("particulars", size=(1180, 760)),
    "nhap-van-ban": Shot("review-pages"),
    "nhap-thu-muc": Shot("several-full"),
    "lap-moi": Shot("new-plan"),
    "nam-truoc": Shot("roll-forward"),
    "viet-van-ban": Shot("plan-text", whole=True, size=(1240, 720)),
    "dan": Shot("paste-proposal"),
    "bang": Shot("plan-table"),
    "can-cu": Shot("legal-full"),
    "tim": Shot("find-everywhere"),
    "nhap-bang": Shot("tables-columns"),
    "in": Shot("printing-one"),
    "kiem-the-thuc": Shot("check-print-good"),
    "word-da-sua": Shot("correct-full"),
    "so-sanh": Shot("compare"),
    "ban-hanh": Shot("issuing"),
    "ky-so": Shot("signing-file"),
    "nhan-ban-ky": Shot("signed-good"),
    "don-vi": Shot("units-full"),
    "gui-bang": Shot("send-full"),
    "nhan-bang": Shot("merge-full"),
    "tien-do": Shot("progress-full", size=(1366, 700)),
    "chi-tieu": Shot("targets-full"),
    "tong-quan": Shot("overview-full"),
    "bao-cao": Shot("reports-full"),
    "ngay-nghi": Shot("days"),
    "sao-luu": Shot("backups", size=(1280, 700)),
    "lay-lai": Shot("backup-inside"),
    "thung-rac": Shot("bin"),
    "tep-hong": Shot("rescue"),
}


def main(names: Sequence[str]) -> None:
    """Take the pictures of these names, without any those that are out of date, and keep the words that they show."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = app.make_application()
    hold_for_ever()
    speak_vietnamese(application)
    load_page_fonts()
    look.wear(application, dark=False)
    kept = json.loads(WORDS.read_text(encoding="utf-8")) if WORDS.exists() else {}
    for name in names or PICTURES:
        with shown(PICTURES[name]) as widget:
            said = words(widget)
            if names or said != kept.get(name) or not picture(name).exists():
                write(widget.grab(), picture(name))
            kept[name] = said
    WORDS.parent.mkdir(exist_ok=True)
    known = {name: kept[name] for name in sorted(kept) if name in PICTURES}
    WORDS.write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@contextmanager
def shown(shot: Shot, waiting: Wait = wait) -> Iterator[QWidget]:
    """Show a screen in a fresh window, on a morning that is always the same, and give what the picture shows of it."""
    clock, today.clock = today.clock, lambda: MORNING
    try:
        with tempfile.TemporaryDirectory() as folder:
            window = MainWindow(QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat))
            window.resize(*shot.size)
            window.show()
            open_office(window, Path(folder) / "van-phong.tthc")
            made = SCREENS[shot.screen](window, waiting)
            window.status.saved.setText("Đã lưu 08:05")
            _rest()
            yield window if shot.whole else made or window.page()
            window.close()
            window.deleteLater()
            QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    finally:
        today.clock = clock


def _rest() -> None:
    """Let everything be drawn that is waiting to be."""
    for _ in range(20):
        QApplication.processEvents()


def write(grabbed: QPixmap, path: Path) -> None:
    """Write a picture in few colours, none far from what it was; the file is a third as large."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    grabbed.save(buffer, "PNG")
    image = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    few = image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    path.parent.mkdir(parents=True, exist_ok=True)
    few.save(path, optimize=True)


def words(root: QWidget) -> list[str]:
    """Return the words of the window itself that a picture shows: buttons, fields, tabs, headings."""
    found = {said.replace("&", "").strip() for widget in _seen(root) for said in _said(widget)}
    return sorted(said for said in found if said and not _CHANGES.search(said))


def _seen(root: QWidget) -> Iterator[QWidget]:
    return (widget for widget in (root, *root.findChildren(QWidget)) if widget.isVisible())


def _said(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
        yield from (str(widget.model().headerData(at, widget.orientation())) for at in range(widget.count()))


if __name__ == "__main__":
    main(sys.argv[1:])
