"""The pane in which a chapter is read: words in a column that the eye can follow, pictures as wide as there is room."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from tthc_desktop.documents.guide import picture
from tthc_desktop.models.guide.values import Chapter, Picture
from tthc_desktop.models.searching.matching import Query, pattern
from tthc_desktop.ui import look
from tthc_desktop.ui.guide.html import PICTURE, beside_html, chapter_html, style

Beside = tuple[Chapter | None, Chapter | None]
COLUMN = 880
"""How wide words run at most, in pixels at 100 %."""
_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_USUAL = _SCALES.index(1.0)


class Reader(QTextBrowser):
    """Shows one chapter; links are told, not followed."""

    asked = Signal(str)
    """A link leads to a chapter, or to a heading of one."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName("Nội dung hướng dẫn")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        self.chapter: Chapter | None = None
        self._sought = ""
        self._beside: Beside = (None, None)
        self._step = _USUAL
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay_out)

    def show_chapter(
        self, chapter: Chapter, heading: str = "", sought: str = "", beside: Beside = (None, None)
    ) -> None:
        """Show a chapter from its heading on, with what was looked for marked in it."""
        anew = chapter is not self.chapter
        self.chapter, self._sought, self._beside = chapter, sought, beside
        if anew:
            self._lay_out()
        self._mark()
        if heading:
            self.scrollToAnchor(heading)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - look.ROOM)
        elif anew or not sought:
            self.verticalScrollBar().setValue(0)

    @property
    def percent(self) -> int:
        """How large the words are."""
        return round(_SCALES[self._step] * 100)

    def zoom(self, steps: int) -> None:
        """Show everything larger or smaller; 0 as usual."""
        step = min(max(self._step + steps, 0), len(_SCALES) - 1) if steps else _USUAL
        if step != self._step:
            self._step = step
            self._lay_out()

    # Laying out

    def _lay_out(self) -> None:
        """Lay the chapter out for the width there is, and stay at the words that were in sight."""
        if self.chapter is None:
            return
        bar = self.verticalScrollBar()
        far = bar.value() / bar.maximum() if bar.maximum() else 0.0
        scale = _SCALES[self._step]
        colours, document = look.colours(), self.document()
        font = self.font()
        font.setPointSizeF((look.SMALLEST_FONT + 1) * scale)
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(_scaled(style(colours), scale))
        self._bring_pictures(self.chapter)
        self.setHtml(self._html(self.chapter, colours))
        root = document.rootFrame()
        frame = root.frameFormat()
        side = max((self.viewport().width() - round(COLUMN * scale)) // 2, look.BROAD)
        frame.setLeftMargin(side)
        frame.setRightMargin(side)
        frame.setTopMargin(look.BROAD)
        frame.setBottomMargin(3 * look.BROAD)
        root.setFrameFormat(frame)
        self._mark()
        bar.setValue(round(far * bar.maximum()))

    def _html(self, chapter: Chapter, colours: look.Colours) -> str:
        words = chapter_html(chapter, colours, lambda name: self._size(name).width())
        return words + beside_html(*self._beside)

    def _room(self) -> int:
        return min(round(COLUMN * _SCALES[self._step]), self.viewport().width() - 2 * look.BROAD)

    def _size(self, name: str) -> QSize:
        """Return how large a picture is shown: as it is, or as wide as there is room."""
        whole = QImage(str(picture(name))).size()
        width = min(round(whole.width() * max(_SCALES[self._step], 1.0)), max(self._room(), 200))
        return QSize(width, round(width * whole.height() / whole.width())) if whole.width() else QSize(0, 0)

    def _bring_pictures(self, chapter: Chapter) -> None:
        """Give the document its pictures, scaled by a better hand than the document's own."""
        ratio = self.devicePixelRatioF()
        for block in chapter.blocks:
            if isinstance(block, Picture) and (size := self._size(block.name)).width():
                found = QImage(str(picture(block.name)))
                smooth = Qt.TransformationMode.SmoothTransformation
                image = found.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
                image = image.convertToFormat(QImage.Format.Format_RGB32)
                _frame(image)
                image.setDevicePixelRatio(ratio)
                kind = QTextDocument.ResourceType.ImageResource
                self.document().addResource(kind.value, QUrl(f"{PICTURE}{block.name}"), image)

    def _mark(self) -> None:
        """Mark everything that was looked for."""
        wanted = pattern(Query(self._sought)) if self._sought else None
        marks: list[QTextEdit.ExtraSelection] = []
        block = self.document().begin()
        while wanted is not None and block.isValid():
            for match in wanted.finditer(block.text()):
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + match.start())
                cursor.setPosition(block.position() + match.end(), QTextCursor.MoveMode.KeepAnchor)
                mark.cursor = cursor
                mark.format.setBackground(QColor(look.colours().found))
                marks.append(mark)
            block = block.next()
        self.setExtraSelections(marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew in other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._later.start()


def _scaled(sheet: str, scale: float) -> str:
    """Return a style sheet with its sizes of letters scaled."""
    for size in (20.0, 14.0, 9.5):
        sheet = sheet.replace(f"font-size: {size:g}pt", f"font-size: {size * scale:.4g}pt")
    return sheet


def _frame(image: QImage) -> None:
    """Draw a thin edge around a picture, which is light even where the window is dark."""
    painter = QPainter(image)
    painter.setPen(QColor(look.colours().edge))
    painter.drawRect(0, 0, image.width() - 1, image.height() - 1)
    painter.end()
