"""What the wizard says: names of roles, fates and tables, and the words of its button, without Qt."""

from tthc_desktop.models.outline import tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.reconciling.incoming import Doubt, IncomingTable, ProposedTable
from tthc_desktop.models.reconciling.taking import is_taken, left_over
from tthc_desktop.models.reconciling.values import Fate, Reconciliation, RowChange, TableMatch, Taking
from tthc_desktop.models.table import Role
from tthc_desktop.models.vocabulary import ROLE_NAMES
from tthc_desktop.ui.plan.names import number, short, table_name, title

STEPS = ("Tải tệp", "Ghép cột", "Xem trước", "Đối chiếu", "Ghi")
FATES = {Fate.NEW: "Mới", Fate.CHANGED: "Khác", Fate.GONE: "Không có trong tệp", Fate.SAME: "Giống"}
ROLES: tuple[tuple[Role | None, str], ...] = (
    (Role.NUMBER, "Số thứ tự"),
    *((role, name[0].upper() + name[1:]) for role, name in ROLE_NAMES.items()),
    (Role.FREE, "Cột khác, giữ nguyên"),
    (None, "Không lấy cột này"),
)


def place_words(doubt: Doubt) -> str:
    """Return `Bảng 1!D7`, of a whole row `Bảng 1, hàng 7`."""
    return f"{doubt.sheet}!{doubt.address}" if doubt.address else f"{doubt.sheet}, hàng {doubt.row}"


def doubt_words(doubt: Doubt) -> str:
    """Return what is doubtful and what may be meant."""
    more = f" Gợi ý: “{doubt.suggestion}”." if doubt.suggestion and doubt.suggestion not in doubt.text else ""
    sign = "Phải sửa" if doubt.grave else "Nên xem"
    return f"{sign} · {place_words(doubt)}: {doubt.text}{more}"


def proposed_words(table: ProposedTable, read: IncomingTable | None) -> str:
    """Return what was found on a sheet: `Trang “Bảng 1”: bảng nhiệm vụ, 31 hàng – Danh mục …`."""
    if not table.found and not table.taken:
        return f"Trang “{table.sheet}”: không phải bảng nhiệm vụ"
    rows = len(read.rows) if read is not None else max(0, table.end - table.body)
    called = f" – {short(table.title, 60)}" if table.title else ""
    return f"Trang “{table.sheet}”: bảng nhiệm vụ, {number(rows)} hàng{called}"


def table_words(table: IncomingTable) -> str:
    """Return a table's name in a list."""
    return f"Trang “{table.sheet}”" + (f" – {short(table.title, 50)}" if table.title else "")


def counted(good: int, bad: int) -> str:
    """Return `Nhận 29 hàng, để lại 2 hàng cần sửa`."""
    rest = f", để lại {number(bad)} hàng cần sửa" if bad else ", không hàng nào phải sửa"
    return f"Nhận {number(good)} hàng{rest}."


def does_something(change: RowChange, taking: Taking) -> bool:
    """Tell whether a row that is taken changes the plan."""
    if not is_taken(change, taking):
        return False
    cells = (taking.cells.get((change.key, cell.column_id), cell.taken) for cell in change.cells)
    return change.fate is not Fate.CHANGED or any(cells)


def taken_rows(match: TableMatch, taking: Taking) -> int:
    """Return how many rows of a table would be written."""
    return sum(does_something(change, taking) for change in match.rows)


def target_words(plan: Plan | None, match: TableMatch) -> str:
    """Return where a table goes: `Phụ lục II`, `một phụ lục mới`."""
    known = {table.id: table for table, _ in tables(plan)} if plan is not None else {}
    if plan is None:
        return "kế hoạch mới"
    return table_name(plan, known[match.table_id]) if match.table_id in known else "phụ lục mới"


def goes_to(plan: Plan | None, locked: str) -> str:
    """Return in a sentence where the rows will go, and how to choose another place."""
    if plan is not None:
        return f"Các hàng sẽ được đối chiếu với kế hoạch “{short(title(plan), 80)}” rồi ghi vào đó."
    if locked:
        return f"“{short(locked, 80)}” đã khóa, không ghi thêm được, nên các hàng sẽ thành một kế hoạch mới."
    way = "Muốn ghi vào kế hoạch có sẵn, hãy mở kế hoạch đó rồi chọn lại Nhập bảng từ Excel."
    return f"Các hàng sẽ thành một kế hoạch mới. {way}"


def button_words(plan: Plan | None, found: Reconciliation, taking: Taking) -> str:
    """Return what the main button does: `Ghi 29 hàng vào Phụ lục II`."""
    filled = [(match, count) for match in found.tables if (count := taken_rows(match, taking))]
    total = number(sum(count for _, count in filled))
    if not filled:
        return "0 thay đổi"
    targets = dict.fromkeys(target_words(plan, match) for match, _ in filled)
    where = next(iter(targets)) if len(targets) == 1 else f"{len(targets)} bảng"
    return f"Ghi {total} hàng vào {where}"


def happened(found: Reconciliation, taking: Taking) -> str:
    """Return what was written: `Đã ghi 29 hàng: 20 mới, 9 sửa. Còn lại 2 hàng.`."""
    kinds = {Fate.NEW: "mới", Fate.CHANGED: "sửa", Fate.GONE: "bỏ ra"}
    fates = [change.fate for match in found.tables for change in match.rows if does_something(change, taking)]
    parts = ", ".join(f"{number(fates.count(fate))} {name}" for fate, name in kinds.items() if fate in fates)
    left = len(left_over(found, taking))
    return f"Đã ghi {number(len(fates))} hàng: {parts}." + (f" Còn lại {number(left)} hàng." if left else "")
