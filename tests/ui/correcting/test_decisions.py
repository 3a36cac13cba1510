"""What the clerk takes and leaves, and the words that say it."""

from tests.models.correcting.test_kinds import NEW_ITEM, PLAN, compared
from tests.models.correcting.test_properties import as_read
from tthc_desktop.models.comparison import What
from tthc_desktop.models.correcting import Key, correction
from tthc_desktop.models.editing import text
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Item
from tthc_desktop.models.text import Run, plain
from tthc_desktop.models.text import text as runs
from tthc_desktop.ui.correcting.decisions import Decisions
from tthc_desktop.ui.correcting.words import Told, button_words, emphasised, happened, outcome

SECTION = Item("sn", Mark.ROMAN, plain("PHẦN MỚI"), heading=True)
MOVED = text.move_nodes(text.insert_nodes(PLAN, "p1", 2, (SECTION,)), ["i1"], "sn", 0)


def key(decisions: Decisions, what: What) -> Key:
    return next(one.key for one in decisions.found.proposals if one.what is what)


def test_what_is_needed_comes_along_and_goes_along() -> None:
    decisions = Decisions(compared(MOVED))
    moved, added = key(decisions, What.MOVED), key(decisions, What.ADDED)

    decisions.choose({added: False, moved: True})
    assert decisions.taken == frozenset(), "a part cannot move into one that is left"
    decisions.choose({moved: True})
    assert decisions.taken == {moved, added}
    decisions.choose({moved: False})
    assert decisions.taken == {added}


def test_choices_stay_when_the_plan_has_changed() -> None:
    after = text.insert_nodes(text.set_words(PLAN, "i1", plain("Lời mới")), "s2", 0, (NEW_ITEM,))
    read = as_read(after)
    decisions = Decisions(correction(PLAN, read, PLAN))
    decisions.choose({key(decisions, What.ADDED): False})

    newer = decisions.over(correction(text.set_words(PLAN, "i1", plain("Cơ quan sửa")), read, PLAN))

    assert newer.taken == frozenset()
    assert outcome(newer) == "Nhận 0 thay đổi, để lại 2; 1 chỗ mâu thuẫn giữ theo kế hoạch."


def test_what_happens_is_said() -> None:
    decisions = Decisions(compared(MOVED))

    assert outcome(decisions) == "Nhận 2 thay đổi, để lại 0."
    assert button_words(decisions) == "Nhận 2 thay đổi"
    assert happened(decisions, "sửa.docx") == "Đã nhận 2 thay đổi từ “sửa.docx”."
    assert outcome(Decisions(compared(PLAN))) == "Tệp không khác kế hoạch: không có gì để nhận."


def test_a_proposal_is_one_line_with_its_place() -> None:
    told = Told(found := compared(MOVED))
    lines = [told.line(one) for one in found.proposals]

    assert lines == ["Mục III: PHẦN MỚI", "Mục I.1: Giảm phiền hà cho người dân."]
    assert [told.owner(one) for one in found.proposals] == ["", "i1"]


def test_another_emphasis_is_told_by_its_words() -> None:
    old = runs((Run("Giảm "), Run("phiền hà", bold=True), Run(" cho dân")))
    new = runs((Run("Giảm phiền hà "), Run("cho dân", bold=True, italic=True)))

    assert list(emphasised(old, new)) == ["In đậm: “cho dân”", "Thôi in đậm: “phiền hà”", "In nghiêng: “cho dân”"]
