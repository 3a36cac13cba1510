"""Whatever a paper holds, every paragraph and row is a line, and each line's words stand once: placed or not."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tthc_desktop.documents.reading.draft import Place
from tthc_desktop.documents.reading.laid_out.blocks import Block, Marker, Paper, TableBlock, TableCell
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.documents.reading.laid_out.tables import flat
from tthc_desktop.documents.reading.text.marks import read_mark
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, tables
from tthc_desktop.models.plan import Plan, cell, line_value, words
from tthc_desktop.models.table import Role
from tthc_desktop.models.text import plain

PARTS = (
    "KẾ HOẠCH", "Kiểm soát thủ tục hành chính", "UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Số: 12/KH-SNV", "Hà Nội, ngày 01 tháng 02 năm 2025", "Căn cứ Luật số 5;", "I. MỤC ĐÍCH", "1. Yêu cầu",
    "a) rà soát các thủ tục", "- Đơn vị chủ trì: Văn phòng Sở.", "- Thời gian: Quý I", "và các đơn vị thuộc Sở",
    "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn An", "PHỤ LỤC I",
    "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 12)", "DỰ THẢO", "2", "STT", "Nội dung", "Thời gian", "Kết quả",
    "Số: 15/KH-STP; 14/02/2025; 08:00:00 +07:00", "một dòng\nhai dòng", "----", "| a | b | c |", "x\ty\tz", "1.",
)  # fmt: skip


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    said = draw(st.one_of(st.sampled_from(PARTS), st.text("ab đ.:;-+|\t\n1I)", max_size=12)))
    marker = draw(st.sampled_from((None, None, None, Marker(Mark.ARABIC, "1", 1, "1."), Marker(Mark.DASH, shown="•"))))
    return Block(
        plain(said),
        heading=draw(st.sampled_from((0, 0, 0, 1, 2))),
        marker=marker,
        place=draw(st.sampled_from((None, Place(1), Place(2)))),
        boxed=draw(st.booleans()),
    )


def cells(inner: st.SearchStrategy[Block | TableBlock]) -> st.SearchStrategy[TableCell]:
    spans = st.sampled_from((1, 1, 1, 2, 3))
    return st.builds(TableCell, st.lists(inner, max_size=3).map(tuple), spans, spans, st.booleans())


def table_blocks(inner: st.SearchStrategy[Block | TableBlock]) -> st.SearchStrategy[TableBlock]:
    rows = st.lists(st.lists(cells(inner), max_size=4).map(tuple), min_size=1, max_size=5).map(tuple)
    return st.builds(TableBlock, rows, st.sampled_from((None, True, False)), st.booleans())


PAPERS = st.builds(
    Paper,
    st.lists(st.one_of(blocks(), blocks(), blocks(), st.deferred(lambda: table_blocks(NESTED))), max_size=14).map(
        tuple
    ),
    aside=st.lists(blocks(), max_size=2).map(tuple),
    notes=st.lists(blocks(), max_size=2).map(tuple),
)
NESTED: st.SearchStrategy[Block | TableBlock] = st.recursive(blocks(), table_blocks, max_leaves=6)


def letters(said: str) -> Counter[str]:
    return Counter("".join(said.split()))


def shown(block: Block) -> str:
    if not str(block.text).strip():
        return ""
    sign = block.marker.shown if block.marker else ""
    return f"{sign}{block.text}"


@settings(max_examples=25)
@given(PAPERS)
def test_every_word_is_in_one_line(paper: Paper) -> None:
    draft = read_laid_out(paper)
    said = "".join(shown(block) for block in (*flat(paper.blocks), *paper.aside, *paper.notes))
    lines = "".join(line.text.replace(" | ", " ") for line in draft.lines)
    kept = letters(lines)
    assert set(kept - letters(said)) <= set("•1.")  # a cell with nothing but the number of its list shows that
    assert set(letters(said) - kept) <= set("|•")  # a bullet before words that are numbered is no mark


@settings(max_examples=25)
@given(PAPERS)
def test_placed_and_unplaced_are_all_lines(paper: Paper) -> None:
    draft = read_laid_out(paper)
    numbers = [line.number for line in draft.lines]
    assert numbers == list(range(1, len(numbers) + 1))
    assert set(draft.placed) | {line.number for line in draft.unplaced} == set(numbers)
    assert set(draft.placed).isdisjoint(line.number for line in draft.unplaced)
    assert draft.plan.unplaced == draft.unplaced
    assert set(draft.places) <= set(numbers)
    assert {problem.line for problem in draft.problems} <= {0, *numbers}


@settings(max_examples=25)
@given(PAPERS)
def test_what_is_placed_stands_in_the_plan(paper: Paper) -> None:
    """The words of lines with a part of the plan as their place are in the plan."""
    draft = read_laid_out(paper)
    placed = "".join(line.text[read_mark(line.text).start :] for line in draft.lines if draft.placed.get(line.number))
    missing = {char for char in letters(placed) - letters(said_by(draft.plan)) if char.isalpha()}
    signs = set("noinhan") | set("NơinhậnPhụlụcPHỤLỤCKẾHOẠCHSTTsốSỐI")
    assert missing <= signs


def said_by(plan: Plan) -> str:
    parts = [plan.kind, str(plan.title), str(plan.attached), *plan.signatory.capacity, plan.signatory.name]
    parts += [str(basis.text) for basis in plan.bases]
    parts += [recipient.text for recipient in plan.recipients]
    for nodes in (plan.body, *(appendix.nodes for appendix in plan.appendices)):
        for item, _ in items(nodes):
            parts.append(str(words(plan, item)))
            parts += [f"{line.label}{line_value(plan, item, line)}{line.ending}" for line in item.lines]
    parts += [f"{appendix.title}{appendix.attached}" for appendix in plan.appendices]
    for table, _ in tables(plan):
        parts += [f"{column.title}{column.over}" for column in table.columns]
        parts += [str(cell(plan, row, column)) for row in table.rows for column in table.columns]
        parts += [str(row.title) for row in table.rows]
        parts += ["123456789" for column in table.columns if column.role is Role.NUMBER]
    return "".join(parts)


@settings(max_examples=25)
@given(PAPERS)
def test_a_paper_without_its_hidden_identities_is_read_the_same(paper: Paper) -> None:
    ours = replace(paper, blocks=tuple(_known(block) for block in paper.blocks), carried="{}")
    before, now = read_laid_out(paper), read_laid_out(ours)
    assert [line.text for line in now.lines] == [line.text for line in before.lines]
    assert now.placed.keys() == before.placed.keys()
    assert now.carried == "{}"


def _known(block: Block | TableBlock) -> Block | TableBlock:
    return replace(block, known="0123456789abcdef")
