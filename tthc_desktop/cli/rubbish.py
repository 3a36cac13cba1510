"""`bin`: what was deleted and is not there any more, searched and brought back."""

from collections.abc import Mapping, Sequence

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import opened
from tthc_desktop.errors import UserError
from tthc_desktop.models.bin.places import cut, places
from tthc_desktop.models.bin.returning import moments, returned
from tthc_desktop.models.bin.searching import sifted
from tthc_desktop.models.bin.values import NAMES, Deleted
from tthc_desktop.models.changes import name_of
from tthc_desktop.models.identity import Id
from tthc_desktop.models.text import clean


def run(wishes: Wishes) -> Answer:
    """List what is in the bin, or bring some of it back."""
    with opened(wishes.office) as office:
        deleted = office.deleted()
        if not wishes.restore:
            return _list(deleted, wishes.words, places(deleted, office.plans))
        chosen = list(dict.fromkeys(_found(deleted, wanted) for wanted in wishes.restore))
        made = returned(chosen, moments(chosen, office.before), office.holdings)
        office.change(made.change)
    touched = sorted({name_of(pair).id for pair in made.change.pairs})
    words = "\n".join((f"{made.change.label}: xong; lệnh undo bỏ đi được.", *made.notes))
    return Answer({"restored": [one.id for one in chosen], "changed": touched, "notes": list(made.notes)}, words)


def _list(deleted: Sequence[Deleted], words: str, where: Mapping[Id, str]) -> Answer:
    found = sifted(deleted, clean(words), where)
    nothing = "Không có gì như vậy trong thùng rác." if deleted else "Thùng rác không có gì."
    lines = "\n".join(_line(one, where.get(one.id, "")) for one in found)
    return Answer({"deleted": [_view(one, where.get(one.id, "")) for one in found]}, lines or nothing)


def _line(one: Deleted, where: str) -> str:
    said = " ".join(filter(None, (NAMES[one.what], f"“{cut(one.words)}”" if one.words else "")))
    return f"{one.id}  {one.at.astimezone():%d/%m/%Y %H:%M}  {said}" + (f"  ({where})" if where else "")


def _view(one: Deleted, where: str) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.what.value,
        "words": one.words,
        "place": where,
        "at": one.at.isoformat(),
        "change": one.label,
        "entry": one.entry,
        "parts": one.parts,
        "plan": one.plan_id or None,
    }


def _found(deleted: Sequence[Deleted], wanted: str) -> Deleted:
    typed = clean(wanted).strip()
    found = [one for one in deleted if one.id == typed] or [
        one for one in deleted if typed and one.id.startswith(typed.lower())
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(f"Có {len(found)} mục trong thùng rác mang mã bắt đầu bằng “{wanted}”.", "Hãy ghi trọn mã.")
    raise UserError(
        f"Thùng rác không có mục nào mang mã “{wanted}”.", "Hãy dùng lệnh bin để xem mã của những gì đã xóa."
    )
