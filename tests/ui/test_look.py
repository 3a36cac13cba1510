"""Colours that can be read, icons that follow them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from tthc_desktop.resources import resource
from tthc_desktop.ui import look, menus
from tthc_desktop.ui.icons import icon
from tthc_desktop.ui.look import Colours


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [look.LIGHT, look.DARK])
@pytest.mark.parametrize("ink", ["text", "quiet", "accent", "error", "warning", "good"])
@pytest.mark.parametrize("ground", ["window", "base", "shade"])
def test_words_can_be_read(colours: Colours, ink: str, ground: str) -> None:
    assert contrast(getattr(colours, ink), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [look.LIGHT, look.DARK])
def test_chosen_and_main_things_can_be_read(colours: Colours) -> None:
    assert contrast(colours.text, colours.chosen) >= 4.5
    assert contrast(colours.accent_text, colours.accent) >= 4.5


@pytest.mark.parametrize("command", [c for c in menus.commands() if c.drawing], ids=lambda c: c.name)
def test_every_command_has_its_icon(command: menus.Command) -> None:
    assert resource("icons", f"{command.drawing}.svg").is_file()


def test_icons_change_with_the_colours(dressed: None) -> None:
    del dressed
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    drawing = icon("print")
    light = drawing.pixmap(QSize(24, 24)).toImage()
    look.wear(application, dark=True)
    dark = drawing.pixmap(QSize(24, 24)).toImage()
    look.wear(application, dark=False)
    assert light != dark


def test_no_key_means_two_things() -> None:
    keys = [key for command in menus.commands() for key in command.keys]
    assert len(keys) == len(set(keys))
