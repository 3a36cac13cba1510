"""What taking a part back would do, in words: what comes back is underlined, what goes is struck through."""

from tthc_desktop.models.comparison import NAMES, Difference, What, pieces
from tthc_desktop.models.places import Place
from tthc_desktop.ui.backups.inside.preview import Preview, effect
from tthc_desktop.ui.backups.inside.survey import Part
from tthc_desktop.ui.backups.inside.tree import standing_words
from tthc_desktop.ui.life.place_names import PlaceNames
from tthc_desktop.ui.life.wording import Wording
from tthc_desktop.ui.plan.names import number

_MOST = 40
"""So many differences are read; of more, the comparison of both plans is the place."""
_WORDLESS = frozenset({What.SHAPED, What.MOVED})
_LEGEND = "Chữ gạch chân sẽ trở lại, chữ gạch ngang sẽ bỏ. Những gì thêm sau lúc sao lưu được giữ."


def say_looking(detail: Wording, part: Part) -> None:
    """Say which part is looked at while its preview is worked out."""
    detail.begin()
    detail.say(part.words, bold=True)
    detail.say(f"{standing_words(part)}.", quiet=True)


def say_preview(detail: Wording, part: Part, preview: Preview) -> None:
    """Say what taking the part back would do."""
    say_looking(detail, part)
    detail.say(effect(preview))
    if not preview.found or preview.before is None or preview.after is None:
        return
    detail.say(_LEGEND, quiet=True)
    names = PlaceNames(preview.before), PlaceNames(preview.after)
    for one in preview.found[:_MOST]:
        _say(detail, one, *names)
    if len(preview.found) > _MOST:
        detail.say(f"Và {number(len(preview.found) - _MOST)} chỗ nữa.", quiet=True)


def _say(detail: Wording, one: Difference, before: PlaceNames, after: PlaceNames) -> None:
    name = after.name(one.after) if one.after else before.name(one.before or Place("", ""))
    below = f", cùng {number(one.below)} đoạn, hàng bên dưới" if one.below else ""
    detail.say(f"{name}: {NAMES[one.what].lower()}{below}", bold=True)
    if one.what not in _WORDLESS:
        detail.show_pieces(pieces(str(one.old), str(one.new)))
