"""The words of the field that tell what a column or a labelled line holds (Decree forms and real plans)."""

import re

from tthc_desktop.models.table import Role
from tthc_desktop.models.text import fold

ROLE_NAMES = {
    Role.CONTENT: "nội dung",
    Role.LEAD: "đơn vị chủ trì",
    Role.COORDINATE: "đơn vị phối hợp",
    Role.RESULT: "kết quả",
    Role.DEADLINE: "thời hạn",
    Role.UNIT: "đơn vị tính",
    Role.VALUE: "chỉ tiêu",
    Role.BASIS: "căn cứ",
    Role.NOTE: "ghi chú",
}
"""What the program calls what a column holds, for the middle of a sentence."""
_COLUMN_WORDS = (
    (Role.NUMBER, r"^(s ?[/.]? ?t ?[/.]? ?t|so ?tt|tt|so thu tu|thu tu|no|#|so hieu muc|stt[ /](tt|no))$"),
    (Role.COORDINATE, r"phoi hop|tham gia|cung thuc hien|^(don vi |co quan )?ho tro|^(dv|cq|bp)[ .]?ph$"),
    (Role.UNIT, r"don vi tinh|^[dđ] ?v ?t( ?\(?%\)?)?$|^don vi do|^dvi tinh"),
    (Role.BASIS, r"can cu|co so phap ly|van ban quy dinh|van ban chi dao"),
    (Role.NOTE, r"ghi chu|^luu y$"),
    (
        Role.VALUE,
        (
            r"giao chi tieu|chi tieu (giao|nam|20\d\d|duoc giao|ke hoach|phan dau)|muc tieu (nam|20\d\d)"
            r"|^(ke hoach|kh) (nam|20\d\d)|gia tri|^ty le( giao| \(?%\)?| dat)?$|^muc giao"
        ),
    ),
    (
        Role.DEADLINE,
        (
            r"thoi gian|thoi han|thoi diem|tien do|^(han |ngay )?(hoan thanh|xu ly|thuc hien xong)|lo trinh|^ky han"
            r"|^han (cuoi|chot|nop|bao cao|thuc hien)|^han$|^deadline$|^t[ .]?g(ian)? |^tght$|^(den|truoc) ngay$"
            r"|^(ngay )?ket thuc$"
        ),
    ),
    (
        Role.LEAD,
        (
            r"chu tri|(don vi|co quan|bo phan|phong|ca nhan|nguoi|to chuc|can bo|cong chuc|lanh dao|chuyen vien) "
            r"(thuc hien|dau moi|chiu trach nhiem|phu trach|duoc giao|theo doi|tham muu|chinh)"
            r"|^phan cong|^trach nhiem|^thuc hien$|dau moi|^phu trach$|^don vi$|^nguoi phu trach"
            r"|^(dv|cq|bp)[ .]?(ct|th|chu tri|thuc hien)$|^(phong|co quan|bo phan)(, | ?/ ?)don vi$"
            r"|^don vi ?/ ?ca nhan$|^giao cho$|^don vi nhan viec$"
        ),
    ),
    (Role.RESULT, r"ket qua|san pham|dau ra|^kq\b|^ho so hoan thanh$"),
    (
        Role.CONTENT,
        (
            r"noi dung|nhiem vu|cong viec|hoat dong|chi tieu|ten|giai phap|muc tieu|hang muc|chi so|tieu chi"
            r"|^(cac )?viec\b|^dau viec|^cong tac"
        ),
    ),
    (Role.VALUE, r"^chi tieu|muc tieu"),
)
_LABEL_WORDS = (
    (Role.COORDINATE, r"phoi hop(?: thuc hien)?"),
    (Role.DEADLINE, r"(?:thoi gian|thoi han|thoi diem|tien do|(?:han|ngay) hoan thanh|lo trinh|ky han)\b.*|hoan thanh"),
    (Role.RESULT, r"(?:(?:du kien )?(?:ket qua|san pham)|dau ra)\b.*"),
    (Role.LEAD, r"chu tri(?: thuc hien)?|(?:thuc hien|dau moi|chiu trach nhiem|phu trach|tham muu)(?: chinh)?"),
)
_BODIES = (
    r"(?:cac )?(?:don vi|co quan|bo phan|phong|to chuc|ca nhan|nguoi|cap|can bo|"
    r"cong chuc|chuyen vien|lanh dao)(?:,? (?:don vi|co quan|"
    r"bo phan|phong|to chuc|ca nhan))* (?:duoc giao )?"
)
_LABELS = tuple(
    (role, re.compile(rf"(?:{_BODIES})?(?:{words})" if role in {Role.LEAD, Role.COORDINATE} else words))
    for role, words in _LABEL_WORDS
)
_CAPTION = re.compile(
    r"(?:cac )?(?:nhiem vu|giai phap|noi dung|cong viec|bien phap)(?:,? (?:va )?(?:nhiem vu|"
    r"giai phap|noi dung|cong viec|bien phap|thuc hien|cu the|chu yeu|trong tam))*"
)
_COLUMNS = tuple((role, re.compile(words)) for role, words in _COLUMN_WORDS)


def column_roles(titles: list[str]) -> list[Role]:
    """Return the role of each column, given the headings (of two levels: joined by a blank); each role once."""
    roles: list[Role] = []
    for title in titles:
        roles.append(_column_role(fold(title).strip(" .:()"), frozenset(roles)))
    if Role.CONTENT not in roles and Role.VALUE in roles and Role.UNIT not in roles:
        roles[roles.index(Role.VALUE)] = Role.CONTENT
    return roles


def _column_role(title: str, taken: frozenset[Role]) -> Role:
    return next((role for role, words in _COLUMNS if role not in taken and words.search(title)), Role.FREE)


def label_role(label: str) -> Role | None:
    """Return what a labelled line holds, from the words before its colon; None when it labels no field of a task."""
    folded = fold(label).strip(" *_-+.:(")
    if len(folded.split()) > 9:
        return None
    return next((role for role, words in _LABELS if words.fullmatch(folded)), None)


def is_caption(label: str) -> bool:
    """Tell whether the words before a colon only announce what follows: Nhiệm vụ, giải pháp; Nội dung."""
    return _CAPTION.fullmatch(fold(label).strip(" *_-+.:")) is not None
