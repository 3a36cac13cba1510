"""What is copied out: numbers, labels and tables as real words, and the same structure when it comes back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.documents.reading.clipboard.telling import outline_of
from tests.strategies import fresh_id
from tests.ui.papers import little_plan
from tthc_desktop.documents.reading.clipboard import read_exact, read_html, read_plain
from tthc_desktop.documents.writing.clipboard import Chosen, copied, exact
from tthc_desktop.models.copying import identities
from tthc_desktop.models.fragment import Fragment, whole
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, nodes_of, tables_in
from tthc_desktop.models.plan import Item, Line, Node, Plan
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Task
from tthc_desktop.models.text import EMPTY, Run, Text, plain, text

ORDER = (Mark.ROMAN, Mark.ARABIC, Mark.LETTER, Mark.DASH, Mark.PLUS)
NAMES = ("Rà soát hồ sơ", "Công khai thủ tục", "Tập huấn cho công chức", "Theo dõi tiến độ")
UNITS = ("Phòng Nội vụ", "Văn phòng", "Phòng Tư pháp")
TIMES = ("Quý I", "Tháng 6/2031", "Thường xuyên")
LINES = (
    Line(Role.LEAD, "Đơn vị chủ trì"),
    Line(Role.COORDINATE, "Phối hợp", Mark.DASH, ";"),
    Line(Role.DEADLINE, "Thời gian"),
)
COLUMNS = (
    (Role.NUMBER, "STT", ""),
    (Role.CONTENT, "Nội dung công việc", ""),
    (Role.LEAD, "Chủ trì", "Phân công"),
    (Role.COORDINATE, "Phối hợp", "Phân công"),
    (Role.DEADLINE, "Thời hạn", ""),
)


@st.composite
def sentences(draw: DrawFn) -> Text:
    """Draw a sentence with some words bold or italic; none begins or ends the paragraph so."""
    name, unit = draw(st.sampled_from(NAMES)), draw(st.sampled_from(UNITS))
    inner = Run(unit, draw(st.booleans()), draw(st.booleans()))
    return text((Run(f"{name} của "), inner, Run(" trong năm.")))


@st.composite
def outlines(draw: DrawFn, tasks: dict[str, Task], depth: int = 0) -> tuple[Node, ...]:
    """Draw items as plans have them: headings name what stands below, sentences end, tasks and tables stand last."""
    return tuple(draw(some_items(tasks, depth)) for _ in range(draw(st.integers(1, 3))))


@st.composite
def some_items(draw: DrawFn, tasks: dict[str, Task], depth: int) -> Item:
    mark = ORDER[depth]
    shape = draw(st.sampled_from(("leaf", "leaf", "branch", "task", "table"))) if depth < 3 else "leaf"
    if depth == 0 or shape == "branch":
        heading = depth < 3
        children = draw(outlines(tasks, depth + 1))
        return Item(fresh_id(), mark, plain(draw(st.sampled_from(NAMES))), heading, children)
    if shape == "task" and mark is Mark.ARABIC:  # what stands below the last of several points belongs to all of them
        task = Task(
            fresh_id(),
            plain(draw(st.sampled_from(NAMES))),
            lead=plain("Sở"),
            coordinate=plain("Sở khác"),
            deadline=plain("Quý I"),
        )
        tasks[task.id] = task
        return Item(fresh_id(), mark, heading=True, task_id=task.id, lines=LINES)
    below: tuple[Node, ...] = (draw(some_tables(tasks)),) if shape == "table" else ()
    return Item(fresh_id(), mark, draw(sentences()), children=below)


@st.composite
def some_tables(draw: DrawFn, tasks: dict[str, Task]) -> Table:
    columns = tuple(Column(fresh_id(), role, plain(title), plain(over)) for role, title, over in COLUMNS)
    rows: list[Row] = []
    for group in range(draw(st.integers(1, 2))):
        rows.append(Row(fresh_id(), RowKind.GROUP, title=plain(f"NHÓM {'MỘT' if group else 'HAI'}")))
        for place in range(draw(st.integers(1, 3))):
            task = Task(
                fresh_id(),
                draw(sentences()),
                plain(draw(st.sampled_from(UNITS)) if not place else str(tasks[rows[-1].task_id].lead)),
                plain("- Văn phòng;\n- Phòng Tư pháp"),
                deadline=plain(draw(st.sampled_from(TIMES))),
            )
            tasks[task.id] = task
            merged = (columns[2].id,) if place and draw(st.booleans()) else ()
            rows.append(Row(fresh_id(), RowKind.TASK, 1, task_id=task.id, continues=merged))
    return Table(fresh_id(), columns, tuple(rows), (Mark.ROMAN, Mark.ARABIC), number_in_title=draw(st.booleans()))


@st.composite
def fragments(draw: DrawFn) -> Fragment:
    tasks: dict[str, Task] = {}
    return Fragment(draw(outlines(tasks)), tasks)


def everything(plan: Plan) -> list[Chosen]:
    """Return all paragraphs and tables of the text, as a selection over them gives them."""
    found: list[Chosen] = []

    def choose(nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            if isinstance(node, Table):
                found.append(Chosen(node.id, "table", EMPTY))
            else:
                found.append(Chosen(node.id))
                choose(node.children)
                found.extend(Chosen(node.id, f"line {place}") for place in range(len(node.lines)))

    for nodes in nodes_of(plan):
        choose(nodes)
    return found


@given(fragments())
def test_a_copy_as_markup_comes_back_the_same(fragment: Fragment) -> None:
    plan = whole(fragment)

    again = read_html(copied(plan, everything(plan)).html)

    assert outline_of(again.fragment) == outline_of(fragment)
    assert again.problems == ()
    assert again.unplaced == ()
    assert identities(whole(again.fragment)).isdisjoint(identities(plan) - {""})


@given(fragments())
def test_a_copy_for_the_program_itself_comes_back_the_same(fragment: Fragment) -> None:
    plan = replace(whole(fragment), id="plan")

    again = read_exact(exact(plan, everything(plan)))

    assert outline_of(again.fragment) == outline_of(fragment)
    assert again.unplaced == ()
    assert (again.fragment, again.came_from, again.line) == (fragment, "plan", None)


@given(fragments())
def test_a_copy_as_plain_words_comes_back_with_all_its_words(fragment: Fragment) -> None:
    plan = whole(fragment)

    again = read_plain(copied(plan, everything(plan)).plain)

    assert [item.mark for item, _ in items(again.fragment.nodes)] == [item.mark for item, _ in items(fragment.nodes)]
    assert len(list(tables_in(again.fragment.nodes))) == len(list(tables_in(fragment.nodes)))
    assert again.unplaced == ()


def test_markup_has_numbers_nesting_and_tables() -> None:
    plan = little_plan()
    html = copied(plan, everything(plan)).html

    assert "<b>I. MỤC ĐÍCH</b>" in html
    assert "margin:0 0 6pt 18pt" in html
    assert ">1. Giảm <b>phiền hà</b> cho người dân.</p>" in html
    assert ">- Đơn vị chủ trì: Văn phòng.</p>" in html
    assert '<th rowspan="2"' in html
    assert '<th colspan="2"' in html
    assert '<td rowspan="2"' in html


def test_plain_words_have_numbers_and_tabs() -> None:
    plan = little_plan(1)

    assert copied(plan, everything(plan)).plain.split("\n") == [
        "I. MỤC ĐÍCH",
        "  1. Giảm phiền hà cho người dân.",
        "II. NHIỆM VỤ",
        "  1. Tập huấn cho công chức một cửa",
        "    - Đơn vị chủ trì: Văn phòng.",
        "    - Thời hạn: Quý II.",
        "STT\tNội dung công việc\tPhân công\t\tThời hạn",
        "\t\tChủ trì\tPhối hợp\t",
        "I\tNHÓM CHUNG\t\t\t",
        "1\tRà soát thủ tục số 1 và đề xuất cắt giảm giấy tờ\tPhòng Cải cách\tCác phòng\tTháng 6/2030",
        "2\tHồ sơ nộp trực tuyến\t\t\t",
    ]


def test_parts_of_the_first_and_last_paragraph() -> None:
    plan = little_plan()
    chosen = [
        Chosen("i1", "text", plain("cho người dân."), begins=False),
        Chosen("s2", "text", plain("NHIỆM"), ends=False),
        Chosen("i2", "line 0", plain("Văn"), ends=False),
        Chosen("b1", "text", plain("Căn cứ")),
        Chosen("r1", "text", plain("Như trên")),
    ]

    assert copied(plan, chosen).plain.split("\n") == [
        "  cho người dân.",
        "II. NHIỆM",
        "    - Đơn vị chủ trì: Văn",
        "Căn cứ",
        "- Như trên",
    ]
    assert exact(plan, chosen) == ""
    assert exact(plan, chosen[:1]) == ""


def test_a_task_without_its_lines_is_copied_as_a_paragraph() -> None:
    plan = little_plan()
    fragment = read_exact(exact(plan, [Chosen("s2", "text", plain("VIỆC")), Chosen("i2")])).fragment

    assert outline_of(fragment) == ["I. # VIỆC", "  1. Tập huấn cho công chức một cửa"]
    assert fragment.tasks == {}


def test_bases_are_copied_as_bases() -> None:
    plan = little_plan()

    assert outline_of(read_exact(exact(plan, [Chosen("b1")])).fragment) == ["basis Căn cứ kế hoạch công tác của tỉnh;"]
