"""`office`: what the office says of itself, which new plans are filled with."""

from dataclasses import replace

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import opened
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change
from tthc_desktop.models.particulars import Particulars, particulars_of, typed_particulars, with_particulars
from tthc_desktop.models.plan import Signatory

LABEL = "Ghi thông tin cơ quan"
_FIELDS = ("parent_agency", "agency", "named", "symbol", "place")
_TITLES = {
    "parent_agency": "Cơ quan chủ quản",
    "agency": "Cơ quan ban hành",
    "named": "Tên trong câu văn",
    "symbol": "Chữ trong ký hiệu",
    "place": "Địa danh",
}


def run(wishes: Wishes) -> Answer:
    """Show the particulars, or set those that are given."""
    with opened(wishes.office) as office:
        now = particulars_of(office.holdings)
        if wishes.action == "set":
            made = _set(now, wishes)
            if pairs := with_particulars(office.holdings, made):
                office.change(Change(LABEL, pairs))
            now = particulars_of(office.holdings)
    return Answer({"office": _view(now)}, _told(now))


def _set(now: Particulars, wishes: Wishes) -> Particulars:
    given = {
        **{"parent_agency": wishes.parent_agency, "agency": wishes.agency, "named": wishes.named},
        **{"symbol": wishes.letters, "place": wishes.location},
    }
    said = {name: words for name, words in given.items() if words is not None}
    if not said and wishes.signer is None and not wishes.capacity:
        raise UserError("Chưa ghi thông tin nào.", "Hãy ghi ít nhất một tùy chọn, như --agency; xem office set --help.")
    typed = typed_particulars(said, "\n".join(wishes.capacity), wishes.signer or "")
    if "agency" in said and "named" not in said:
        said["named"] = typed.named
    signatory = Signatory(
        typed.signatory.capacity if wishes.capacity else now.signatory.capacity,
        typed.signatory.name if wishes.signer is not None else now.signatory.name,
    )
    return replace(now, **{name: getattr(typed, name) for name in said}, signatory=signatory)


def _view(now: Particulars) -> dict[str, object]:
    fields = {name: getattr(now, name) for name in _FIELDS}
    return {**fields, "capacity": list(now.signatory.capacity), "signer": now.signatory.name}


def _told(now: Particulars) -> str:
    signing = (("Chức vụ người ký", " / ".join(now.signatory.capacity)), ("Người ký", now.signatory.name))
    lines = [(title, getattr(now, name)) for name, title in _TITLES.items()]
    return "\n".join(f"{title}: {words or '(chưa ghi)'}" for title, words in (*lines, *signing))
