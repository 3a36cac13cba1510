"""How well words fit what a column holds: a cost, 0 for a perfect fit, from the words that the field uses."""

import re
from functools import lru_cache

from tthc_desktop.models.table import Role
from tthc_desktop.models.text import fold

_BODY = re.compile(
    r"(?:cac |toan the |thu truong |lanh dao |truong |giam doc |chanh |mot so |ong |ba |dong chi )*"
    r"(?:ong|ba|dong chi|phong|don vi|van phong|van phap|bo phan|so|trung tam|to|ubnd|uy ban|thanh tra|chi cuc|"
    r"cuc|ban|bo|vu|vien|truong|cong an|"
    r"buu dien|cong dich vu|cong thong tin|hoi|doan|doi|nganh|co quan|to chuc|hdnd|vpub|vp|vnpt|"
    r"viettel|buu chinh|ttpvhcc|tt|ngan hang|"
    r"bao|dai|mat tran|lien minh|lien doan|hiep hoi|doanh nghiep|tinh doan|tinh uy|ca nhan|cong chuc|"
    r"can bo|chuyen vien|kho bac|thue|"
    r"cap|benh vien|cong doan|cong ty|chi nhanh|khoa|hop tac xa|nguoi|toan|huyen|xa|phuong|thanh pho|"
    r"cac xa|quan|dia phuong|ban quan ly|ubmttq|toa an|vien kiem sat|bhxh|bao hiem|thanh vien|"
    r"ke toan|hanh chinh)\b"
)
_TIME = re.compile(
    r"(?:thuong xuyen|quy|qui|thang|nam|ngay|truoc|sau|trong|khi|ngay khi|hang|dinh ky|"
    r"cham nhat|hoan thanh|xong|ca nam|tu|den|theo|"
    r"dot xuat|cuoi|dau|giua|6 thang|06 thang|9 thang|lien tuc|thoi gian|tuan|muon nhat|giai doan|"
    r"ket thuc|ngay sau|thuc hien|\d{1,2}[/.\-]\d)"
)
_TIME_STRONG = re.compile(
    r"(?:thuong xuyen|(?:quy|qui) (?:[iv\d]|truoc)|thang \d|nam 20|trong (?:nam|quy|thang)|ca nam|"
    r"truoc ngay|truoc thang|truoc \d|khi (?:co|phat)|"
    r"ngay (?:khi|sau)|(?:hang|theo) (?:quy|nam|thang|tuan)|dinh ky|cham nhat|hoan thanh (?:trong|"
    r"truoc|quy|thang)|\d{1,2}/\d|tu (?:ngay|thang|quy)|"
    r"lien tuc|quanh nam|giai doan 20|den (?:het|thang|ngay)|theo (?:ke hoach|tien do|quy dinh|"
    r"yeu cau|chuong trinh|lich))"
)
_PRODUCT = re.compile(
    r"(?:cac |bo |\d+ ?% ?)?(?:ke hoach|quyet dinh|bao cao|cong van|to trinh|van ban|hoi nghi|"
    r"danh sach|phieu|muc|ban tin|ket qua|danh muc|bieu|"
    r"chuong trinh|nghi quyet|thong bao|tin|bai|ho so|du thao|lop|quy trinh|co so du lieu|he thong|"
    r"huong dan|de an|phuong an|cuoc|so lieu|tai lieu|"
    r"niem yet|trang|ban|ty le|duoc|bien ban|giay|cong khai|kien nghi|y kien|tham luan|chuyen de|"
    r"tap huan|thanh lap|to chuc|hoan thanh|cap nhat|tthc)\b"
)
_CITED = re.compile(
    r"(?:thuc hien theo|theo|can cu|quyet dinh|nghi quyet|nghi dinh|muc|cong van|ke hoach|thong tu|"
    r"chi thi|khoan|phu luc|luat|dieu|diem|de an)\b"
)
_UNIT_WORDS = re.compile(
    r"%|(?:ty le|ho so|tthc|nguoi|luot|diem|van ban|don vi|lop|cuoc|bao cao|trieu dong|dong|dvc|bai|"
    r"tin|hoi nghi|ngay|gio|phan tram|thu tuc|doanh nghiep|co quan)\b"
)


@lru_cache(maxsize=65536)
def cost(role: Role, words: str) -> float:
    """Return how badly the words fit the role."""
    folded = fold(words).lstrip('-+•*–("“ ')
    if not folded:
        return _EMPTY.get(role, 0.5)
    return _COSTS.get(role, _free)(folded, len(folded.split()))


def is_time(words: str) -> bool:
    """Tell whether the words can only be a time or deadline."""
    return bool(_TIME_STRONG.match(fold(words).lstrip("-+•* ")))


def is_body(words: str) -> bool:
    """Tell whether the words begin like the name of an office, a unit or several of them."""
    return bool(_BODY.match(fold(words).lstrip("-+•* ")))


_EMPTY = {
    Role.NUMBER: 0.5, Role.CONTENT: 6.0, Role.LEAD: 4.0, Role.COORDINATE: 3.0, Role.RESULT: 3.0,
    Role.DEADLINE: 5.5, Role.UNIT: 3.0, Role.VALUE: 4.0, Role.BASIS: 2.0, Role.NOTE: 0.2,
}  # fmt: skip


def _content(folded: str, size: int) -> float:
    badness = 0.0 if size >= 3 else 2.0
    badness += 3.0 if _TIME_STRONG.match(folded) and size < 8 else 0.0
    return badness + (3.0 if _BODY.match(folded) and size < 12 else 0.0)


def _body(folded: str, size: int) -> float:
    badness = 0.0 if _BODY.match(folded) else 0.5 if folded.startswith("cac ") else 2.5 if size <= 8 else 5.0
    badness += 4.0 if _TIME_STRONG.match(folded) else 0.0
    return badness + max(0, size - 25) * 0.2


def _time(folded: str, size: int) -> float:
    if _TIME_STRONG.match(folded):
        return max(0, size - 30) * 0.1
    return (2.0 if _TIME.match(folded) else 6.0) + max(0, size - 30) * 0.1


def _result(folded: str, size: int) -> float:
    badness = 0.0 if _PRODUCT.match(folded) else 1.5
    badness += 3.0 if _TIME_STRONG.match(folded) and not _PRODUCT.match(folded) else 0.0
    badness += 2.0 if _BODY.match(folded) and not _PRODUCT.match(folded) else 0.0
    return badness + max(0, size - 40) * 0.1


def _unit(folded: str, size: int) -> float:
    return (0.0 if _UNIT_WORDS.match(folded) else 3.0) + max(0, size - 3) * 2.0


def _value(folded: str, size: int) -> float:
    return (0.0 if any(char.isdigit() for char in folded) else 8.0) + max(0, size - 5) * 1.5


def _basis(folded: str, size: int) -> float:
    return (0.0 if _CITED.match(folded) else 3.0) + (2.0 if size < 3 else 0.0)


def _free(folded: str, size: int) -> float:
    return 1.0 if folded and size else 0.5


_COSTS = {
    Role.CONTENT: _content, Role.LEAD: _body, Role.COORDINATE: _body, Role.RESULT: _result,
    Role.DEADLINE: _time, Role.UNIT: _unit, Role.VALUE: _value, Role.BASIS: _basis,
}  # fmt: skip
