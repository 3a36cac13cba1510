"""Plans in our own words for the tests of the window."""

from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.plan import Appendix, Basis, Header, Item, Line, Plan, Recipient, Signatory, SourceLine
from tthc_desktop.models.table import Column, Role, Row, RowKind, Table
from tthc_desktop.models.task import Target, Task
from tthc_desktop.models.text import Run, plain, text

COLUMNS = (
    Column("c1", Role.NUMBER, plain("STT")),
    Column("c2", Role.CONTENT, plain("Nội dung công việc")),
    Column("c3", Role.LEAD, plain("Chủ trì"), over=plain("Phân công")),
    Column("c4", Role.COORDINATE, plain("Phối hợp"), over=plain("Phân công")),
    Column("c5", Role.DEADLINE, plain("Thời hạn")),
)


def little_plan(rows: int = 3) -> Plan:
    """Return a plan that has one of everything: text, a task in the text, a table with groups and merged cells."""
    tasks = {f"t{n}": _task(n) for n in range(1, rows + 1)}
    tasks["body"] = Task("body", plain("Tập huấn cho công chức một cửa"), plain("Văn phòng"), deadline=plain("Quý II"))
    targets = {"g1": Target("g1", plain("Hồ sơ nộp trực tuyến"), plain("%"), plain("70"))}
    return Plan(
        "p1",
        title=plain("Kiểm soát thủ tục hành chính năm 2030"),
        header=Header("UBND TỈNH SÔNG NGÂN", "SỞ NỘI VỤ", "12", "KH-SNV", "Sông Ngân", 5, 1, 2030),
        bases=(Basis("b1", plain("Căn cứ kế hoạch công tác của tỉnh;")),),
        body=_body(),
        appendices=(_appendix(rows),),
        signatory=Signatory(("GIÁM ĐỐC",), "Lê Thị Bình"),
        recipients=(Recipient("r1", "Như trên"), Recipient("r2", "Lưu: VT")),
        tasks=tasks,
        targets=targets,
        source="mau.txt",
        unplaced=(SourceLine(9, "dòng lạ"),),
    )


def _task(number: int) -> Task:
    return Task(
        f"t{number}",
        plain(f"Rà soát thủ tục số {number} và đề xuất cắt giảm giấy tờ"),
        plain("Phòng Cải cách"),
        plain("Các phòng"),
        deadline=plain("Tháng 6/2030"),
    )


def _body() -> tuple[Item, ...]:
    lines = (Line(Role.LEAD, "Đơn vị chủ trì"), Line(Role.DEADLINE, "Thời hạn"))
    work = Item("i2", Mark.ARABIC, task_id="body", lines=lines)
    purpose = Item("i1", Mark.ARABIC, text((Run("Giảm "), Run("phiền hà", bold=True), Run(" cho người dân."))))
    return (
        Item("s1", Mark.ROMAN, plain("MỤC ĐÍCH"), heading=True, children=(purpose,)),
        Item("s2", Mark.ROMAN, plain("NHIỆM VỤ"), heading=True, children=(work,)),
    )


def _appendix(rows: int) -> Appendix:
    listed = [
        Row("g", RowKind.GROUP, title=plain("NHÓM CHUNG")),
        *(
            Row(f"w{n}", RowKind.TASK, 1, task_id=f"t{n}", continues=("c4",) if n == 2 else ())
            for n in range(1, rows + 1)
        ),
        Row("x1", RowKind.TARGET, 1, target_id="g1"),
    ]
    table = Table("tab", COLUMNS, tuple(listed), levels=(Mark.ROMAN, Mark.ARABIC))
    return Appendix("a1", plain("DANH MỤC NHIỆM VỤ"), plain("(Kèm theo Kế hoạch)"), landscape=True, nodes=(table,))
