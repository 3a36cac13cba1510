"""What is to be said of the surroundings of an office that has just been opened: its place, other copies, the clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.office import Office
from tthc_desktop.storage.places import conflicting, warning

_FORM = "%H:%M %d/%m/%Y"
_TOLERATED = timedelta(minutes=10)


def warnings(office: Office, now: datetime) -> Iterator[UserError]:
    """Yield what a clerk has to know, as sentences; `now` is this computer's time."""
    if (place := warning(office.path)) is not None:
        yield place
    if others := conflicting(office.path):
        yield _of_copies(office.path, others)
    written = office.last_written()
    if written is not None and written > now + _TOLERATED:
        yield UserError(
            f"Đồng hồ máy đang là {now:{_FORM}}, nhưng lần ghi cuối là {written.astimezone(now.tzinfo):{_FORM}}.",
            "Hãy chỉnh lại ngày giờ của máy: hạn của việc và ngày sao lưu được tính theo đó. Dữ liệu vẫn còn nguyên.",
        )


def _of_copies(path: Path, others: tuple[Path, ...]) -> UserError:
    return UserError(
        f"Bên cạnh “{path.name}” có bản khác do hai máy cùng sửa: “{others[0].name}”.",
        "Hãy mở bản đó xem có việc nào thiếu ở đây không; chương trình không tự gộp và không xóa bản nào.",
    )
