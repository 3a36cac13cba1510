"""What can be printed: plans in the form that is chosen, and the page with rulers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tthc_desktop.errors import UserError
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import PrintForm
from tthc_desktop.models.printing.paper_sizes import Box, Size
from tthc_desktop.ui.plan.names import title
from tthc_desktop.ui.saving import file_name

Stopped = Callable[[], bool]


class Printout(NamedTuple):
    """A finished file: the size of each page and the box of what is on it, which are appendices."""

    data: bytes
    sizes: tuple[Size, ...]
    inked: tuple[Box | None, ...]
    appendices: range = range(0)
    """The pages, from 0, of the appendices; a table of contents stands behind them."""


@dataclass(frozen=True, slots=True)
class Source:
    """One paper to print. What it makes is made in a worker, of frozen values."""

    title: str
    file_name: str
    make: Callable[[PrintForm, Stopped], Printout]
    """Return the whole paper; nothing of use once it is stopped."""
    pages: Callable[[PrintForm, tuple[int, ...]], bytes]
    """Return a file of some pages, from 0."""
    plan_id: Id = ""
    is_draft: bool = False
    """Whether it can be marked as a draft."""
    has_appendices: bool = False
    kept: bytes = b""
    """The file that the office keeps of an issued paper, which is printed as it is; empty where it keeps none."""


def of_plan(plan: Plan) -> Source:
    """Return a plan as it is now."""

    def make(form: PrintForm, stopped: Stopped) -> Printout:
        from tthc_desktop.documents.writing.pdf import draw, lay_out  # noqa: PLC0415 - loaded in the worker

        layout = lay_out(plan, form=form)
        end = layout.contents.start if layout.contents else len(layout.pages)
        first = layout.places[plan.appendices[0].id][0] if plan.appendices else end
        return finished(draw(layout, range(len(layout.pages)), stopped), stopped, range(first, end))

    def pages(form: PrintForm, wanted: tuple[int, ...]) -> bytes:
        from tthc_desktop.documents.writing.pdf import draw, lay_out  # noqa: PLC0415 - as above

        return draw(lay_out(plan, form=form), wanted)

    is_draft, has_appendices = plan.stage.value == "draft", bool(plan.appendices)
    return Source(title(plan), file_name(plan), make, pages, plan.id, is_draft, has_appendices)


def of_kept(plan: Plan, data: bytes) -> Source:
    """Return an issued paper as the file that is kept of it, with what its signatures show on the pages."""

    def make(_form: PrintForm, stopped: Stopped) -> Printout:
        from tthc_desktop.documents.signing.appearances import as_seen  # noqa: PLC0415 - loaded in the worker

        return finished(as_seen(data), stopped)

    def pages(_form: PrintForm, _wanted: tuple[int, ...]) -> bytes:
        raise whole_only()

    return Source(title(plan), file_name(plan), make, pages, plan.id, kept=data)


def whole_only() -> UserError:
    """Return what is said where only a part of a signed file is to be saved."""
    return UserError("Tệp đã ký chỉ lưu được trọn vẹn, bỏ bớt trang thì mất chữ ký.", "Hãy chọn Phần in: Toàn bộ.")


def of_ruler() -> Source:
    """Return the page with rulers."""

    def data() -> bytes:
        from tthc_desktop.documents.writing.pdf.ruler_page import ruler_page  # noqa: PLC0415 - as above

        return ruler_page()

    return Source(
        "Trang thước đo",
        "Trang thước đo",
        lambda _form, stopped: finished(data(), stopped),
        lambda _form, _wanted: data(),
    )


def finished(data: bytes, stopped: Stopped, appendices: range = range(0)) -> Printout:
    """Return a file as what can be printed: the sizes of its pages and where ink is on each."""
    from tthc_desktop.documents.dots import dots_of  # noqa: PLC0415 - as above

    if stopped():
        return Printout(b"", (), ())
    with dots_of(data) as file:
        sizes = tuple(file.size(page) for page in range(file.pages))
        inked = tuple(None if stopped() else file.inked(page) for page in range(file.pages))
    return Printout(data, sizes, inked, appendices)


def font_words() -> str:
    """Return which font papers are printed in; asked in a worker, which loads it."""
    from tthc_desktop.documents.writing.pdf.drawn_fonts import font_told  # noqa: PLC0415 - loaded in the worker

    return f"Phông chữ: {font_told()}"
