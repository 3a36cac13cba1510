"""What the user guide says is so: its links lead, its pictures are there, what it names stands in the program."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.shots.guide import PICTURES
from tthc_desktop.documents.guide import guide, picture
from tthc_desktop.models.guide.values import Chapter, Ink, Picture, Span, headings, spans
from tthc_desktop.resources import resource
from tthc_desktop.ui import menus
from tthc_desktop.ui.guide.chapters import KEYS, whole_guide
from tthc_desktop.ui.shortcuts import key_groups

CODE = Path(__file__).resolve().parents[2] / "tthc_desktop"
CHAPTERS = guide().chapters
_STRING = re.compile(r'"([^"\n]+)"')
LARGEST = 120_000
"""Bytes of a picture: the guide is shipped and stands in the repository with each of them."""


def bare(words: str) -> str:
    return words.replace("&", "").rstrip("…").strip()


@cache
def in_the_window() -> frozenset[str]:
    """Return every string of the program that could stand in its window, as it is read."""
    sources = (path.read_text(encoding="utf-8") for part in ("ui", "models") for path in (CODE / part).rglob("*.py"))
    return frozenset(bare(found.rstrip("( ")) for source in sources for found in _STRING.findall(source))


@cache
def commands() -> frozenset[str]:
    """Return the way to every command through the menus."""
    return frozenset(f"{bare(title)} › {bare(c.text)}" for title, group in menus.MENUS for c in group)


@cache
def keys() -> frozenset[str]:
    """Return every key of the sheet of shortcuts, each on its own and as it is listed."""
    listed = [key for _, group in key_groups() for key, _ in group]
    return frozenset({*listed, *(part for key in listed for part in re.split(r" hoặc |, | và ", key))})


def named(chapter: Chapter, ink: Ink) -> list[Span]:
    return [span for span in spans(chapter) if span.ink is ink]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_what_a_chapter_names_is_in_the_window(chapter: Chapter) -> None:
    said = [bare(span.words) for span in named(chapter, Ink.NAMED)]
    ways = {words for words in said if " › " in words}
    assert ways - commands() == set()
    assert {words for words in said if " › " not in words} - in_the_window() == set()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_the_keys_that_a_chapter_tells_are_keys_of_the_window(chapter: Chapter) -> None:
    assert {span.words for span in named(chapter, Ink.KEYS)} - keys() == set()


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.name)
def test_every_link_leads(chapter: Chapter) -> None:
    lost = [span.goal for span in spans(chapter) if span.goal and not whole_guide().leads_to(span.goal)]
    assert lost == []


def test_names_are_used_once() -> None:
    chapters = [chapter.name for chapter in whole_guide().chapters]
    assert len(set(chapters)) == len(chapters)
    for chapter in whole_guide().chapters:
        names = [block.name for block in chapter.blocks if hasattr(block, "name") and not isinstance(block, Picture)]
        assert len(headings(chapter)) == len(names), chapter.name


def test_every_picture_is_shown_once_small_and_made_by_the_script() -> None:
    told = [block.name for chapter in CHAPTERS for block in chapter.blocks if isinstance(block, Picture)]
    assert sorted(told) == sorted(PICTURES)
    assert {path.stem for path in resource("guide", "pictures").iterdir()} == set(told)
    assert [name for name in told if picture(name).stat().st_size > LARGEST] == []


def test_every_chapter_of_work_has_a_picture_or_says_where_to_click() -> None:
    for chapter in CHAPTERS:
        assert named(chapter, Ink.NAMED) or named(chapter, Ink.KEYS), chapter.name


def test_the_keys_of_the_window_are_a_chapter() -> None:
    chapter = whole_guide().chapter(KEYS)
    assert chapter is not None
    assert {span.words for span in named(chapter, Ink.KEYS)} == {key for _, group in key_groups() for key, _ in group}


def test_the_news_are_the_last_chapter_and_tell_of_this_version() -> None:
    from tthc_desktop import __version__  # noqa: PLC0415 - told by the file of the package

    assert headings(CHAPTERS[-1]).popitem()[1].startswith("Bản ")
    assert any(__version__ in words for words in headings(CHAPTERS[-1]).values())
