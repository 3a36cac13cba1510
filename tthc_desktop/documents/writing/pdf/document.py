"""A whole plan as flows: the paper itself, then each appendix on pages of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.addressees import addressees
from tthc_desktop.documents.writing.pdf.appendix import appendix_head
from tthc_desktop.documents.writing.pdf.blocks import Block, Panel
from tthc_desktop.documents.writing.pdf.chart_flow import ChartFlow
from tthc_desktop.documents.writing.pdf.flow import Flow, tie
from tthc_desktop.documents.writing.pdf.foot import Foot
from tthc_desktop.documents.writing.pdf.head import head
from tthc_desktop.documents.writing.pdf.kept import Kept
from tthc_desktop.documents.writing.pdf.outline import BELOW, Picture, Printed, Words, bases, closed, printed_nodes
from tthc_desktop.documents.writing.pdf.styles import Styles, styles
from tthc_desktop.documents.writing.pdf.table import Frame, TableFlow
from tthc_desktop.models.charts import Chart, ChartKind, chart_of
from tthc_desktop.models.marks import PaperSize
from tthc_desktop.models.plan import Appendix, Node, Plan


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


def parts(plan: Plan, rules: Rules, kept: Kept) -> list[Part]:
    """Return the paper itself and its appendices, laid out but not yet on pages."""
    return [_paper(plan, rules, kept), *(_appendix(plan, appendix, rules, kept) for appendix in plan.appendices)]


def sheet(rules: Rules, *, landscape: bool = False, paper: PaperSize = PaperSize.A4) -> Sheet:
    prefix = "large_paper" if paper is PaperSize.A3 else "paper"
    size = rules.length(f"{prefix}_width"), rules.length(f"{prefix}_height")
    width, height = reversed(size) if landscape else size
    left, top = rules.length("margin_left"), rules.length("margin_top")
    right, bottom = rules.length("margin_right"), rules.length("margin_bottom")
    return Sheet((width, height), left, top, width - left - right, height - top - bottom)


def _paper(plan: Plan, rules: Rules, kept: Kept) -> Part:
    page = sheet(rules)
    text = [*bases(plan), *closed(list(printed_nodes(plan, plan.body)))]
    below = _flows(_Setter(plan, rules, styles(rules), page, "phần nội dung", kept), text)
    to = addressees(plan, rules, page.width)
    flows: list[Flow] = [head(plan, rules, page.width), *([to] if to else []), *below]
    if plan.recipients or plan.signatory.capacity or plan.signatory.name:
        if len(flows[-1].strips) == 1:
            tie(flows[-1])
        flows.append(Foot(plan, rules, page.width))
    return Part(page, flows)


def _appendix(plan: Plan, appendix: Appendix, rules: Rules, kept: Kept) -> Part:
    page = sheet(rules, landscape=appendix.landscape, paper=appendix.paper)
    top = appendix_head(plan, appendix, rules, page.width)
    return part_below(plan, top, appendix.nodes, page, rules, kept)


def part_below(plan: Plan, top: Panel, nodes: tuple[Node, ...], page: Sheet, rules: Rules, kept: Kept) -> Part:
    """Return a part whose text stands below a heading of its own."""
    setter = _Setter(plan, rules, styles(rules), page, top.where, kept)
    return Part(page, [top, *_flows(setter, printed_nodes(plan, nodes))])


@dataclass(frozen=True, slots=True)
class _Setter:
    """Makes paragraphs and tables of one part into flows."""

    plan: Plan
    rules: Rules
    looks: Styles
    page: Sheet
    where: str
    kept: Kept

    def flow(self, part: Printed) -> Flow:
        if isinstance(part, Words):
            style = self.looks.of(part.look)
            lines = self.kept.lines(part.words, style, self.page.width)
            return Block(lines, style, self.page.width, self.where, part.id, role=part.role)
        if isinstance(part, Picture):
            return self._chart(part)
        frame = Frame(self.page.width, self.page.height, f"Bảng trong {self.where}")
        found = self.kept.table(self.plan, part, self.rules, frame)
        return TableFlow(found, self.rules.length("paragraph_gap"))

    def _chart(self, part: Picture) -> Flow:
        chart = chart_of(self.plan, part.table) or Chart(ChartKind.BARS)
        found = self.kept.chart(chart, self.rules, (self.page.width, self.page.height))
        return ChartFlow(found, part.table.id, f"Biểu đồ trong {self.where}")


def _flows(setter: _Setter, text: Iterable[Printed]) -> list[Flow]:
    printed = list(text)
    flows = [setter.flow(part) for part in printed]
    for before, flow in zip(printed, flows[1:], strict=False):
        if _keeps_next(before, setter.looks):
            tie(flow)
    for part, before_it, flow in zip(printed[1:], flows, flows[1:], strict=False):
        if isinstance(part, Words) and part.look == BELOW and isinstance(flow, Block) and isinstance(before_it, Block):
            flow.goes_on(before_it)
    return flows


def _keeps_next(before: Printed, looks: Styles) -> bool:
    """Tell whether no page ends below a part: it is a heading, or its colon announces what follows."""
    if not isinstance(before, Words):
        return False
    announces = "".join(piece.words for piece in before.words[-1:]).rstrip().endswith(":")
    return looks.of(before.look).keeps or announces
