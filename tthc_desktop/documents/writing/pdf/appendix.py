"""The heading of an appendix: label, title, the line that says what it belongs to, a short rule."""

from tthc_desktop.documents.decree import Rules
from tthc_desktop.documents.writing.pdf.blocks import Column, Panel
from tthc_desktop.documents.writing.pdf.elements import TITLE
from tthc_desktop.documents.writing.pdf.head import plain, put, put_attached, short_rule
from tthc_desktop.documents.writing.pdf.lines import paragraph, tied
from tthc_desktop.models.outline import appendix_label
from tthc_desktop.models.plan import Appendix, Plan


def appendix_head(plan: Plan, appendix: Appendix, rules: Rules, width: float) -> Panel:
    """Return the heading; the top right corner of the sheet stays free for the organisation's signature."""
    column = Column(0.0, width)
    label, title = rules.letters["appendix_label"], rules.letters["appendix_title"]
    put(column, plain(appendix_label(plan, appendix), label), label, rules, role=TITLE)
    put(column, tied(paragraph(appendix.title, bold=title.bold)), title, rules, rules.number("title_width"), role=TITLE)
    put_attached(column, appendix.attached, rules)
    short_rule(column, rules)
    return Panel(appendix_label(plan, appendix), (column,), rules.length("rule_thickness"), appendix.id)
