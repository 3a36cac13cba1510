"""A BÁO CÁO drawn up from facts: it mirrors the plans, and its figures follow the facts until it is issued."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tthc_desktop.models.drawn import Drawn, Form
from tthc_desktop.models.identity import Id, new_id
from tthc_desktop.models.plan import Appendix, Basis, Item, Node, Plan
from tthc_desktop.models.reporting.figures import figure
from tthc_desktop.models.reporting.lateness import lateness, outlook
from tthc_desktop.models.reporting.making import Writer
from tthc_desktop.models.reporting.paper import agency_of, attached, cited, head, recipients, result_title, symbol
from tthc_desktop.models.reporting.regimes import Regime
from tthc_desktop.models.reporting.results import results
from tthc_desktop.models.reporting.summary import summary
from tthc_desktop.models.reporting.tables import of_tasks
from tthc_desktop.models.reporting.values import Facts
from tthc_desktop.models.reporting.words import lower_first, span_words, upper_first
from tthc_desktop.models.text import plain

_NOBODY = Regime("", "", date.min)


def report(plans: Sequence[Plan], facts: Facts, regime: Regime | None, on: date) -> Plan:
    """Return a new report on some plans, drawn up on a day; head, foot and words are those of the first plan.

    Without a regime it has no bases of its own and is addressed to nobody.
    """
    first, terms, id_ = plans[0], regime or _NOBODY, new_id()
    stretch, agency, symbol_ = facts.stretch, agency_of(first), symbol(first, "BC")
    span = span_words(stretch.span, stretch.start, stretch.end)
    title = result_title(plans, span)
    made = Plan(
        id_,
        kind="BÁO CÁO",
        title=plain(title),
        header=head(first, symbol_, on),
        bases=tuple(_bases(plans, terms, agency, span)),
        signatory=first.signatory,
        recipients=recipients(first, terms.recipients),
        addressees=terms.addressees,
        drawn=Drawn(Form.REPORT, facts.plans, stretch.start, stretch.end, stretch.span, regime_id=terms.id),
    )
    line = attached("Báo cáo", symbol_, on, agency)
    drawn_up = parts(id_, facts)
    end = Item(new_id(), text=plain(f"Trên đây là báo cáo {lower_first(title)}./."))
    return with_names(
        replace(
            made,
            body=(*drawn_up.body, end),
            appendices=tuple(replace(one, attached=plain(line)) for one in drawn_up.appendices),
        ),
        tuple(drawn_up.names.values()),
    )


def with_names(document: Plan, names: Sequence[str]) -> Plan:
    """Return a document that remembers these parts as drawn up, besides those that it knows."""
    assert document.drawn is not None
    made = tuple(dict.fromkeys((*document.drawn.made, *names)))
    return document if made == document.drawn.made else replace(document, drawn=replace(document.drawn, made=made))


@dataclass(frozen=True, slots=True)
class Parts:
    """All that a report draws up from the facts, with the names of the parts by their identity."""

    body: tuple[Node, ...]
    appendices: tuple[Appendix, ...]
    names: Mapping[Id, str]


def parts(document: Id, facts: Facts, present: Collection[Id] = ()) -> Parts:
    """Return what the facts make of the text and the appendices of a document; columns that are `present` stay."""
    writer = Writer(document, partial(figure, facts))
    body = (results(facts, writer), summary(facts, writer, present), lateness(facts, writer), outlook(facts, writer))
    return Parts(body, tuple(_appendices(facts, writer)), writer.names)


def _appendices(facts: Facts, writer: Writer) -> Iterator[Appendix]:
    if facts.works:
        yield Appendix(
            writer.id("appendix.tasks"),
            plain("KẾT QUẢ THỰC HIỆN TỪNG NHIỆM VỤ"),
            landscape=True,
            nodes=(of_tasks(facts, writer),),
        )


def _bases(plans: Sequence[Plan], regime: Regime, agency: str, span: str) -> Iterator[Basis]:
    for words in regime.bases:
        yield Basis(new_id(), plain(f"{words.rstrip(' .;')};"))
    reports = f"{agency or 'cơ quan'} báo cáo kết quả {span} như sau:"
    if len(plans) == 1:
        yield Basis(new_id(), plain(f"Thực hiện {cited(plans[0])}, {reports}"))
        return
    for plan in plans:
        yield Basis(new_id(), plain(f"Thực hiện {cited(plan)};"))
    yield Basis(new_id(), plain(upper_first(reports)))
