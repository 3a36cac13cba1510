"""Papers in TCVN3 and VNI become plans in Unicode; what they were is kept beside, what was lost is told first."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.reading.laid_out.test_reader import plan_in, said
from tests.laid_papers import Layout, paper_of
from tthc_desktop.documents.reading.laid_out.blocks import Block, Paper, TableBlock, TableCell
from tthc_desktop.documents.reading.laid_out.old_letters import in_unicode
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.models.text import Run, Text, plain
from tthc_desktop.resources import resource

TABLES: dict[str, dict[str, str]] = json.loads(resource("legacy", "encodings.json").read_text(encoding="utf-8"))
FONTS = {"tcvn3": ".VnTime", "vni": "VNI-Times"}


def old(words: Text, name: str) -> Text:
    """Return words as a program without Unicode wrote them; what the encoding lacks is written in small letters."""
    back = {letter: code for code, letter in TABLES[name].items()}
    return Text(
        tuple(replace(run, text="".join(back.get(c, back.get(c.lower(), c)) for c in run.text)) for run in words.runs)
    )


def old_block(block: Block | TableBlock, name: str, font: str) -> Block | TableBlock:
    if isinstance(block, Block):
        return replace(block, text=old(block.text, name), font=font)
    rows = (
        tuple(replace(cell, blocks=tuple(old_block(one, name, font) for one in cell.blocks)) for cell in row)
        for row in block.rows
    )
    return replace(block, rows=tuple(rows))


@pytest.mark.parametrize("by_font", [True, False])
@pytest.mark.parametrize("name", FONTS)
def test_a_whole_plan(seeds: Path, name: str, *, by_font: bool) -> None:
    plan = plan_in(seeds, "004")
    paper = paper_of(plan, Layout(typed=True))
    font = FONTS[name] if by_font else ""
    draft = read_laid_out(replace(paper, blocks=tuple(old_block(block, name, font) for block in paper.blocks)))
    found, right = "\n".join(said(draft.plan)), "\n".join(said(plan))
    if name == "vni":
        assert found == right
    assert found.casefold() == right.casefold()
    assert draft.unplaced == ()
    assert len(draft.originals) > len(draft.lines) / 2
    assert all(words != draft.lines[number - 1].text for number, words in draft.originals.items())


def test_what_was_lost_is_told_first() -> None:
    words = ("KÕ ho¹ch", "I. Môc ®Ých", "ñy ban nh©n d©n tØnh giao Së. ý kiÕn göi vÒ V¨n phßng.")
    paper = Paper(tuple(Block(plain(one), font=".VnTime") for one in words))
    first, second, *_ = read_laid_out(paper).problems
    assert "“ủy ban nhân”" in first.text
    assert "“ý kiến gửi”" in first.text
    assert "TCVN3" in second.text


def test_a_font_of_capitals_shows_capitals() -> None:
    draft = read_laid_out(Paper((Block(plain("KÕ ho¹ch"), font=".VnTimeH"), Block(plain("c¶i c¸ch"), font=".VnTimeH"))))
    assert draft.plan.kind == "KẾ HOẠCH"
    assert str(draft.plan.title) == "CẢI CÁCH"


def test_looks_stay_where_letters_are_two_signs() -> None:
    words = Text((Run("Thôøi ", True), Run("gian thöïc hieän")))
    [block] = in_unicode(Paper((Block(words, font="VNI-Times"),))).paper.blocks
    assert isinstance(block, Block)
    assert block.text == Text((Run("Thời ", True), Run("gian thực hiện")))


def test_unicode_beside_old_letters_is_left_alone() -> None:
    row = (TableCell((Block(plain("KiÓm so¸t thñ tôc"), font=".VnTime"),)), TableCell((Block(plain("Sở Nội vụ §5")),)))
    draft = read_laid_out(Paper((TableBlock((row, row)),)))
    assert draft.lines[0].text == "Kiểm soát thủ tục | Sở Nội vụ §5"
    assert draft.originals[1] == "KiÓm so¸t thñ tôc | Sở Nội vụ §5"
