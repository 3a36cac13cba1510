"""A whole plan as flows: the paper itself, then each appendix on pages of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.writing.pdf.appendix import appendix_head
from tthc_desktop.documents.writing.pdf.blocks import Block
from tthc_desktop.documents.writing.pdf.flow import Flow, tie
from tthc_desktop.documents.writing.pdf.foot import Foot
from tthc_desktop.documents.writing.pdf.head import head
from tthc_desktop.documents.writing.pdf.lines import tied
from tthc_desktop.documents.writing.pdf.outline import Printed, Words, bases, closed, printed_nodes
from tthc_desktop.documents.writing.pdf.rules import Rules
from tthc_desktop.documents.writing.pdf.styles import Styles, styles
from tthc_desktop.documents.writing.pdf.table import TableFlow
from tthc_desktop.models.plan import Appendix, Plan


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a part and its text area, in points."""

    size: tuple[float, float]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Part:
    """Flows with a page count of their own."""

    sheet: Sheet
    flows: Sequence[Flow]


def parts(plan: Plan, rules: Rules) -> list[Part]:
    """Return the paper itself and its appendices, laid out but not yet on pages."""
    return [_paper(plan, rules), *(_appendix(plan, appendix, rules) for appendix in plan.appendices)]


def sheet(rules: Rules, *, landscape: bool = False) -> Sheet:
    size = rules.length("paper_width"), rules.length("paper_height")
    width, height = reversed(size) if landscape else size
    left, top = rules.length("margin_left"), rules.length("margin_top")
    right, bottom = rules.length("margin_right"), rules.length("margin_bottom")
    return Sheet((width, height), left, top, width - left - right, height - top - bottom)


def _paper(plan: Plan, rules: Rules) -> Part:
    page = sheet(rules)
    text = [*bases(plan), *closed(list(printed_nodes(plan, plan.body)))]
    flows: list[Flow] = [head(plan, rules, page.width), *_flows(plan, text, rules, page, "phần nội dung")]
    if plan.recipients or plan.signatory.capacity or plan.signatory.name:
        if len(flows[-1].strips) == 1:
            tie(flows[-1])
        flows.append(Foot(plan, rules, page.width))
    return Part(page, flows)


def _appendix(plan: Plan, appendix: Appendix, rules: Rules) -> Part:
    page = sheet(rules, landscape=appendix.landscape)
    top = appendix_head(plan, appendix, rules, page.width)
    return Part(page, [top, *_flows(plan, printed_nodes(plan, appendix.nodes), rules, page, top.where)])


def _flows(plan: Plan, text: Iterable[Printed], rules: Rules, page: Sheet, where: str) -> list[Flow]:
    looks = styles(rules)
    printed = list(text)
    flows = [_flow(plan, part, rules, looks, page, where) for part in printed]
    for before, flow in zip(printed, flows[1:], strict=False):
        if _keeps_next(before, looks):
            tie(flow)
    return flows


def _flow(plan: Plan, part: Printed, rules: Rules, looks: Styles, page: Sheet, where: str) -> Flow:
    if isinstance(part, Words):
        return Block(tied(part.words), looks.of(part.look), page.width, where, (part.id,) if part.id else ())
    return TableFlow(plan, part, rules, (page.width, page.height), f"Bảng trong {where}")


def _keeps_next(before: Printed, looks: Styles) -> bool:
    """Tell whether no page ends below a part: it is a heading, or its colon announces what follows."""
    if not isinstance(before, Words):
        return False
    announces = "".join(piece.words for piece in before.words[-1:]).rstrip().endswith(":")
    return looks.of(before.look).keeps or announces
