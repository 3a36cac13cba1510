"""A folder that is handed over to be signed with the government's own tool: the PDFs and a checklist."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.documents.writing.files import write_several
from tthc_desktop.documents.writing.pdf.checklist import checklist_pdf
from tthc_desktop.documents.writing.pdf.separate import PrintedFile, separate_files, whole_file
from tthc_desktop.errors import UserError
from tthc_desktop.models.handover.steps import checklist
from tthc_desktop.models.handover.values import Checklist, FileToSign
from tthc_desktop.models.handover.wording import as_text
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Plan

LIST = "Danh mục ký số"
"""The name of the checklist, without its ending."""


@dataclass(frozen=True, slots=True)
class Handover:
    """The files to be signed, and what is to be done with them."""

    files: tuple[PrintedFile, ...]
    checklist: Checklist


def hand_over(plan: Plan, *, separate: bool = True) -> Handover:
    """Return what is handed over of a plan, each appendix as a file of its own or all in one.

    Raises `UserError` where the paper does not say who signs: it has no place for a signature then.
    """
    if not (any(map(str.strip, plan.signatory.capacity)) or plan.signatory.name.strip()):
        raise UserError(
            "Văn bản chưa ghi chức vụ, họ tên người ký nên không có chỗ để ký.",
            "Hãy ghi người ký ở cuối văn bản rồi chuẩn bị lại.",
        )
    files = separate_files(plan) if separate else (whole_file(plan),)
    return Handover(files, checklist(plan, [_to_sign(plan, file) for file in files]))


def _to_sign(plan: Plan, file: PrintedFile) -> FileToSign:
    held = next((appendix for appendix in plan.appendices if appendix.id == file.appendix_id), None)
    return FileToSign(file.name, appendix_label(plan, held) if held else "", file.pages, file.places)


def write_handover(folder: Path, made: Handover) -> tuple[Path, ...]:
    """Write all files into a folder, which is made, or none of them; a file that is there already is never replaced.

    It may have been signed, and a signature that is written over is lost.
    """
    paths = [(folder / name, data) for name, data in _written(made)]
    if taken := next((path for path, data in paths if path.exists()), None):
        raise UserError(
            f"Thư mục “{folder}” đã có tệp “{taken.name}”, có thể đã được ký.",
            "Hãy chọn một thư mục khác, hoặc cất tệp đó đi rồi chuẩn bị lại.",
        )
    _make(folder)
    write_several(paths)
    return tuple(path for path, _ in paths)


def _written(made: Handover) -> Iterator[tuple[str, bytes]]:
    yield from ((file.name, file.data) for file in made.files)
    yield f"{LIST}.pdf", checklist_pdf(made.checklist)
    yield f"{LIST}.txt", as_text(made.checklist).replace("\n", "\r\n").encode("utf-8-sig")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise UserError(
            f"Không dùng được thư mục “{folder}”.", "Hãy chọn một thư mục khác mà bạn có quyền ghi."
        ) from error
