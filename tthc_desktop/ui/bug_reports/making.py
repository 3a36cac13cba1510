"""The report: what is always told, and what only the user can allow to be told."""

import locale
import platform
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import PySide6
from PySide6.QtGui import QGuiApplication

from tthc_desktop import __version__
from tthc_desktop.models.holdings import Holdings
from tthc_desktop.models.outline import tables
from tthc_desktop.ui.bug_reports import masking
from tthc_desktop.ui.bugs import LOG

_LINES = 200
"""How many lines of the log are told, the newest."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong: an error of this window, or the trace of one that ended by itself; neither when nothing did."""

    error: BaseException | None = None
    crash: str = ""


def report(trouble: Trouble, log_folder: Path, about: str, *, open_words: bool = False) -> str:
    """Return the report; with `open_words` the messages are not covered. `about` is what is told of the office."""
    parts = [
        f"BÁO CÁO LỖI TTHC DESKTOP, lập lúc {datetime.now().astimezone():%H:%M %d/%m/%Y}",
        _section("PHIÊN BẢN", "\n".join(_versions())),
        _section("DỮ LIỆU (chỉ số lượng, không có nội dung)", about),
        _section("LỖI", _told(trouble, open_words=open_words)),
        _section("NHẬT KÝ LỖI", log(log_folder)),
    ]
    return "\n\n".join(parts) + "\n"


def _section(title: str, words: str) -> str:
    return f"{title}\n{words.strip() or '(không có)'}"


def _told(trouble: Trouble, *, open_words: bool) -> str:
    if trouble.error is None:
        return trouble.crash
    return masking.whole(trouble.error) if open_words else masking.trace(trouble.error)


def _versions() -> list[str]:
    screens = (f"{s.size().width()}×{s.size().height()} ({s.devicePixelRatio():g})" for s in QGuiApplication.screens())
    return [
        f"TTHC Desktop {__version__}",
        f"Python {platform.python_version()}, Qt {PySide6.__version__}",
        f"{platform.platform()}, {platform.machine()}, ngôn ngữ {locale.getlocale()[0]}",
        f"Màn hình: {', '.join(screens)}",
    ]


def log(folder: Path) -> str:
    """Return the newest lines of the log, which was written without the office's words."""
    with suppress(OSError):
        return "\n".join((folder / LOG).read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES:])
    return ""


def about(holdings: Holdings | None) -> str:
    """Return how much an office keeps, in numbers only."""
    if holdings is None:
        return "Chưa mở được dữ liệu."
    plans = holdings.plans.values()
    rows = sum(len(table.rows) for plan in plans for table, _ in tables(plan))
    counted = (
        *((len(plans), "kế hoạch, báo cáo và bản lưu"), (sum(len(plan.tasks) for plan in plans), "nhiệm vụ")),
        *((rows, "hàng trong bảng"), (len(holdings.units), "đơn vị"), (len(holdings.sendings), "lần gửi bảng")),
    )
    return "\n".join(f"{number} {what}" for number, what in counted)
