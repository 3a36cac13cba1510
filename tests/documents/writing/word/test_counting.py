"""The numbers of Word's lists are those of the print, whatever the plan counts."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from hypothesis import given

from tests.documents.writing.pdf.building import item, make_plan
from tests.documents.writing.word.opening import W, part, val
from tests.strategies import plans
from tthc_desktop.documents.writing.word import render
from tthc_desktop.models.numbering import Mark, letter, printed, roman
from tthc_desktop.models.outline import items, nodes_of, numbers
from tthc_desktop.models.plan import Item, Plan


class Counting:
    """Counts the lists of a file as Word does."""

    def __init__(self, numbering: Element) -> None:
        abstract = {val(one, "abstractNumId"): list(one.iter(f"{W}lvl")) for one in numbering.iter(f"{W}abstractNum")}
        self._levels = {
            val(one, "numId"): abstract[val(one.find(f"{W}abstractNumId"))] for one in numbering.iter(f"{W}num")
        }
        self._counted: dict[str, dict[int, int]] = {}

    def next(self, list_id: str, level: int) -> str:
        """Return what is shown before one more paragraph of a list."""
        counts, levels = self._counted.setdefault(list_id, {}), self._levels[list_id]
        own = levels[level]
        counts[level] = counts[level] + 1 if level in counts else int(val(own.find(f"{W}start")))
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        words = _text(own)
        for at, value in counts.items():
            words = words.replace(f"%{at + 1}", _figure(val(levels[at].find(f"{W}numFmt")), value))
        return words


def shown(data: bytes) -> dict[str, str]:
    """Return what Word shows before each marked paragraph that has a list, by its bookmark."""
    counting = Counting(part(data, "word/numbering.xml"))
    found: dict[str, str] = {}
    for paragraph in part(data).iter(f"{W}p"):
        place = paragraph.find(f"{W}pPr/{W}numPr")
        if place is not None:
            words = counting.next(val(place.find(f"{W}numId")), int(val(place.find(f"{W}ilvl"))))
            marks = (val(one, "name").removeprefix("_tthc_") for one in paragraph.iter(f"{W}bookmarkStart"))
            found |= dict.fromkeys(marks, words)
    return found


def _text(level: Element) -> str:
    return val(level.find(f"{W}lvlText"))


def _figure(kind: str, value: int) -> str:
    match kind:
        case "upperRoman":
            return roman(value)
        case "lowerRoman":
            return roman(value).lower()
        case "decimal":
            return str(value)
    small = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    return small if kind == "lowerLetter" else small.upper()


def due(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield each paragraph with a mark and what the print shows before it."""
    for nodes in nodes_of(plan):
        bare = numbers(nodes)
        yield from ((one.id, printed(one.mark, bare[one.id])) for one, _ in items(nodes) if one.mark is not Mark.NONE)


@given(plans())
def test_word_counts_as_the_print_does(plan: Plan) -> None:
    found = shown(render(plan))
    expected = dict(due(plan))
    missing = {one: number for one, number in expected.items() if found.get(one) != number}
    assert len(missing) <= 1, "only a last number without words is written out"
    assert all(one not in found for one in missing)


def test_the_letters_of_vietnamese_are_counted_in_lists_that_begin_anew() -> None:
    points = [item(Mark.LETTER, f"điểm {place}") for place in range(1, 27)]
    plan = make_plan(item(Mark.ARABIC, "Khoản", *points), item(Mark.NONE, "Hết."))
    data = render(plan)
    found = shown(data)
    assert [found[point.id] for point in points] == [f"{letter(place)})" for place in range(1, 27)]
    assert [found[point.id] for point in points][3:6] == ["d)", "đ)", "e)"]
    kinds = {val(one.find(f"{W}numFmt")) for one in part(data, "word/numbering.xml").iter(f"{W}lvl")}
    assert kinds == {"decimal", "lowerLetter", "none", "bullet"}


def test_an_ordinary_plan_has_one_list_of_levels() -> None:
    def chapter(words: str) -> Item:
        points = (item(Mark.LETTER, "điểm"), item(Mark.LETTER, "điểm", item(Mark.DASH, "gạch")))
        return item(Mark.ROMAN, words, *(item(Mark.ARABIC, f"mục {place}", *points) for place in range(3)))

    data = render(make_plan(chapter("MỘT"), chapter("HAI"), chapter("BA")))
    lists = [list(one.iter(f"{W}lvl")) for one in part(data, "word/numbering.xml").iter(f"{W}abstractNum")]
    (several,) = [levels for levels in lists if len(levels) > 1]
    assert [_text(level) for level in several] == ["%1.", "%2.", "%3)"]
    assert len(lists) == 2, "beside it only that of the dashes"


def test_decimals_show_the_numbers_above_them() -> None:
    inner = item(Mark.DECIMAL, "1.1.1", item(Mark.NONE, "lời"))
    plan = make_plan(
        item(Mark.ROMAN, "MỘT", item(Mark.DECIMAL, "1.1", inner), item(Mark.DECIMAL, "1.2")),
        item(Mark.ROMAN, "HAI", item(Mark.ARABIC, "1", item(Mark.DECIMAL, "1.1"))),
    )
    data = render(plan)
    found = shown(data)
    assert dict(due(plan)) == {one: found[one] for one, _ in due(plan)}
    assert [_text(one) for one in part(data, "word/numbering.xml").iter(f"{W}lvl")][:3] == ["%1.", "1.%2.", "1.%2.%3."]


def test_a_count_that_begins_elsewhere_does_so_in_word() -> None:
    from dataclasses import replace  # noqa: PLC0415 - only here

    fifth = replace(item(Mark.ARABIC, "năm"), starts_at=5)
    plan = make_plan(item(Mark.ARABIC, "một"), fifth, item(Mark.ARABIC, "sáu"), item(Mark.NONE, "Hết."))
    found = shown(render(plan))
    assert list(found.values())[:3] == ["1.", "5.", "6."]
