"""Words, characters and paragraphs, as a person counts them."""

from hypothesis import given

from tests.strategies import plans
from tests.ui.papers import little_plan
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.word_count import BASES, FOOT, HEAD, WordCount, counted, of_plan, of_sections, total

PLAN = little_plan()


def test_a_line_is_counted_as_in_word() -> None:
    assert counted("Sở Nội vụ\ntỉnh – 2030") == WordCount(6, 16, 20, 1)
    assert counted(" \n ") == WordCount()
    assert total(["một hai", "", "ba"]) == WordCount(3, 8, 9, 2)


def test_sections_add_up_to_the_plan() -> None:
    sections = of_sections(PLAN, (HEAD, BASES, "s1", "s2", FOOT, "a1"))
    assert sections["s1"] == WordCount(8, 30, 36, 2)
    assert sections[BASES].paragraphs == 1
    assert sections[FOOT].paragraphs == 4
    assert total_of(sections.values()) == of_plan(PLAN).words


def total_of(counts: object) -> int:
    return sum(count.words for count in counts)  # type: ignore[attr-defined]


@given(plans())
def test_no_section_is_counted_twice(plan: Plan) -> None:
    sections = [HEAD, BASES, *(node.id for node in plan.body), FOOT, *(appendix.id for appendix in plan.appendices)]
    counted_words = total_of(of_sections(plan, sections).values())
    assert counted_words == of_plan(plan).words
