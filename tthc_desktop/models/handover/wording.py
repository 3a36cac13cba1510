"""A checklist as plain text, for whoever has the folder but no reader of PDF at hand."""

from collections.abc import Iterator

from tthc_desktop.models.handover.values import Checklist

TITLE = "DANH MỤC KÝ SỐ"
FILES, CHECKS, STEPS = "Tệp trong thư mục", "Kiểm trước khi ký", "Ký theo thứ tự"
DOUBT = "CẦN XEM: "


def as_text(found: Checklist) -> str:
    """Return the checklist in lines, each thing to do with a box to tick."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Checklist) -> Iterator[str]:
    yield from (TITLE, found.about, "", f"I. {FILES}")
    for number, file in enumerate(found.files, 1):
        fields = "; ".join(place.name for place in file.places)
        yield f"  Tệp {number}: {file.name} ({file.pages} trang{f'; ô ký: {fields}' if fields else ''})"
    yield from ("", f"II. {CHECKS}")
    for check in found.checks:
        yield f"  [ ] {check.about}: {DOUBT if check.is_doubtful else ''}{check.found}"
    yield from ("", f"III. {STEPS}")
    for number, step in enumerate(found.steps, 1):
        yield f"  [ ] Bước {number}. {step.who}: {step.what}. Tệp {step.file}. {step.where}."
