"""`export` and `export-all`: plans as files for other programs, each file whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import destination, destination_ending, find_plan, opened, title_of
from tthc_desktop.documents.writing.endings import ENDINGS, written
from tthc_desktop.documents.writing.files import write
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.life import living, papers

if TYPE_CHECKING:
    from tthc_desktop.office import Office

_OTHER_SHEETS = (".xls", ".xlsm", ".xlsb", ".ods", ".csv")
_OTHER_PAPERS = (".doc", ".docm", ".dotx", ".odt", ".rtf")


def export(wishes: Wishes) -> Answer:
    """Write a plan in the form that the file's ending asks for."""
    out = destination(wishes)
    _check_ending(out)
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
    ending = out.suffix.lower()
    write(out, written(plan, ending if ending in ENDINGS else ".json"))
    return Answer({"plan": plan.id, "file": str(out)}, f"Đã xuất “{title_of(plan)}” ra {out}.")


def export_all(wishes: Wishes) -> Answer:
    """Write all that the office keeps: as one workbook, or each paper in every form in one archive."""
    out = destination_ending(wishes, ".xlsx", ".zip")
    with opened(wishes.office) as office:
        if out.suffix.lower() == ".zip":
            return _everything(office, out)
        holdings = office.holdings
    from tthc_desktop.documents.writing.workbook import whole_workbook  # noqa: PLC0415 - only an export needs it

    write(out, whole_workbook(holdings))
    count = len(living(holdings.plans))
    return Answer({"plans": count, "file": str(out)}, f"Đã xuất toàn bộ ({count} kế hoạch) ra {out}.")


def _everything(office: "Office", out: Path) -> Answer:
    from tthc_desktop.documents.writing.everything import write_everything  # noqa: PLC0415 - as above

    told = write_everything(out, papers(office.plans), office.kept_file)
    words = [f"Đã xuất {told.papers} văn bản, mỗi văn bản ra JSON, Word, Excel và PDF, vào {out}."]
    words += [f"  Không có {name}: {why}" for _, name, why in told.missing]
    missing = [{"plan": id_, "file": name, "why": why} for id_, name, why in told.missing]
    return Answer({"plans": told.papers, "file": str(out), "missing": missing}, "\n".join(words))


def _check_ending(out: Path) -> None:
    found = out.suffix.lower()
    if found in _OTHER_SHEETS:
        raise UserError(
            f"Chương trình không ghi được tệp {out.suffix}.", "Hãy xuất ra tệp .xlsx; Excel và LibreOffice đều mở được."
        )
    if found in _OTHER_PAPERS:
        raise UserError(
            f"Chương trình không ghi được tệp {out.suffix}.", "Hãy xuất ra tệp .docx; Word và LibreOffice đều mở được."
        )
    if found and found not in ENDINGS:
        raise UserError(
            f"Chương trình không ghi được tệp {out.suffix}.",
            f"Hãy đặt cho tệp một tên có đuôi {', '.join(ENDINGS[:-1])} hoặc {ENDINGS[-1]}; "
            "gói .zip có mọi kế hoạch thì ghi bằng lệnh export-all.",
        )
