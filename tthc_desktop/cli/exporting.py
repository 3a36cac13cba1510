"""`export` and `export-all`: plans as files for other programs, each file whole or not at all."""

from pathlib import Path

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import destination, destination_ending, find_plan, opened, title_of
from tthc_desktop.documents.writing.endings import ENDINGS, written
from tthc_desktop.documents.writing.files import write
from tthc_desktop.errors import UserError
from tthc_desktop.models.editing.life import living

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
    """Write all that the office keeps as one workbook."""
    from tthc_desktop.documents.writing.workbook import whole_workbook  # noqa: PLC0415 - only an export needs it

    out = destination_ending(wishes, ".xlsx")
    with opened(wishes.office) as office:
        holdings = office.holdings
    write(out, whole_workbook(holdings))
    count = len(living(holdings.plans))
    return Answer({"plans": count, "file": str(out)}, f"Đã xuất toàn bộ ({count} kế hoạch) ra {out}.")


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
