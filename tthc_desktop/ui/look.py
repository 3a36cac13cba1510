"""How the program looks: palette, style sheet, spaces and fonts.

What has an enum of the namespace `Qt` as its value stands in the style sheet (`qproperty-…`) wherever it is needed for
the first paint, because making that namespace's enums takes a tenth of the time until then.
"""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from tthc_desktop.ui.boxes import boxes

_Role = QPalette.ColorRole
GAP, SPACE, ROOM, WIDE, BROAD = 4, 8, 12, 16, 24
ROW, CONTROL = 28, 32
SMALLEST_FONT = 10.0
_CHOICE = "look"


class Colours(NamedTuple):
    """One set of colours; every text has a contrast of 4.5 : 1 or more on the three grounds."""

    window: str
    base: str
    shade: str
    text: str
    quiet: str
    edge: str
    accent: str
    accent_text: str
    chosen: str
    error: str
    warning: str
    good: str
    found: str
    """The ground of words that were looked for."""
    found_now: str


LIGHT = Colours(
    window="#f3f4f6",
    base="#ffffff",
    shade="#e9ebef",
    text="#1b1f24",
    quiet="#56606d",
    edge="#d3d7dd",
    accent="#1f4e9e",
    accent_text="#ffffff",
    chosen="#dce7f8",
    error="#b3261e",
    warning="#8a5300",
    good="#1e6b3a",
    found="#fff0b0",
    found_now="#ffc857",
)
DARK = Colours(
    window="#1d2024",
    base="#26292e",
    shade="#31353b",
    text="#e8eaed",
    quiet="#a9b1bb",
    edge="#444a52",
    accent="#8ab4f8",
    accent_text="#10233f",
    chosen="#2f476b",
    error="#ff8f86",
    warning="#f0b35a",
    good="#7fd19b",
    found="#57481a",
    found_now="#7d5f0e",
)


def colours() -> Colours:
    """Return the colours now in use."""
    return DARK if QApplication.palette().color(_Role.Window) == QColor(DARK.window) else LIGHT


def dress(application: QApplication, choice: str = "") -> None:
    """Give the application its style and the colours, light or dark, chosen or as the system's palette asks for."""
    application.setStyle("Fusion")
    font = application.font()
    font.setPointSizeF(max(font.pointSizeF(), SMALLEST_FONT))
    application.setFont(font)
    dark = application.palette().color(_Role.Window).lightness() < 128
    application.setProperty(_CHOICE, choice)
    wear(application, dark=choice == "dark" or (dark and choice != "light"))


def wear(application: QApplication, *, dark: bool) -> None:
    """Put on the light or the dark colours."""
    chosen = DARK if dark else LIGHT
    application.setPalette(palette(chosen))
    application.setStyleSheet(sheet(chosen) + boxes(chosen, dark=dark))


def choose(application: QApplication, choice: str) -> None:
    """Put on "light" or "dark" and stay with it; with "" follow the system."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - making Qt's many enums takes a tenth of the time to the first paint

    application.setProperty(_CHOICE, choice)
    system = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    wear(application, dark=choice == "dark" or (system and not choice))


def chosen(application: QApplication) -> str:
    """Return "light", "dark" or, when the system decides, ""."""
    return str(application.property(_CHOICE) or "")


def follow_system(application: QApplication) -> None:
    """Change the colours with the system from now on, unless the user has chosen."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - making Qt's many enums takes a tenth of the time to the first paint

    hints = application.styleHints()

    def follow(scheme: Qt.ColorScheme) -> None:
        if not chosen(application):
            wear(application, dark=scheme is Qt.ColorScheme.Dark)

    hints.colorSchemeChanged.connect(follow)


_PARTS = {
    "window": (_Role.Window, _Role.Button),
    "base": (_Role.Base, _Role.Light, _Role.ToolTipBase),
    "shade": (_Role.AlternateBase, _Role.Midlight),
    "text": (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.ToolTipText),
    "quiet": (_Role.PlaceholderText,),
    "edge": (_Role.Mid, _Role.Dark, _Role.Shadow),
    "accent": (_Role.Highlight, _Role.Accent, _Role.Link, _Role.LinkVisited),
    "accent_text": (_Role.HighlightedText,),
    "error": (_Role.BrightText,),
}


def palette(c: Colours) -> QPalette:
    """Return Qt's palette made of the colours."""
    made = QPalette()
    for name, parts in _PARTS.items():
        for part in parts:
            made.setColor(part, QColor(getattr(c, name)))
    for part in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(c.quiet))
    return made


def sheet(c: Colours) -> str:
    """Return the small style sheet for what the palette cannot say."""
    return f"""
QMainWindow::separator {{ background: {c.edge}; width: 1px; height: 1px; }}
QMenuBar {{ background: {c.window}; padding: 2px {SPACE}px; }}
QMenuBar::item {{ padding: {GAP + 1}px {SPACE}px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {c.chosen}; color: {c.text}; }}
QMenu {{ background: {c.base}; border: 1px solid {c.edge}; padding: {GAP}px; }}
QMenu::item {{ padding: 6px {BROAD}px 6px {BROAD + 6}px; border-radius: 4px; min-height: 18px; }}
QMenu::item:selected {{ background: {c.chosen}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.quiet}; }}
QMenu::icon {{ left: {SPACE}px; }}
QMenu::separator {{ height: 1px; background: {c.edge}; margin: {GAP}px {SPACE}px; }}
QToolBar {{
    background: {c.window}; border: none; border-bottom: 1px solid {c.edge}; padding: {GAP}px {SPACE}px;
    spacing: {GAP}px;
}}
QToolBar::separator {{ background: {c.edge}; width: 1px; margin: 6px {GAP}px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: {GAP}px {SPACE}px; min-height: 22px; }}
QToolButton#close_tab {{ qproperty-focusPolicy: NoFocus; padding: 2px; min-height: 12px; }}
QToolButton#tabs_scroller {{ background: {c.window}; padding: 0; }}
QTabBar::scroller {{ width: 28px; }}
QLineEdit > QToolButton {{ border: none; padding: 0; min-height: 0; }}
QToolButton:hover {{ background: {c.shade}; }}
QToolButton:pressed, QToolButton:checked {{ background: {c.chosen}; }}
QToolButton:focus {{ border: 1px solid {c.accent}; }}
QToolButton:disabled {{ color: {c.quiet}; }}
QProgressBar {{ background: {c.shade}; border: none; border-radius: 4px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
QStatusBar {{ background: {c.window}; border-top: 1px solid {c.edge}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {c.edge}; }}
QPushButton {{
    background: {c.base}; border: 1px solid {c.edge}; border-radius: 4px; padding: 5px {WIDE}px;
    min-height: 20px;
}}
QPushButton:hover {{ background: {c.shade}; }}
QPushButton:pressed {{ background: {c.chosen}; }}
QPushButton:focus {{ border: 1px solid {c.accent}; }}
QPushButton:disabled {{ color: {c.quiet}; background: {c.window}; }}
QPushButton#card {{ border-radius: 6px; }}
QPushButton#card:hover {{ background: {c.base}; border-color: {c.accent}; }}
QPushButton#figure {{
    background: transparent; border-color: transparent; border-radius: 6px; padding: 0; min-height: 62px;
}}
QPushButton#figure:hover {{ background: {c.shade}; }}
QPushButton#figure:checked {{ background: {c.chosen}; }}
QPushButton#figure:focus {{ border-color: {c.accent}; }}
QPushButton[main="true"] {{
    background: {c.accent}; color: {c.accent_text}; border: 1px solid {c.accent}; font-weight: 600;
}}
QPushButton[main="true"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[main="true"]:disabled {{ background: {c.shade}; color: {c.quiet}; border-color: {c.edge}; }}
QPushButton[link="true"] {{
    background: transparent; border: 1px solid transparent; color: {c.accent}; padding: {GAP}px {SPACE}px;
}}
QPushButton[link="true"]:disabled {{ color: {c.quiet}; background: transparent; }}
QPushButton[link="true"]:hover {{ text-decoration: underline; }}
QPushButton[link="true"]:focus {{ border: 1px solid {c.accent}; }}
QLineEdit, QPlainTextEdit[field="true"] {{
    background: {c.base}; border: 1px solid {c.edge}; border-radius: 4px; padding: {GAP}px {SPACE}px;
}}
QLineEdit:focus, QPlainTextEdit[field="true"]:focus {{ border: 1px solid {c.accent}; }}
QTreeView, QListView, QTableView {{ border: none; outline: 0; background: {c.base}; }}
QTreeView#outline, QListView#recent, QListView#chapters {{ background: {c.window}; }}
QListView#chapters {{ selection-background-color: {c.chosen}; selection-color: {c.text}; }}
QListView#chapters::item {{ padding: 6px {ROOM}px; }}
QListView#chapters::item:selected {{ background: {c.chosen}; color: {c.text}; }}
QListView#chapters::item:focus {{ border-left: 3px solid {c.accent}; }}
QTreeView#outline, QTreeView#results, QTreeView#choices, QTreeView#parts, QTableView#spots {{
    selection-background-color: {c.chosen}; selection-color: {c.text};
}}
QFrame#offers {{ background: {c.base}; border: 1px solid {c.quiet}; border-radius: 4px; }}
QFrame#offers QLabel {{ background: {c.window}; border-top: 1px solid {c.edge}; }}
QTableView#register {{ selection-background-color: {c.chosen}; selection-color: {c.text}; }}
QTableView#register::item {{ padding: 0 {SPACE}px; border-bottom: 1px solid {c.shade}; }}
QTableView#register::item:selected {{ background: {c.chosen}; color: {c.text}; }}
QTableView#register::item:focus {{ border: 2px solid {c.accent}; }}
QTableView#register QHeaderView::section {{
    background: {c.shade}; color: {c.text}; border: none; border-right: 1px solid {c.edge}; padding: 6px {SPACE}px;
}}
QTableView#spots QHeaderView::section, QTreeView#parts QHeaderView::section {{
    background: {c.shade}; color: {c.text}; border: none; border-right: 1px solid {c.edge}; padding: 6px {SPACE}px;
}}
QTableView#tallies {{ selection-background-color: {c.chosen}; selection-color: {c.text}; background: {c.window}; }}
QTableView#tallies::item {{ padding: 0 {GAP}px; border-bottom: 1px solid {c.shade}; }}
QTableView#tallies::item:selected {{ background: {c.chosen}; color: {c.text}; }}
QTableView#tallies::item:focus {{ border: 2px solid {c.accent}; }}
QTableView#tallies QHeaderView {{ background: {c.window}; }}
QTableView#tallies QHeaderView::section {{
    background: {c.window}; color: {c.quiet}; border: none; padding: 6px {GAP}px;
}}
QTableView#month {{ background: {c.window}; selection-background-color: transparent; selection-color: {c.text}; }}
QTableView#month QHeaderView {{ background: {c.window}; }}
QTableView#month QHeaderView::section {{ background: {c.window}; color: {c.quiet}; border: none; }}
QHeaderView {{ background: {c.shade}; }}
QTabWidget::pane {{ border: none; }}
QLabel {{ qproperty-textFormat: PlainText; }}
QToolButton[words="true"] {{ qproperty-toolButtonStyle: ToolButtonTextBesideIcon; }}
QToolButton[words="no"] {{ qproperty-toolButtonStyle: ToolButtonIconOnly; }}
QTabBar {{ qproperty-elideMode: ElideRight; background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: transparent; color: {c.quiet}; padding: {SPACE}px {WIDE}px; border: none;
    border-bottom: 2px solid transparent;
}}
QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; }}
QTabBar::tab:hover {{ color: {c.text}; background: {c.shade}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {c.base}; color: {c.text}; border: 1px solid {c.edge}; padding: {GAP}px {SPACE}px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLabel[quiet="true"], QLabel[ink="quiet"] {{ color: {c.quiet}; }}
QLabel[ink="error"] {{ color: {c.error}; }}
QLabel[ink="warning"] {{ color: {c.warning}; }}
QFrame[bar="true"] {{
    background: {c.base}; border: none; border-left: 4px solid {c.accent};
    border-bottom: 1px solid {c.edge};
}}
QFrame[bar="true"][kind="error"] {{ border-left-color: {c.error}; }}
QFrame[bar="true"][kind="warning"] {{ border-left-color: {c.warning}; }}
QFrame[bar="true"][kind="good"] {{ border-left-color: {c.good}; }}
QFrame#sketch {{ background: {c.base}; border: 1px solid {c.edge}; border-radius: 4px; }}
QFrame#palette {{ background: {c.window}; border: 1px solid {c.edge}; border-radius: 6px; }}
QFrame#palette QListView {{ background: {c.window}; }}
QFrame#palette QLineEdit {{ padding: {SPACE}px; }}
QPushButton#search {{ qproperty-focusPolicy: NoFocus; color: {c.quiet}; text-align: left; padding: 5px {ROOM}px; }}
QWidget#strip {{ background: {c.window}; }}
QWidget#foot {{ background: {c.base}; border-top: 1px solid {c.edge}; }}
"""
