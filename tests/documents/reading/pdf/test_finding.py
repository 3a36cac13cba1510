"""Lines are found on printed pages by their letters, whatever breaks them there."""

import pytest

from tests.paged_drafts import on_pages
from tthc_desktop.documents.reading.pdf.finding import find_lines
from tthc_desktop.documents.reading.text import read_text
from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.documents.writing.pdf import lay_out, render
from tthc_desktop.models.outline import items
from tthc_desktop.models.plan import SourceLine, words


def test_each_paragraph_is_found_where_the_print_has_it() -> None:
    plan = sample_plan()
    layout = lay_out(plan)
    said = [(item, str(words(plan, item))) for item, _ in items(plan.body)]
    lines = tuple(SourceLine(number, words_of) for number, (_, words_of) in enumerate(said, 1))
    places = find_lines(lines, render(plan))
    assert sorted(places) == [line.number for line in lines if line.text.strip()]
    for line, (item, _) in zip(lines, said, strict=True):
        page, top = layout.places[item.id]
        box = places[line.number].box
        assert box is not None
        assert places[line.number].page == page + 1
        assert box[1] == pytest.approx(top, abs=6)


def test_the_same_words_are_found_one_after_the_other() -> None:
    points = "1. Công khai thủ tục\n2. Công khai thủ tục\n3. Báo cáo kết quả\n"
    draft = read_text(f"KẾ HOẠCH\nRà soát\n\nI. NỘI DUNG\n{points}")
    _, pages = on_pages(draft)
    places = find_lines(draft.lines, pages)
    tops = [box[1] for line in draft.lines if (place := places.get(line.number)) and (box := place.box)]
    assert tops == sorted(tops)
    assert len(set(tops[-3:])) == 3


def test_looking_can_be_stopped() -> None:
    def step(_done: int, _of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_lines((SourceLine(1, "x"),), render(sample_plan()), step=step)
