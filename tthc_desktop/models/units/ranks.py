"""Which bodies are units inside of an office: the rooms of a Sở, the sở of a province, the bộ of the Government."""

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import fold
from tthc_desktop.models.unit import UnitKind
from tthc_desktop.models.units.scope import is_collective, means_outside, means_peers
from tthc_desktop.models.units.spelling import key


class Rank(StrEnum):
    """What kind of office a plan is of."""

    DEPARTMENT = "department"
    PROVINCE = "province"
    GOVERNMENT = "government"


_PROVINCE = re.compile(r"(?:ubnd|uy ban nhan dan) (?:tinh|thanh pho|tp)\b")
_GOVERNMENT = re.compile(r"(?:thu tuong )?chinh phu\b|thu tuong\b")
_OF_PROVINCE = re.compile(
    r"van phong (?:ubnd|hdnd|doan|tinh uy|thanh uy|chinh phu|quoc hoi)|van phong dang ky dat dai"
    r"|thanh tra (?:tinh|thanh pho|chinh phu|bo|nha nuoc)"
    r"|(?:trung tam|bo phan|to).* (?:hanh chinh cong|mot cua cap (?:xa|huyen)|cap (?:xa|huyen))"
    r"|.* (?:cap (?:xa|huyen)|huyen|ubnd (?:tinh|huyen|xa|phuong|thi xa|thanh pho|cap|cac))\b"
    r"|chi cuc (?:thue|hai quan|thong ke)|phong .* (?:cong an tinh)|ban (?!giam doc|thanh tra|bien tap)"
)
_INSIDE = {
    Rank.DEPARTMENT: re.compile(
        r"(?:phong|van phong|thanh tra|trung tam|chi cuc|bo phan|bp\w*|tt\w*|to|doi|ban (?:giam doc|bien tap)|lanh dao"
        r"|giam doc|pho giam doc|cong chuc|chuyen vien|vu|chi nhanh|truong .*|vien .*|quy .*|benh vien .*|bao tang"
        r"|thu vien|nha (?:van hoa|hat))\b"
    ),
    Rank.PROVINCE: re.compile(
        r"(?:so|ban|thanh tra (?:tinh|thanh pho)|van phong (?:ubnd|doan|hdnd)|van phong$|trung tam .*|to cong tac"
        r"|lanh dao ubnd|chu tich|pho chu tich|vien (?!kiem sat).*|truong .*|quy .*|phong .*)\b"
    ),
    Rank.GOVERNMENT: re.compile(r"(?:bo(?! phan)|van phong chinh phu|thanh tra chinh phu|ngan hang nha nuoc)\b"),
}
_COURT = re.compile(r"vien kiem sat|truong ban\b")


def rank_of(plans: Iterable[Plan]) -> Rank:
    """Return the kind of office that most of the plans are of; a plan that does not say so is of a Sở."""
    counted = Counter(_rank(plan) for plan in plans)
    return max(Rank, key=lambda rank: counted[rank])


def _rank(plan: Plan) -> Rank:
    agency = fold(plan.header.agency)
    signs = [fold(line) for line in plan.signatory.capacity]
    if _PROVINCE.match(agency) or (not agency and any("chu tich" in line for line in signs)):
        return Rank.PROVINCE
    if _GOVERNMENT.match(agency) or (not agency and any("thu tuong" in line for line in signs)):
        return Rank.GOVERNMENT
    return Rank.DEPARTMENT


def kind_of(name: str, rank: Rank) -> UnitKind:
    """Return what a unit with this name is to an office of this kind."""
    words = key(name)
    if is_collective(name):
        outside = means_outside(name) and (rank is Rank.DEPARTMENT or not means_peers(name))
        return UnitKind.OUTSIDE if outside else UnitKind.COLLECTIVE
    if _COURT.match(words) or (rank is Rank.DEPARTMENT and _OF_PROVINCE.match(words)):
        return UnitKind.OUTSIDE
    return UnitKind.INSIDE if _INSIDE[rank].match(words) else UnitKind.OUTSIDE
