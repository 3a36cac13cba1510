"""The steps of signing in the order of the government's tool: leader, number, date, seal, each appendix.

The clerk signs for the organisation only after the competent person has signed (Decree 30/2020, Điều 15, 32).
"""

from collections.abc import Iterator, Sequence

from tthc_desktop.models.handover.checking import checks
from tthc_desktop.models.handover.values import Checklist, FileToSign, Step
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.signature_places import ORGANISATION, PERSON

LEADER, CLERK = "Lãnh đạo", "Văn thư"


def checklist(plan: Plan, files: Sequence[FileToSign]) -> Checklist:
    """Return the checklist of a hand-over, whose first file is the paper itself."""
    about = " ".join(f"{plan.kind} {plan.title}".split())
    return Checklist(about, tuple(files), checks(plan, files), tuple(_steps(plan, files)))


def _steps(plan: Plan, files: Sequence[FileToSign]) -> Iterator[Step]:
    paper = files[0]
    yield _signing(LEADER, _by_leader(plan), (1, paper), PERSON, "giữa chức vụ và họ tên")
    if not plan.header.number.strip():
        yield Step(CLERK, "Điền số của văn bản", 1, "Trang 1, sau chữ “Số:”")
    if not (plan.header.day and plan.header.month and plan.header.year):
        yield Step(CLERK, "Điền ngày ban hành", 1, "Trang 1, dòng ngày, tháng, năm")
    seal = "Đóng dấu: ký số của cơ quan"
    yield _signing(CLERK, seal, (1, paper), ORGANISATION, "trùm 1/3 chữ ký, về bên trái")
    for number, file in enumerate(files[1:], 2):
        what = f"Ký số của cơ quan lên {file.label}"
        yield _signing(CLERK, what, (number, file), file.label, "góc trên bên phải")
    yield Step(CLERK, "Kiểm chữ ký bằng “Nhận bản đã ký…”, rồi ban hành", 1, "Trong chương trình này")


def _by_leader(plan: Plan) -> str:
    name = plan.signatory.name.strip()
    return f"Ký phê duyệt ({name})" if name else "Ký phê duyệt"


def _signing(who: str, what: str, file: tuple[int, FileToSign], name: str, where: str) -> Step:
    """Return the step that signs the field of this name."""
    number, held = file
    found = next((place for place in held.places if place.name == name), None)
    told = f"Trang {found.page + 1}, ô “{name}”: {where}" if found else where.capitalize()
    return Step(who, what, number, told, found)
