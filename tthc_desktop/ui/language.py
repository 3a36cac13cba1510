"""Vietnamese for Qt's own texts and for dates."""

import xml.etree.ElementTree as ET
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from tthc_desktop.resources import resource

VIETNAMESE = QLocale("vi_VN")


@cache
def catalogue() -> dict[tuple[str, str], str]:
    """Return Qt's texts in Vietnamese by context and English source, from `resources/i18n/qt_vi.ts`."""
    tree = ET.parse(resource("i18n", "qt_vi.ts"))
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in tree.iter("context")
        for message in context.iter("message")
    }


class Catalogue(QTranslator):
    """Looks Qt's texts up in the catalogue; unlike a .qm file it needs no compiler."""

    def translate(self, context: str, source: str, _comment: str | None = None, _number: int = -1) -> str | None:
        """Return the Vietnamese text, None when Qt should show its own."""
        return catalogue().get((context, source))

    def isEmpty(self) -> bool:
        """Say that there is something to look up."""
        return False


def speak_vietnamese(application: QCoreApplication) -> None:
    """Install the catalogue, make Vietnamese dates and numbers the default."""
    QLocale.setDefault(VIETNAMESE)
    application.installTranslator(Catalogue(application))
