"""A plan as several files: the paper itself, and each appendix as a file of its own with pages from 1."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tthc_desktop.documents.writing.file_names import title_words
from tthc_desktop.documents.writing.pdf.layout import Layout, draw, lay_out
from tthc_desktop.documents.writing.pdf.signing_places import signing_places
from tthc_desktop.models.identity import Id
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.print_form import TO_SIGN, PrintForm
from tthc_desktop.models.signature_places import SignaturePlace
from tthc_desktop.models.text import clean

_LETTERS, _BYTES = 80, 200
"""Of a name; Linux takes 255 bytes, and label and ending come behind."""


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """One file of a print; `appendix_id` is empty for the paper itself.

    The pages of `places` are counted from 0 in this file.
    """

    name: str
    appendix_id: Id
    data: bytes
    pages: int
    places: tuple[SignaturePlace, ...] = ()


def separate_files(plan: Plan, form: PrintForm = TO_SIGN, stem: str = "") -> tuple[PrintedFile, ...]:
    """Return the paper and then its appendices, one file each; names begin with `stem`, else with the plan's own."""
    layout = lay_out(plan, form=replace(form, separate=True))
    return tuple(_files(layout, stem or _stem(plan)))


def whole_file(plan: Plan, form: PrintForm = TO_SIGN, stem: str = "") -> PrintedFile:
    """Return the paper with its appendices as one file."""
    layout = lay_out(plan, form=replace(form, separate=False))
    count = len(layout.pages)
    name = f"{stem or _stem(plan)}.pdf"
    return PrintedFile(name, "", draw(layout, range(count)), count, signing_places(layout))


def _stem(plan: Plan) -> str:
    """Return a name for the files of a plan, good on every system."""
    words = title_words(" ".join(clean(f"{plan.kind.strip().capitalize()} {plan.title}").split()), _LETTERS)
    return words.encode()[:_BYTES].decode(errors="ignore").rstrip(" .-") or "Không tên"


def _files(layout: Layout, stem: str) -> Iterator[PrintedFile]:
    plan = layout.plan
    places = signing_places(layout)
    firsts = [0, *(layout.places[appendix.id][0] for appendix in plan.appendices), layout.contents.start]
    labels = ["", *(appendix_label(plan, appendix) for appendix in plan.appendices)]
    titles = ["", *(f"{appendix_label(plan, one)} {one.title}" for one in plan.appendices)]
    ids = ["", *(appendix.id for appendix in plan.appendices)]
    for at, (label, title, id_) in enumerate(zip(labels, titles, ids, strict=True)):
        pages = range(firsts[at], firsts[at + 1])
        contents = () if label else layout.contents
        data = draw(layout, [*pages, *contents], title=title)
        own = tuple(replace(place, page=place.page - pages.start) for place in places if place.page in pages)
        yield PrintedFile(f"{stem}{f' - {label}' if label else ''}.pdf", id_, data, len(pages) + len(contents), own)
