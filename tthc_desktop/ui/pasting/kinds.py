"""What the parts of a proposal are called, and where it will go, in the clerk's words."""

from tthc_desktop.models.editing.parts import Kind, What
from tthc_desktop.models.editing.pasting import Destination
from tthc_desktop.models.fragment import Fragment
from tthc_desktop.models.numbering import Mark
from tthc_desktop.models.outline import nodes_of, numbers, tables
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.plan.names import appendix_name, item_names, table_name

_SIGNS = {
    Mark.PART: "Phần I",
    Mark.CHAPTER: "Chương I",
    Mark.UPPER: "A.",
    Mark.ROMAN: "I.",
    Mark.ARTICLE: "Điều 1.",
    Mark.ARABIC: "1.",
    Mark.DECIMAL: "1.1.",
    Mark.LETTER: "a)",
    Mark.PAREN_ARABIC: "(1)",
    Mark.PAREN_ROMAN: "(i)",
    Mark.DASH: "-",
    Mark.PLUS: "+",
    Mark.NONE: "",
}
_TEXTS = {
    Mark.ROMAN: "Mục",
    Mark.UPPER: "Mục",
    Mark.ARABIC: "Khoản",
    Mark.DECIMAL: "Mục",
    Mark.LETTER: "Điểm",
    Mark.PAREN_ARABIC: "Ý",
    Mark.PAREN_ROMAN: "Ý",
    Mark.DASH: "Gạch đầu dòng",
    Mark.PLUS: "Gạch đầu dòng",
    Mark.NONE: "Đoạn",
}
"""Those not named here say themselves what they are: Phần I, Điều 1."""
_NAMES = {
    What.BASIS: "Căn cứ",
    What.TASK_TABLE: "Bảng nhiệm vụ",
    What.TARGET_TABLE: "Bảng chỉ tiêu",
    What.PLAIN_TABLE: "Bảng thường",
    What.APPENDIX: "Phụ lục",
}
_AMONG_BASES = "vào phần căn cứ"
_INSTEAD = "thay vùng đang chọn"


def kind_name(kind: Kind) -> str:
    """Return what a part is called: Đề mục I., Điểm a), Đoạn, Nhiệm vụ, Bảng nhiệm vụ."""
    if kind.what in _NAMES:
        return _NAMES[kind.what]
    if kind.what is What.TASK:
        return f"Nhiệm vụ {_SIGNS[kind.mark]}".strip()
    if kind.what is What.HEADING:
        return f"Đề mục {_SIGNS[kind.mark]}".strip()
    return f"{_TEXTS.get(kind.mark, '')} {_SIGNS[kind.mark]}".strip()


def instead_words(fragment: Fragment) -> str:
    """Return the same for a fragment that replaces what is selected."""
    return f"{_INSTEAD}, các căn cứ {_AMONG_BASES}" if fragment.bases and fragment.nodes else _INSTEAD


def where_words(plan: Plan, where: Destination, fragment: Fragment) -> str:
    """Return where a fragment goes, for the end of a sentence: vào sau mục II.1."""
    if not fragment.nodes:
        return _AMONG_BASES
    words = _place_words(plan, where)
    return f"{words}, các căn cứ {_AMONG_BASES}" if fragment.bases else words


def _place_words(plan: Plan, where: Destination) -> str:
    called = _called(plan, where.owner)
    if where.replaces:
        return f"vào chỗ trống ở {called}"
    if where.inside and called:
        return f"vào trong {called}"
    if called:
        return f"vào sau {called}"
    return "vào cuối phần nội dung" if where.place else "vào đầu phần nội dung"


def _called(plan: Plan, owner: str) -> str:
    for nodes in nodes_of(plan):
        if name := item_names(nodes, numbers(nodes)).get(owner):
            return name
    for appendix in plan.appendices:
        if appendix.id == owner:
            return appendix_name(plan, appendix)
    name = next((table_name(plan, table) for table, _ in tables(plan) if table.id == owner), "")
    return name[:1].lower() + name[1:]
