"""What the list says of backups."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.backups.cards import CARD, CONTENT, STORED, earlier
from tthc_desktop.models.backups.values import SAID, Content, Reason
from tthc_desktop.storage.backups import Stored
from tthc_desktop.ui.backups import words
from tthc_desktop.ui.backups.table import COLUMNS, BackupsTable
from tthc_desktop.ui.backups.words import Listed, Now, State
from tthc_desktop.ui.local_time import moment

UNKNOWN = Stored(Path("/van-phong.sao-luu/la.tthc"), None, "Bản sao lưu này không có thẻ.")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1 KB"),
        (620 * 1024, "620 KB"),
        (1_300_000, "1,2 MB"),
        (48 * 1024**2, "48 MB"),
        (3 * 1024**3, "3,0 GB"),
    ],
)
def test_a_size_is_read_as_people_say_it(count: int, said: str) -> None:
    assert words.size(count) == said


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_told(reason: Reason) -> None:
    said = words.why(earlier(0, reason))
    assert said.lower() == SAID[reason].lower()
    assert said[0].isupper()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (Now(CONTENT, "d"), "Như hiện nay"),
        (Now(replace(CONTENT, plans=3, tasks=1190), "e"), "Nay thêm 1 kế hoạch, bớt 10 nhiệm vụ"),
        (Now(replace(CONTENT, tasks=2434), "e"), "Nay thêm 1.234 nhiệm vụ"),
        (Now(replace(CONTENT, targets=0, units=0), "e"), "Nay bớt 3 chỉ tiêu, 4 đơn vị"),
        (Now(replace(CONTENT, entries=22), "e"), "Nay đã sửa 12 lần"),
        (Now(CONTENT, "e"), "Nay khác"),
        (None, ""),
    ],
)
def test_the_difference_from_now_is_counted(now: Now | None, said: str) -> None:
    assert words.difference(STORED, now) == said


def test_what_is_in_a_backup_is_told_in_short_and_whole() -> None:
    assert words.holds(CONTENT) == "2 kế hoạch · 1.200 nhiệm vụ · 3 chỉ tiêu"
    assert words.holds_all(CONTENT) == "2 kế hoạch, 1.200 nhiệm vụ, 3 chỉ tiêu, 4 đơn vị"
    assert words.holds(Content()) == "Chưa có kế hoạch nào"


@pytest.mark.parametrize(
    ("listed", "state", "said"),
    [
        (Listed(STORED), State.SOUND, "Nguyên vẹn lúc ghi"),
        (Listed(STORED, ()), State.SOUND, "Đã kiểm tra"),
        (Listed(STORED, ("Tệp đã bị thay đổi.",)), State.DAMAGED, "Có chỗ hỏng"),
        (Listed(replace(STORED, backup=replace(CARD, sound=False))), State.DAMAGED, "Có chỗ hỏng"),
        (Listed(replace(STORED, trouble="Tệp bị cắt cụt.")), State.UNSURE, "Cần kiểm tra"),
        (Listed(UNKNOWN), State.UNSURE, "Cần kiểm tra"),
    ],
)
def test_the_state_tells_what_is_known(listed: Listed, state: State, said: str) -> None:
    assert words.state(listed) is state
    assert words.state_words(listed) == said


def test_the_newest_good_one_is_named_not_the_newest() -> None:
    listed = [Listed(earlier(0), ("Hỏng.",)), Listed(earlier(1)), Listed(earlier(2))]
    assert words.summary(listed) == f"3 bản, bản tốt mới nhất lúc {words.when(listed[1].stored)}"
    assert words.summary(listed[:1]) == "1 bản, không có bản nào chắc chắn còn tốt"
    assert words.summary([]) == ""


def test_the_table_shows_each_backup_in_a_row() -> None:
    table = BackupsTable()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    locked = replace(STORED, path=Path(f"{STORED.path}.age"), second=True)
    table.now = Now(replace(CONTENT, plans=3), "e")
    table.show_kept([Listed(STORED), Listed(locked), Listed(UNKNOWN)])
    shown = [[str(table.index(row, at).data()) for at in range(len(COLUMNS))] for row in range(3)]
    holds = "2 kế hoạch · 1.200 nhiệm vụ"
    said = [moment(CARD.at), "Trước khi nhận bảng đơn vị gửi lại", holds, "Nay thêm 1 kế hoạch", "1,2 MB"]
    assert shown[0] == [*said, "Máy này", "Nguyên vẹn lúc ghi"]
    assert shown[1] == [*said, "Nơi thứ hai", "Nguyên vẹn lúc ghi"]
    assert shown[2] == ["Không rõ", "Không rõ", "la.tthc", "", "", "Máy này", "Cần kiểm tra"]
    place = [column.field for column in COLUMNS].index("place")
    icons = [table.index(row, place).data(Qt.ItemDataRole.DecorationRole) for row in range(3)]
    assert [each is not None for each in icons] == [False, True, False]
