"""Bảng theo dõi: every task of some plans with how it stands on a day, as a broad table to print."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.identity import new_id
from tthc_desktop.models.plan import Appendix, Item, Plan
from tthc_desktop.models.reporting.figures import figure
from tthc_desktop.models.reporting.making import PlainWriter
from tthc_desktop.models.reporting.paper import agency_of, attached, cited, head, recipients, spelled_title, symbol
from tthc_desktop.models.reporting.results import total
from tthc_desktop.models.reporting.tables import of_tasks
from tthc_desktop.models.reporting.values import Facts
from tthc_desktop.models.reporting.words import lower_first, short_date
from tthc_desktop.models.text import plain


def overview_table(plans: Sequence[Plan], facts: Facts, on: date) -> Plan:
    """Return the table as a document, with a sentence on the whole before it; its words are those of the day."""
    first, id_ = plans[0], new_id()
    writer = PlainWriter(id_, partial(figure, facts))
    day = short_date(facts.stretch.end)
    about = lower_first(spelled_title(first)) if len(plans) == 1 else "các kế hoạch"
    symbol_ = symbol(first, "BTD")
    said = f"Tình hình thực hiện {'; '.join(map(cited, plans))} tính đến hết ngày {day} như sau:"
    return Plan(
        id_,
        kind="BẢNG THEO DÕI",
        title=plain(f"Thực hiện {about} (tính đến ngày {day})"),
        header=head(first, symbol_, on),
        body=(
            Item(new_id(), text=plain(said)),
            writer.paragraph("total", total(facts, writer)),
            Item(new_id(), text=plain("Chi tiết từng nhiệm vụ tại Phụ lục kèm theo./.")),
        ),
        appendices=(
            Appendix(
                new_id(),
                plain("TÌNH HÌNH THỰC HIỆN TỪNG NHIỆM VỤ"),
                plain(attached("Bảng theo dõi", symbol_, on, agency_of(first))),
                landscape=True,
                nodes=(of_tasks(facts, writer),),
            ),
        ),
        signatory=first.signatory,
        recipients=recipients(first),
        drawn=Drawn(Form.FOLLOW_UP, facts.plans, facts.stretch.start, facts.stretch.end, facts.stretch.span),
    )
