"""The pictures of the guide show what the window shows now: each screen is drawn again and its words are compared."""

import json

import pytest
from pytestqt.qtbot import QtBot

from tests.shots.guide import PICTURES, WORDS, shown, words

KEPT: dict[str, list[str]] = json.loads(WORDS.read_text(encoding="utf-8"))


@pytest.mark.qt_log_ignore("propagateSizeHints|This plugin does not support")
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_the_window_as_it_is(dressed: None, qtbot: QtBot, name: str) -> None:
    del dressed
    with shown(PICTURES[name], qtbot.waitUntil) as widget:
        now = words(widget)
    gone, new = sorted({*KEPT[name]} - {*now}), sorted({*now} - {*KEPT[name]})
    assert (gone, new) == ([], []), f"take the picture anew and look at it: python3 dev.py pictures {name}"


def test_every_picture_has_its_words() -> None:
    assert KEPT.keys() == PICTURES.keys()
