"""What is to be said of an office just opened: its place, other copies, backups of a file that is gone, the clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tthc_desktop.errors import UserError
from tthc_desktop.models.backups.values import Backup
from tthc_desktop.office import Office
from tthc_desktop.storage.backups import folder_of, listed_in
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
    if written is None and (newest := _newest_backup(office.path)) is not None:
        yield _of_lost_file(office.path, newest, now)
    if written is not None and written > now + _TOLERATED:
        yield UserError(
            f"Đồng hồ máy đang là {now:{_FORM}}, nhưng lần ghi cuối là {written.astimezone(now.tzinfo):{_FORM}}.",
            "Hãy chỉnh lại ngày giờ của máy: hạn của việc và ngày sao lưu được tính theo đó. Dữ liệu vẫn còn nguyên.",
        )


def _newest_backup(path: Path) -> Backup | None:
    """Return the newest backup on this computer that holds something."""
    cards = (one.backup for one in listed_in(folder_of(path)) if not one.trouble)
    return next((card for card in cards if card is not None and card.content.entries), None)


def _of_lost_file(path: Path, newest: Backup, now: datetime) -> UserError:
    at = newest.at.astimezone(now.tzinfo)
    return UserError(
        f"Tệp dữ liệu “{path.name}” còn trống, nhưng bên cạnh có bản sao lưu lúc {at:{_FORM}} với "
        f"{newest.content.plans} kế hoạch: tệp cũ đã mất, bị chuyển đi hoặc bị xóa trắng.",
        "Hãy mở Tệp › Bản sao lưu… và chọn Quay về bản này; hoặc đưa tệp cũ trở lại chỗ này rồi mở lại.",
    )


def _of_copies(path: Path, others: tuple[Path, ...]) -> UserError:
    return UserError(
        f"Bên cạnh “{path.name}” có bản khác do hai máy cùng sửa: “{others[0].name}”.",
        "Hãy mở bản đó xem có việc nào thiếu ở đây không; chương trình không tự gộp và không xóa bản nào.",
    )
