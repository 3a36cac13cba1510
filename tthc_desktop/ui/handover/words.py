"""What the window says of a hand-over, line by line."""

from collections.abc import Iterator

from tthc_desktop.models.handover.values import Checklist, Step
from tthc_desktop.models.handover.wording import CHECKS, FILES, STEPS
from tthc_desktop.models.plan import Plan
from tthc_desktop.ui.life.choices import Choice
from tthc_desktop.ui.plan.names import number
from tthc_desktop.ui.saving import file_name


def folder_name(plan: Plan) -> str:
    """Return the name of the folder that is proposed for a paper."""
    return f"Hồ sơ ký - {file_name(plan)}"


def lines(found: Checklist) -> Iterator[Choice]:
    """Yield what stands in a checklist as groups of lines, what should be mended first.

    The key of a file is its place, from 1.
    """
    yield Choice("Cần xem trước khi ký", children=[Choice(f"{one.about}: {one.found}", one) for one in found.doubts])
    yield Choice(STEPS, children=[Choice(_step(at, one), one) for at, one in enumerate(found.steps, 1)])
    yield Choice(FILES, children=[
        Choice(f"Tệp {at}: {one.name} ({number(one.pages)} trang)", at) for at, one in enumerate(found.files, 1)
    ])  # fmt: skip
    in_order = (one for one in found.checks if not one.is_doubtful)
    yield Choice(CHECKS, children=[Choice(f"{one.about}: {one.found}", one) for one in in_order])


def _step(at: int, one: Step) -> str:
    where = f" – tệp {one.file}, trang {one.place.page + 1}" if one.place else ""
    return f"{at}. {one.who}: {one.what}{where}"


def sentence(found: Checklist) -> str:
    """Return what the button will write."""
    files = len(found.files)
    return f"{files} tệp PDF, và danh mục ký số để in ra hoặc xem trên máy."
