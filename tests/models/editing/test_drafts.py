"""A paper under review: no word is lost by any choice, each line is placed or not, and a choice can be taken back."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import plans
from tthc_desktop.errors import UserError
from tthc_desktop.models.copying import identities
from tthc_desktop.models.editing import drafts
from tthc_desktop.models.editing.drafts import Reviewed
from tthc_desktop.models.editing.parts import Kind, Piece, What, choices_in_paper, pieces
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Appendix, Basis, Item, Line, Plan, SourceLine, cell
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import plain

COLUMNS = (Column("n", Role.NUMBER, plain("STT")), Column("c", Role.CONTENT, plain("Nội dung")))
PLAN = Plan(
    "p",
    title=plain("Kiểm soát"),
    bases=(Basis("b", plain("Căn cứ Luật;")), Basis("b2", plain("Căn cứ Nghị định;"))),
    body=(
        Item(
            "1",
            Mark.ROMAN,
            plain("Mục đích"),
            heading=True,
            children=(Item("1a", Mark.LETTER, plain("Rà soát")), Item("1b", Mark.LETTER, plain("Công khai"))),
        ),
        Item("2", Mark.ROMAN, plain("Tổ chức"), heading=True),
    ),
    appendices=(
        Appendix("a", plain("DANH MỤC"), nodes=(Table("t", COLUMNS, (Row("r", RowKind.TASK, task_id="u"),)),)),
    ),
    tasks={"u": Task("u", plain("Tập huấn"))},
)
PAPER = {
    1: ("KẾ HOẠCH", "p"),
    2: ("Căn cứ Luật;", "b"),
    3: ("lạ giữa căn cứ", None),
    4: ("Căn cứ Nghị định;", "b2"),
    5: ("I. Mục đích", "1"),
    6: ("lạ dưới mục", None),
    7: ("a) Rà soát", "1a"),
    8: ("b) Công khai", "1b"),
    9: ("lạ sau điểm", None),
    10: ("II. Tổ chức", "2"),
    11: ("3", ""),
    12: ("Phụ lục", "a"),
    13: ("STT Nội dung", "t"),
    14: ("1 Tập huấn", "r"),
    15: ("lạ sau bảng", None),
}
REVIEWED = Reviewed(
    PLAN,
    tuple(SourceLine(number, words) for number, (words, _) in PAPER.items()),
    {number: owner for number, (_, owner) in PAPER.items() if owner is not None},
)


def shown(reviewed: Reviewed) -> list[str]:
    return [_shown(piece) for piece in pieces(reviewed.taken)]


def _shown(piece: Piece) -> str:
    return " ".join(filter(None, ("." * piece.depth, piece.kind.what, piece.number, str(piece.words))))


def unplaced(reviewed: Reviewed) -> list[int]:
    return [line.number for line in reviewed.taken.unplaced]


def test_the_parts_of_body_and_appendices_are_told_in_order() -> None:
    assert shown(REVIEWED) == [
        "basis Căn cứ Luật;",
        "basis Căn cứ Nghị định;",
        "heading I. Mục đích",
        ". text a) Rà soát",
        ". text b) Công khai",
        "heading II. Tổ chức",
        "appendix Phụ lục DANH MỤC",
        "task table STT · Nội dung",
    ]
    assert unplaced(REVIEWED) == [3, 6, 9, 15]


@pytest.mark.parametrize(
    ("line", "where", "what"),
    [
        (3, 1, "basis lạ giữa căn cứ"),
        (6, 3, ". text lạ dưới mục"),
        (9, 5, ". text lạ sau điểm"),
        (15, 8, "text lạ sau bảng"),
    ],
)
def test_a_line_without_a_place_becomes_a_paragraph_between_its_neighbours(line: int, where: int, what: str) -> None:
    made = drafts.put(REVIEWED, line)

    assert shown(made)[where] == what
    assert unplaced(made) == [number for number in unplaced(REVIEWED) if number != line]
    assert drafts.put(made, line) is made
    back = drafts.turn(made, [made.fate[line]])
    assert shown(back) == shown(REVIEWED)
    assert unplaced(back) == unplaced(REVIEWED)
    assert shown(drafts.put(back, line)) == shown(made)


def test_a_line_of_the_paper_alone_can_be_put_into_the_plan() -> None:
    assert shown(drafts.put(REVIEWED, 11))[6] == "text 3"
    assert drafts.put(REVIEWED, 1) is REVIEWED


def test_a_line_without_a_place_is_joined_to_the_part_before() -> None:
    assert shown(drafts.add_to_part_before(REVIEWED, 6))[2] == "heading I. Mục đích lạ dưới mục"
    assert shown(drafts.add_to_part_before(REVIEWED, 3))[0] == "basis Căn cứ Luật; lạ giữa căn cứ"
    assert drafts.add_to_part_before(REVIEWED, 5) is REVIEWED
    task = drafts.make(REVIEWED, "1b", Kind(What.TASK, Mark.LETTER))
    assert shown(drafts.add_to_part_before(task, 9))[4] == ". task b) Công khai lạ sau điểm"
    with pytest.raises(UserError, match="dòng 15"):
        drafts.add_to_part_before(REVIEWED, 15)


def test_it_is_joined_to_the_last_labelled_line_of_a_task() -> None:
    item = Item("1b", Mark.LETTER, task_id="v", lines=(Line(Role.LEAD, "Chủ trì"),))
    plan = replace(PLAN, body=(item,), tasks={**PLAN.tasks, "v": Task("v", plain("Công khai"), plain("Sở Y tế"))})
    made = drafts.add_to_part_before(replace(REVIEWED, plan=plan), 9)
    assert str(made.plan.tasks["v"].lead) == "Sở Y tế lạ sau điểm"


def test_what_is_left_out_gives_its_lines_back() -> None:
    made = drafts.turn(REVIEWED, ["1"])
    assert shown(made)[2:4] == ["text a) Rà soát", "text b) Công khai"]
    assert unplaced(made) == [3, 5, 6, 9, 15]
    assert drafts.turn(made, ["1"]) == REVIEWED
    assert unplaced(drafts.put(made, 5)) == unplaced(REVIEWED)


def test_an_appendix_goes_and_comes_with_all_it_holds() -> None:
    made = drafts.turn(REVIEWED, ["a"])
    assert made.taken.appendices == ()
    assert made.taken.tasks == {}
    assert unplaced(made) == [3, 6, 9, 12, 13, 14, 15]
    assert drafts.turn(made, ["t"]) == REVIEWED
    with_line = drafts.put(made, 15)
    assert shown(with_line)[-2:] == ["appendix Phụ lục DANH MỤC", "text lạ sau bảng"]
    assert unplaced(with_line) == [3, 6, 9, 13, 14]


def test_a_part_without_lines_of_its_own_keeps_those_it_shares() -> None:
    placed = {number: owner for number, owner in REVIEWED.placed.items() if number != 4}
    made = drafts.turn(replace(REVIEWED, placed=placed), ["b2"])
    assert unplaced(made) == [2, 3, 4, 6, 9, 15]


def test_an_appendix_begins_at_a_paragraph_and_is_dissolved_again() -> None:
    plan = replace(PLAN, body=(*PLAN.body, Item("x", text=plain("Phụ lục số II: BIỂU MẪU"), children=(Item("y"),))))
    made = drafts.make(replace(REVIEWED, plan=plan), "x", Kind(What.APPENDIX))
    assert shown(made)[6:] == [
        "appendix Phụ lục I BIỂU MẪU",
        "text",
        "appendix Phụ lục II DANH MỤC",
        "task table STT · Nội dung",
    ]
    flat = drafts.make(drafts.make(made, "a", Kind(What.TEXT)), "x", Kind(What.HEADING, Mark.ROMAN))
    assert shown(flat)[6:] == ["heading III. BIỂU MẪU", "text", "text DANH MỤC", "task table STT · Nội dung"]
    assert unplaced(flat) == unplaced(REVIEWED)
    second = drafts.make(drafts.put(REVIEWED, 15), "t", Kind(What.PLAIN_TABLE))
    inside = drafts.make(second, second.fate[15], Kind(What.APPENDIX))
    assert shown(inside)[6:] == [
        "appendix Phụ lục I DANH MỤC",
        "plain table STT · Nội dung",
        "appendix Phụ lục II lạ sau bảng",
    ]


def test_levels() -> None:
    assert shown(drafts.shift(REVIEWED, "2", 1))[5].startswith(". text")
    assert drafts.shift(REVIEWED, "b", 1) is REVIEWED
    assert drafts.shift(REVIEWED, "a", 1) is REVIEWED


def words_of(plan: Plan) -> set[str]:
    """Return all words that a plan's parts show, but for the labels of lines that hold nothing."""
    cells = (
        str(cell(plan, row, column)) for table, _ in tables(plan) for row in table.rows for column in table.columns
    )
    details = (detail.partition(":")[2] or detail for piece in pieces(plan) for detail in piece.details)
    told = (*(str(piece.words) for piece in pieces(plan)), *details, *cells)
    return set(re.findall(r"\w{3,}", " ".join(told)))


@st.composite
def papers(draw: st.DrawFn) -> Reviewed:
    """Draw a plan, each of whose parts was read from some lines, some lines between them without a place."""
    plan = replace(draw(plans()), unplaced=())
    owners: list[str | None] = []
    for piece in pieces(plan):
        owners += [piece.id] * draw(st.integers(0, 2))
        owners += [None] * draw(st.integers(0, 1))
        if draw(st.booleans()):
            owners.append("")
    lines = tuple(SourceLine(number, f"dòng{number} đọc{number}") for number in range(1, len(owners) + 1))
    placed = {number: owner for number, owner in enumerate(owners, 1) if owner is not None}
    return Reviewed(plan, lines, placed)


def chosen(data: st.DataObject, before: Reviewed) -> Reviewed:
    """Return what comes of any one choice."""
    found = pieces(before.plan)
    acts = ["make", "shift", "turn", "put", "join"] if before.lines else ["make", "shift", "turn"]
    act = data.draw(st.sampled_from(acts))
    if act in {"put", "join"}:
        number = data.draw(st.sampled_from(before.lines)).number
        return drafts.put(before, number) if act == "put" else drafts.add_to_part_before(before, number)
    piece = data.draw(st.sampled_from(found))
    if act == "make":
        return drafts.make(before, piece.id, data.draw(st.sampled_from(choices_in_paper(piece))))
    if act == "shift":
        return drafts.shift(before, piece.id, data.draw(st.sampled_from((-1, 1))))
    return drafts.turn(before, data.draw(st.lists(st.sampled_from(found), min_size=1, max_size=3).map(_ids)))


def _ids(found: list[Piece]) -> list[str]:
    return [piece.id for piece in found]


@given(papers(), st.data())
def test_no_word_is_lost_by_any_choices(reviewed: Reviewed, data: st.DataObject) -> None:
    first, words = reviewed, words_of(reviewed.plan)
    for _ in range(data.draw(st.integers(1, 6))):
        if not pieces(reviewed.plan):
            return
        try:
            reviewed = chosen(data, reviewed)
        except UserError:
            continue
        plan, placed = reviewed.taken, reviewed.fate
        assert words <= words_of(reviewed.plan)
        assert {*placed} | {line.number for line in plan.unplaced} == {line.number for line in first.lines}
        assert {*placed}.isdisjoint(line.number for line in plan.unplaced)
        assert {*placed.values()} - {""} <= identities(plan)
        _words_of_lines(first, reviewed)
        if not reviewed.left:
            assert plan == replace(reviewed.plan, unplaced=plan.unplaced)


def _words_of_lines(first: Reviewed, now: Reviewed) -> None:
    """Hold that each line put in is in the plan word by word, and each part left out in the lines without a place."""
    plan, placed = now.taken, now.fate
    for line in first.lines:
        if line.number not in first.placed and line.number in placed:
            assert set(re.findall(r"\w{3,}", line.text)) <= words_of(plan)
    shares = now.lines_of
    still_there = identities(plan)
    for part_id in now.left - still_there:
        assert not {*shares.get(part_id, ())} & {*placed}


@given(papers(), st.data())
def test_what_is_left_out_comes_back_as_it_was(reviewed: Reviewed, data: st.DataObject) -> None:
    found = pieces(reviewed.plan)
    if not found:
        return
    out = data.draw(st.lists(st.sampled_from(found), min_size=1).map(_ids))
    made = drafts.turn(reviewed, out)
    assert drafts.turn(made, out).taken == reviewed.taken
    everything = drafts.turn(reviewed, _ids(list(found)))
    assert pieces(everything.taken) == ()
    assert everything.taken.tasks.keys() <= reviewed.plan.tasks.keys()
