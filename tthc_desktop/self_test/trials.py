"""What is tried, in the order of a clerk's work. Each job calls the libraries that it needs in an installed program."""

from dataclasses import replace
from datetime import date
from typing import Any

from tthc_desktop.documents.sample import sample_plan
from tthc_desktop.models.changes import Change
from tthc_desktop.models.text import plain
from tthc_desktop.office import Office
from tthc_desktop.public_holidays import public_holidays
from tthc_desktop.safekeeping import put
from tthc_desktop.self_test.drawing import draw_window
from tthc_desktop.self_test.place import NotAsWantedError, Place, Trial, expect, written
from tthc_desktop.storage.backups import check, listed, restore

_PASSWORD = "mật khẩu thử"
_TITLE = "Kiểm soát thủ tục hành chính năm 2026 – bản sửa thử"


def _open(place: Place) -> str:
    plan = sample_plan()
    with Office.open(place.office) as office:
        office.change(Change("Thêm kế hoạch mẫu", ((None, plan),)))
    place.plan = plan.id
    with Office.open(place.office) as office:
        expect(found=office.plans[plan.id], wanted=plan, about="kế hoạch đọc lại")
    return f"{place.office.stat().st_size // 1024} KB, đóng và mở lại còn nguyên"


def _edit(place: Place) -> str:
    with Office.open(place.office) as office:
        before = office.plans[place.plan]
        after = replace(before, title=plain(_TITLE))
        office.change(Change("Sửa thử", ((before, after),)))
        office.undo()
        expect(found=office.plans[place.plan], wanted=before, about="hoàn tác")
        office.redo()
        expect(found=office.plans[place.plan], wanted=after, about="làm lại")
    return "sửa, hoàn tác, làm lại"


def _export(place: Place) -> str:
    files = [place.file(f"xuất{ending}") for ending in (".docx", ".xlsx", ".json")]
    for file in files:
        place.ask("export", place.plan, file)
    place.ask("export-all", archive := place.file("tất cả.zip"))
    return written(*files, archive)


def _print(place: Place) -> str:
    out = place.file("in.pdf")
    pages = place.ask("print", place.plan, out)["pages"]
    checked: Any = place.ask("check-print", out)
    expect(found=checked["broken"], wanted=0, about="điểm sai thể thức")
    expect(found=checked["pages"], wanted=pages, about="số trang")
    return f"{pages} trang, {written(out)}, đúng thể thức"


def _import(place: Place) -> str:
    other, told = place.folder / "cơ quan khác.tthc", []
    wanted = _tasks(place.ask("show", place.plan))
    for name in ("xuất.docx", "in.pdf", "xuất.xlsx", "xuất.json"):
        found: Any = place.ask("import", place.file(name), office=other)
        taken = _tasks(place.ask("show", found["plan"], office=other))
        if not taken:
            raise NotAsWantedError(f"{name} không cho nhiệm vụ nào")
        told.append(f"{name.rpartition('.')[2]} {taken}/{wanted}")
    return f"nhiệm vụ đọc được: {', '.join(told)}"


def _tasks(plan: Any) -> int:  # noqa: ANN401 - as JSON is
    return len(plan["tasks"])


def _share_out(place: Place) -> str:
    folder = place.folder / "bảng việc"
    sent: Any = place.ask("send", place.plan, folder)
    back: Any = place.ask("receive", folder)
    if not sent["sheets"]:
        raise NotAsWantedError("không có bảng nào")
    expect(found=back["files"], wanted=len(sent["sheets"]), about="bảng đọc lại")
    expect(found=back["problems"], wanted=[], about="lỗi của bảng")
    return f"{len(sent['sheets'])} bảng gửi đơn vị, đọc lại được"


def _follow(place: Place) -> str:
    days = public_holidays((2026,))
    if date(2026, 9, 2) not in days:
        raise NotAsWantedError("thiếu ngày Quốc khánh trong lịch nghỉ")
    place.ask("calendar", calendar := place.file("lịch.ics"))
    place.ask("follow", table := place.file("theo dõi.xlsx"))
    return f"{len(days)} ngày nghỉ của năm 2026, {written(calendar, table)}"


def _back_up(place: Place) -> str:
    place.backup = put(place.office, place.folder / "sao lưu có mật khẩu.tthc.age", _PASSWORD)
    expect(found=check(place.backup, _PASSWORD), wanted=(), about="lỗi của bản sao lưu")
    if not listed(place.office):
        raise NotAsWantedError("các lệnh đã thay đổi dữ liệu mà không có bản sao lưu nào")
    return f"{len(listed(place.office))} bản tự lưu, một bản có mật khẩu đọc lại đúng"


def _restore(place: Place) -> str:
    if place.backup is None:
        raise NotAsWantedError("chưa sao lưu được")
    restore(place.backup, again := place.folder / "khôi phục.tthc", _PASSWORD)
    with Office.open(place.office) as office:
        wanted = dict(office.plans)
    with Office.open(again) as office:
        expect(found=dict(office.plans), wanted=wanted, about="kế hoạch trong tệp khôi phục")
    return f"ra tệp mới, {len(wanted)} kế hoạch còn nguyên"


def _verify(place: Place) -> str:
    found: Any = place.ask("verify", place.file("in.pdf"))
    expect(found=found["signatures"], wanted=[], about="chữ ký của bản in chưa ký")
    place.ask("handover", place.plan, place.folder / "hồ sơ ký")
    return "đọc chữ ký và chuẩn bị hồ sơ ký được"


def _guide(place: Place) -> str:
    printed: Any = place.ask("guide", place.file("hướng dẫn.pdf"))
    return f"{printed['chapters']} chương có hình, {written(place.file('hướng dẫn.pdf'))}"


def _window(place: Place) -> str:
    return draw_window(place.office, place.plan, place.file("cửa sổ.png"))


TRIALS = (
    Trial("Mở dữ liệu cơ quan mới", _open),
    Trial("Sửa", _edit),
    Trial("In", _print),
    Trial("Xuất", _export),
    Trial("Nhập", _import),
    Trial("Gửi và nhận bảng việc", _share_out),
    Trial("Theo dõi", _follow),
    Trial("Chữ ký số", _verify),
    Trial("Sao lưu", _back_up),
    Trial("Khôi phục", _restore),
    Trial("Hướng dẫn", _guide),
    Trial("Cửa sổ", _window),
)
