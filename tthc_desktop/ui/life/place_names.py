"""What the places of one plan are called, and where the window goes to show them."""

from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import items, nodes_of, numbers, tables
from tthc_desktop.models.places import Place
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.table import TARGET_FIELDS, TASK_FIELDS, Table
from tthc_desktop.models.targets.marks import marked
from tthc_desktop.models.vocabulary import ROLE_NAMES
from tthc_desktop.ui.plan.names import (
    KIND_NAMES,
    appendix_name,
    item_names,
    numbers_of,
    short,
    table_name,
)
from tthc_desktop.ui.plan.paragraph import HEADER, SIGNATURE

_PAPER = {
    "parent_agency": "cơ quan chủ quản",
    "agency": "cơ quan ban hành",
    "number": "số của kế hoạch",
    "symbol": "ký hiệu",
    "place": "địa danh",
    "date": "ngày ban hành",
    "kind": "tên loại",
    "title": "trích yếu",
    "attached": "dòng kèm theo",
    "addressees": "nơi kính gửi",
    "addressee": "nơi kính gửi",
    "period": "kỳ kế hoạch",
    "capacity": "chức vụ người ký",
    "signatory": "người ký",
    "stamps": "dấu ký số",
}
_TASK_PARTS = {name: ROLE_NAMES[role] for role, name in TASK_FIELDS.items()}
_TARGET_PARTS = {**{name: ROLE_NAMES[role] for role, name in TARGET_FIELDS.items()}, "name": "tên chỉ tiêu"}
_PARTS = {
    **_TARGET_PARTS,
    **_TASK_PARTS,
    "title": "tiêu đề",
    "over": "tiêu đề trên",
    "attached": "dòng kèm theo",
    "heading": "đề mục",
    "mark": "kiểu đánh số",
    "shares": "phần chung với nhiệm vụ",
    "lines": "các dòng phân công",
    "level": "cấp",
    "scheme": "cách đánh số",
    "width": "độ rộng",
    "role": "loại cột",
    "landscape": "hướng giấy",
    "continues": "ô gộp",
}


class PlaceNames:
    """Knows the parts of one plan by identity."""

    def __init__(self, plan: Plan) -> None:
        self._names: dict[Id, str] = {}
        self._shown: dict[Id, Id] = {}
        self._columns: dict[Id, str] = {}
        self._held: set[Id] = set()
        for place, basis in enumerate(plan.bases, 1):
            self._names[basis.id] = f"căn cứ {place}"
        for place, recipient in enumerate(plan.recipients, 1):
            self._names[recipient.id] = f"nơi nhận {place}"
        for appendix in plan.appendices:
            self._names[appendix.id] = appendix_name(plan, appendix)
        for nodes in nodes_of(plan):
            self._names |= item_names(nodes, numbers(nodes))
        for table, _ in tables(plan):
            self._learn_table(table, table_name(plan, table))
        self._learn_held(plan)

    def _learn_table(self, table: Table, name: str) -> None:
        self._names[table.id] = name
        for column in table.columns:
            self._columns[column.id] = title = f"“{short(str(column.title) or str(column.over), 30)}”"
            self._names[column.id] = f"cột {title}, {name}"
            self._shown[column.id] = table.id
        for row, number in zip(table.rows, numbers_of(table), strict=True):
            self._names[row.id] = f"{KIND_NAMES[row.kind]} {number}".strip() + f", {name}"

    def _learn_held(self, plan: Plan) -> None:
        """Call tasks and targets after where they are printed first."""
        printed = [(item.task_id, item.id) for nodes in nodes_of(plan) for item, _ in items(nodes)]
        printed += [(row.task_id or row.target_id, row.id) for table, _ in tables(plan) for row in table.rows]
        printed += [(target.id, target.item_id) for target in marked(plan) if target.item_id in self._names]
        for held, owner in printed:
            if held and held not in self._shown:
                self._shown[held] = owner
                self._names[held] = self._names[owner]
                self._held.add(held)

    def name(self, place: Place) -> str:
        """Return what a place is called: Thời hạn của nhiệm vụ 3, Phụ lục I."""
        words = self._name(place)
        return words[:1].upper() + words[1:]

    def _name(self, place: Place) -> str:
        part, _, at = place.part.partition(" ")
        if not place.owner:
            return _PAPER.get(part, part)
        name = self._names.get(place.owner, "kế hoạch")
        if part == "cell":
            return f"{self._columns.get(at, 'ô')} của {name}"
        if part in {"line", "label"}:
            return f"dòng {int(at) + 1} của {name}"
        if place.owner in self._held and part in {"content", "name"}:
            return name
        return f"{_PARTS[part]} của {name}" if part in _PARTS and part != "text" else name

    def owner(self, place: Place) -> Id:
        """Return what the window goes to."""
        if not place.owner:
            return SIGNATURE if place.part in {"capacity", "signatory", "stamps"} else HEADER
        return self._shown.get(place.owner, place.owner)

    def called(self, owner: Id) -> str:
        """Return what a part is called: Nhóm II, Phụ lục I."""
        words = self._names.get(owner, "phần lời")
        return words[:1].upper() + words[1:]
