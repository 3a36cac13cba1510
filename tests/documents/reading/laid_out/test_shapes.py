"""Papers as offices lay them out: each shape is read for what a person sees in it."""

import pytest

from tthc_desktop.documents.reading.draft import Draft, Place
from tthc_desktop.documents.reading.laid_out.blocks import Block, Marker, Paper, TableBlock, TableCell
from tthc_desktop.documents.reading.laid_out.reader import read_laid_out
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import items, numbers, tables
from tthc_desktop.models.plan import Signatory, words
from tthc_desktop.models.table import RowKind
from tthc_desktop.models.text import Run, Text, emphasised, plain

KIND = ("KẾ HOẠCH", "Kiểm soát thủ tục hành chính năm 2025")


def paragraphs(*said: str) -> tuple[Block, ...]:
    return tuple(Block(plain(one)) for one in said)


def cell(*said: str, columns: int = 1, rows: int = 1) -> TableCell:
    return TableCell(paragraphs(*said), columns, rows)


def row(*said: str) -> tuple[TableCell, ...]:
    return tuple(cell(*one.split("|")) if one else cell() for one in said)


def table(*rows: tuple[TableCell, ...], ruled: bool | None = True) -> TableBlock:
    return TableBlock(rows, ruled)


def read(*blocks: Block | TableBlock) -> Draft:
    return read_laid_out(Paper(blocks))


def outline(draft: Draft) -> list[str]:
    found = numbers(draft.plan.body)
    return [
        f"{'  ' * len(above)}{item.mark} {found[item.id]} {words(draft.plan, item)}"
        for item, above in items(draft.plan.body)
    ]


HEAD = [
    table(row("UBND TỈNH LÀO CAI|SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc"),
          row("Số: 12/KH-SNV", "Lào Cai, ngày 05 tháng 02 năm 2025"), ruled=False),
    table(row("UBND TỈNH LÀO CAI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
          row("SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc"), row("-------", "---------------"),
          row("Số: 12/KH-SNV", "Lào Cai, ngày 05 tháng 02 năm 2025"), ruled=None),
    table(row("UBND TỈNH LÀO CAI\nSỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
          row("Số: 12 /KH-SNV", "Lào Cai, ngày 05 tháng 02 năm 2025"), ruled=True),
    table(row("UBND TỈNH LÀO CAI|SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ|NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc"),
          row("Số: 12/KH-SNV", "Lào Cai, ngày 05 tháng 02 năm|2025"), ruled=False),
]  # fmt: skip


@pytest.mark.parametrize("head", HEAD)
def test_the_head_in_a_table(head: TableBlock) -> None:
    draft = read(head, *paragraphs(*KIND, "I. MỤC ĐÍCH", "1. Rà soát."))
    header = draft.plan.header
    assert (header.parent_agency, header.agency) == ("UBND TỈNH LÀO CAI", "SỞ NỘI VỤ")
    assert (header.number, header.symbol, header.place) == ("12", "KH-SNV", "Lào Cai")
    assert (header.day, header.month, header.year) == (5, 2, 2025)
    assert draft.unplaced == ()


def test_the_head_in_tabs_of_one_paragraph() -> None:
    draft = read(
        *paragraphs("UBND TỈNH A\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ B\tĐộc lập - Tự do - Hạnh phúc", *KIND)
    )
    assert (draft.plan.header.parent_agency, draft.plan.header.agency) == ("UBND TỈNH A", "SỞ B")


FEET = [
    table(row("Nơi nhận:|- UBND tỉnh;|- Các phòng, đơn vị|thuộc Sở;|- Lưu: VT.",
              "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC|Trần Văn An"),
          ruled=False),
    table(row("Nơi nhận:", "KT. GIÁM ĐỐC"), row("- UBND tỉnh;", "PHÓ GIÁM ĐỐC"),
          row("- Các phòng, đơn vị|thuộc Sở;", ""), row("- Lưu: VT.", "Trần Văn An"), ruled=None),
    table(row("Nơi nhận:\n- UBND tỉnh;\n- Các phòng, đơn vị\nthuộc Sở;\n- Lưu: VT.",
              "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nTrần Văn An")),
]  # fmt: skip


@pytest.mark.parametrize("foot", FEET)
def test_the_foot_in_a_table(foot: TableBlock) -> None:
    draft = read(*paragraphs(*KIND, "I. MỤC ĐÍCH", "1. Rà soát."), foot)
    recipients = [recipient.text for recipient in draft.plan.recipients]
    assert recipients == ["UBND tỉnh", "Các phòng, đơn vị thuộc Sở", "Lưu: VT"]
    assert draft.plan.signatory == Signatory(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Văn An")
    assert draft.unplaced == ()


def test_a_signature_alone_in_a_borderless_table() -> None:
    foot = table(row("", "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|Lê Thị Bình"), ruled=False)
    draft = read(*paragraphs(*KIND, "I. MỤC ĐÍCH", "1. Rà soát.", "2. Công khai."), foot)
    assert draft.plan.signatory == Signatory(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Thị Bình")
    assert not any(tables(draft.plan))


def test_a_frame_around_the_whole_paper() -> None:
    inner = table(row("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"), row("1", "Rà soát", "Văn phòng", "Quý I"))
    frame = TableBlock(((TableCell((*paragraphs(*KIND, "I. NHIỆM VỤ"), inner, *paragraphs("II. TỔ CHỨC"))),),), True)
    draft = read(frame)
    assert outline(draft) == ["roman I NHIỆM VỤ", "roman II TỔ CHỨC"]
    [(found, _)] = tables(draft.plan)
    assert [one.kind for one in found.rows] == [RowKind.TASK]


def test_a_table_of_tasks_without_lines_is_no_layout() -> None:
    rows = (row("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"), row("1", "Rà soát", "Văn phòng", "Quý I"))
    draft = read(*paragraphs(*KIND, "I. NHIỆM VỤ"), table(*rows, ruled=False))
    assert len(draft.plan.tasks) == 1


def test_headings_without_numbers_get_those_of_their_depth() -> None:
    blocks = (
        Block(plain("KẾ HOẠCH"), heading=1),
        Block(plain("Cải cách hành chính năm 2025"), heading=1),
        Block(plain("MỤC ĐÍCH"), heading=1),
        Block(plain("Yêu cầu chung"), heading=2),
        *paragraphs("Làm đúng hạn."),
        Block(plain("TỔ CHỨC THỰC HIỆN"), heading=1),
    )
    draft = read(*blocks)
    assert str(draft.plan.title) == "Cải cách hành chính năm 2025"
    assert outline(draft) == [
        "roman I MỤC ĐÍCH", "  arabic 1 Yêu cầu chung", "    none  Làm đúng hạn.", "roman II TỔ CHỨC THỰC HIỆN",
    ]  # fmt: skip


def test_numbers_that_word_counts_beside_typed_ones() -> None:
    def counted(said: str, mark: Mark, number: str, place: int, shown: str) -> Block:
        return Block(plain(said), marker=Marker(mark, number, place, shown))

    draft = read(
        *paragraphs(*KIND),
        counted("MỤC ĐÍCH", Mark.ROMAN, "I", 1, "I."),
        *paragraphs("1. Yêu cầu"),
        counted("Rà soát", Mark.LETTER, "a", 1, "a)"),
        counted("Công khai", Mark.LETTER, "b", 2, "b)"),
        Block(plain("văn phòng"), marker=Marker(Mark.DASH, shown="•")),
        counted("Chuẩn bị", Mark.NONE, "", 1, "Bước 1:"),
    )
    assert outline(draft) == [
        "roman I MỤC ĐÍCH", "  arabic 1 Yêu cầu", "    letter a Rà soát", "    letter b Công khai",
        "      dash  văn phòng", "      none  Bước 1: Chuẩn bị",
    ]  # fmt: skip
    assert [line.text for line in draft.lines][2:] == [
        "I. MỤC ĐÍCH", "1. Yêu cầu", "a) Rà soát", "b) Công khai", "• văn phòng", "Bước 1: Chuẩn bị",
    ]  # fmt: skip


def test_a_number_that_a_plan_writes_otherwise_is_told() -> None:
    draft = read(*paragraphs(*KIND), Block(plain("MỤC ĐÍCH"), marker=Marker(Mark.ROMAN, "I", 1, "A1.")))
    assert any("“A1.”" in problem.text for problem in draft.problems)


def test_a_lost_letter_of_rtf_is_a_point() -> None:
    def point(said: str, number: str, place: int) -> Block:
        return Block(plain(said), marker=Marker(Mark.LETTER, number, place, f"{number})"))

    lost = Block(plain("năm"), marker=Marker(Mark.DASH, shown="?)"))
    draft = read(*paragraphs(*KIND, "1. Việc"), point("bốn", "d", 4), lost, point("sáu", "e", 6))
    assert [line.split()[:2] for line in outline(draft)[1:]] == [["letter", "a"], ["letter", "b"], ["letter", "c"]]


def test_merged_cells_and_a_head_of_two_levels() -> None:
    head = (
        (cell("STT", rows=2), cell("Nội dung", rows=2), cell("Phân công", columns=2), cell("Thời gian", rows=2)),
        row("Chủ trì", "Phối hợp"),
    )
    body = (
        (cell("I. NHIỆM VỤ CHUNG", columns=5),),
        (cell("1"), cell("Rà soát"), cell("Văn phòng", rows=2), cell("Các phòng"), cell("Quý I")),
        (cell("2"), cell("Công khai"), cell("Thanh tra"), cell("Quý II")),
    )
    draft = read(*paragraphs(*KIND, "I. NHIỆM VỤ"), table(*head, *body))
    [(found, _)] = tables(draft.plan)
    assert [f"{column.over}/{column.title}" for column in found.columns] == [
        "/STT", "/Nội dung", "Phân công/Chủ trì", "Phân công/Phối hợp", "/Thời gian",
    ]  # fmt: skip
    assert [one.kind for one in found.rows] == [RowKind.GROUP, RowKind.TASK, RowKind.TASK]
    assert found.rows[2].continues == (found.columns[2].id,)
    assert [str(task.lead) for task in draft.plan.tasks.values()] == ["Văn phòng", "Văn phòng"]
    assert draft.unplaced == ()


def split_table(*rests: tuple[tuple[TableCell, ...], ...]) -> Draft:
    head, first = row("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"), row("1", "Rà soát", "Văn phòng", "Quý I")
    return read(*paragraphs(*KIND, "I. NHIỆM VỤ"), table(head, first), *(table(*rest) for rest in rests))


def test_a_table_cut_at_the_ends_of_pages_is_one() -> None:
    head, second = row("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"), row("2", "Công khai", "Thanh tra", "Quý II")
    draft = split_table((head, second), (row("3", "Báo cáo", "Văn phòng", "Quý III"),))
    [(found, _)] = tables(draft.plan)
    assert [str(task.content) for task in draft.plan.tasks.values()] == ["Rà soát", "Công khai", "Báo cáo"]
    assert draft.placed[6] == ""
    assert draft.placed[7] == found.rows[1].id
    assert draft.unplaced == ()


def test_tables_that_count_anew_or_have_a_head_of_their_own_stay_apart() -> None:
    head, again = row("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"), row("1", "Công khai", "Thanh tra", "Quý II")
    other = row("STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2025")
    assert len(list(tables(split_table((head, again)).plan))) == 2
    assert len(list(tables(split_table((other, row("2", "Tỷ lệ", "%", "90"))).plan))) == 2


def test_a_task_in_the_text_with_labelled_lines_and_breaks() -> None:
    draft = read(
        *paragraphs(*KIND, "I. NHIỆM VỤ", "1. Rà soát thủ tục."),
        Block(plain("- Đơn vị chủ trì: Văn phòng Sở.\n- Thời gian hoàn thành: Quý I/2025.")),
    )
    [task] = draft.plan.tasks.values()
    assert (str(task.content), str(task.lead), str(task.deadline)) == ("Rà soát thủ tục.", "Văn phòng Sở", "Quý I/2025")


def test_boxes_and_what_belongs_to_pages_alone() -> None:
    box = Block(plain("DỰ THẢO 2"), boxed=True)
    paper = Paper(
        (box, *paragraphs(*KIND, "I. MỤC ĐÍCH")), aside=paragraphs("2"), notes=paragraphs("Xem Luật."), pictures=1
    )
    draft = read_laid_out(paper)
    fate = {line.text: draft.placed.get(line.number) for line in draft.lines}
    assert (fate["DỰ THẢO 2"], fate["2"]) == ("", "")
    assert [line.text for line in draft.unplaced] == ["Xem Luật."]
    told = " ".join(problem.text for problem in draft.problems)
    assert "“DỰ THẢO 2”" in told
    assert "1 chú thích" in told
    assert "1 hình" in told


def test_appendices_lie_as_their_pages_do() -> None:
    rows = (row("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian"), row("1", "Rà soát", "Văn phòng", "Quý I"))
    first = TableBlock(rows, True, landscape=True)
    said = paragraphs(*KIND, "I. MỤC ĐÍCH", "Nơi nhận:", "- Lưu: VT.")
    appendices: tuple[Block | TableBlock, ...] = (
        *paragraphs("PHỤ LỤC I", "DANH MỤC NHIỆM VỤ"),
        first,
        *paragraphs("PHỤ LỤC II", "BIỂU MẪU"),
        TableBlock(rows, True),
    )
    draft = read_laid_out(Paper((*said, *appendices), oriented=True))
    assert [(str(one.title), one.landscape) for one in draft.plan.appendices] == [
        ("DANH MỤC NHIỆM VỤ", True), ("BIỂU MẪU", False),
    ]  # fmt: skip


def test_a_paragraph_that_a_stray_break_tore_is_whole() -> None:
    draft = read(*paragraphs(*KIND, "I. MỤC ĐÍCH", "1. Nâng cao trách nhiệm của các phòng,", "đơn vị thuộc Sở."))
    assert outline(draft)[-1] == "  arabic 1 Nâng cao trách nhiệm của các phòng, đơn vị thuộc Sở."


def test_places_and_hidden_identities_go_with_their_lines() -> None:
    rows = TableBlock(
        (row("STT", "Nội dung", "Thời gian"), row("1", "Rà soát", "Quý I")), True,
        known="aaaaaaaaaaaaaaaa", known_rows=("", "bbbbbbbbbbbbbbbb"), places=(Place(2), Place(3)),
    )  # fmt: skip
    title = Block(plain("I. MỤC ĐÍCH"), place=Place(1, (1.0, 2.0, 3.0, 4.0)), known="cccccccccccccccc")
    draft = read(*paragraphs(*KIND), title, rows)
    assert draft.known == {3: "cccccccccccccccc", 4: "aaaaaaaaaaaaaaaa", 5: "bbbbbbbbbbbbbbbb"}
    assert draft.places == {3: Place(1, (1.0, 2.0, 3.0, 4.0)), 4: Place(2), 5: Place(3)}


def test_bold_and_italic_stay() -> None:
    said = Text((Run("Rà soát "), Run("ngay", True), Run(" và "), Run("đủ", italic=True)))
    draft = read(*paragraphs(*KIND, "I. MỤC ĐÍCH"), Block(said))
    [heading] = draft.plan.body
    assert words(draft.plan, heading.children[0]) == said  # type: ignore[union-attr,arg-type]
    assert emphasised(said, bold=False) != said
