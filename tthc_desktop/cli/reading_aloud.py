"""`reading-order FILE.pdf`: what a screen reader reads of a PDF, element by element."""

from dataclasses import asdict

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.models.read_aloud import Read, misleading
from tthc_desktop.models.text import clean

_UNTAGGED = "Tệp này không có cấu trúc để đọc thành tiếng: phần mềm đọc màn hình phải đoán thứ tự."


def reading_aloud(wishes: Wishes) -> Answer:
    """Tell the elements of a PDF in the order in which they are read aloud."""
    from tthc_desktop.documents.reading.own_process import OwnProcess  # noqa: PLC0415
    from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415 - heavy, only needed here
    from tthc_desktop.documents.reading_order import reading_order  # noqa: PLC0415

    name = clean(wishes.out.name)
    with OwnProcess() as process:
        read = process.ask(reading_order, name, read_pdf(wishes.out), name)
    found = list(misleading(read)) if read else [_UNTAGGED]
    told = {"file": str(wishes.out), "tagged": bool(read), "misleading": found}
    lines = [*map(_line, read), *(f"Lưu ý: {words}" for words in found)]
    return Answer(told | {"elements": [asdict(one) for one in read]}, "\n".join(lines))


def _line(one: Read) -> str:
    words = " ".join(part for part in (one.words, f"[{one.instead}]" if one.instead else "") if part)
    reach = f" ({one.rows} hàng × {one.columns} cột)" if one.rows > 1 or one.columns > 1 else ""
    return f"{'  ' * one.depth}{one.role}{reach}{f': {words}' if words else ''}"
