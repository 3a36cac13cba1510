"""What each command does."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from tthc_desktop import __version__
from tthc_desktop.cli import comparing, legal, life, reported, tellings, units, views, years
from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import destination, find_plan, opened, title_of
from tthc_desktop.models.changes import Change, name_of
from tthc_desktop.models.editing.life import deletion, gone_along, is_version
from tthc_desktop.models.holdings import FIELDS
from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Plan

Command = Callable[[Wishes], Answer]

# Libraries and modules that only one command needs are imported by that command: each starts in a moment.


def run(wishes: Wishes) -> Answer:
    """Do what the user asks for."""
    return _COMMANDS[wishes.command](wishes)


def _import_plans(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.importing import import_plans  # noqa: PLC0415

    return import_plans(wishes)


def _list(wishes: Wishes) -> Answer:
    with opened(wishes.office) as office:
        plans = tuple(plan for plan in office.plans.values() if not is_version(plan, office.plans))
    return Answer({"plans": [views.summary(plan) for plan in plans]}, tellings.listing(plans))


def _show(wishes: Wishes) -> Answer:
    with opened(wishes.office) as office:
        plan, holdings = find_plan(office, wishes.plan), office.holdings
    if wishes.json:
        return Answer({**views.view(plan), "progress": reported.progress(holdings, plan)})
    return Answer({}, tellings.telling(plan) + reported.telling(holdings, plan))


def _print(wishes: Wishes) -> Answer:
    if wishes.separate:
        from tthc_desktop.cli.separate_print import print_separately  # noqa: PLC0415

        return print_separately(_plan(wishes), wishes)
    return _printed(_plan(wishes), wishes)


def _sample(wishes: Wishes) -> Answer:
    from tthc_desktop.documents.sample import sample_plan  # noqa: PLC0415

    return _printed(sample_plan(), wishes)


def _ruler(wishes: Wishes) -> Answer:
    from tthc_desktop.documents.writing.files import write  # noqa: PLC0415
    from tthc_desktop.documents.writing.pdf.ruler_page import ruler_page  # noqa: PLC0415

    out = destination(wishes)
    write(out, ruler_page())
    return Answer({"file": str(out)}, f"Đã ghi trang thước đo ra {out}; in ở 100 % rồi đo theo lời dẫn trên trang.")


def _guide(wishes: Wishes) -> Answer:
    from tthc_desktop.documents.writing.files import write  # noqa: PLC0415
    from tthc_desktop.documents.writing.pdf.guide import guide_pdf  # noqa: PLC0415
    from tthc_desktop.ui.guide.chapters import whole_guide  # noqa: PLC0415 - knows the keys of the window, loads no Qt

    out, found = destination(wishes), whole_guide()
    write(out, guide_pdf(found, __version__))
    return Answer({"file": str(out), "chapters": len(found.chapters)}, f"Đã ghi hướng dẫn sử dụng ra {out}.")


def _printed(plan: Plan, wishes: Wishes) -> Answer:
    from tthc_desktop.cli.print_forms import form_of  # noqa: PLC0415
    from tthc_desktop.documents.writing.files import write  # noqa: PLC0415
    from tthc_desktop.documents.writing.pdf import rendered  # noqa: PLC0415

    out = destination(wishes)
    paper = rendered(plan, form_of(wishes))
    write(out, paper.data)
    words = f"Đã in “{title_of(plan)}” ra {out} ({paper.pages} trang)."
    return Answer({"plan": plan.id, "file": str(out), "pages": paper.pages}, words)


def _export(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.exporting import export  # noqa: PLC0415

    return export(wishes)


def _export_all(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.exporting import export_all  # noqa: PLC0415

    return export_all(wishes)


def _send(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.sending import send  # noqa: PLC0415

    return send(wishes)


def _receive(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.receiving import receive  # noqa: PLC0415

    return receive(wishes)


def _status(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.statuses import status  # noqa: PLC0415

    return status(wishes)


def _progress(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.progress import run as progress  # noqa: PLC0415

    return progress(wishes)


def _calendar(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.calendar import calendar  # noqa: PLC0415

    return calendar(wishes)


def _report(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.reporting import report  # noqa: PLC0415

    return report(wishes)


def _regime(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.regimes import run as regimes  # noqa: PLC0415

    return regimes(wishes)


def _refresh(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.reporting import refresh  # noqa: PLC0415

    return refresh(wishes)


def _remind(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.reporting import remind  # noqa: PLC0415

    return remind(wishes)


def _assign(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.reporting import assign  # noqa: PLC0415

    return assign(wishes)


def _follow(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.reporting import follow  # noqa: PLC0415

    return follow(wishes)


def _parse_deadline(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.deadline import parse_deadline  # noqa: PLC0415

    return parse_deadline(wishes)


def _target(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.targets import run as run_targets  # noqa: PLC0415

    return run_targets(wishes)


def _sign(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.signing import sign  # noqa: PLC0415

    return sign(wishes)


def _check_print(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.checking_print import check_print  # noqa: PLC0415

    return check_print(wishes)


def _reading_order(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.reading_aloud import reading_aloud  # noqa: PLC0415

    return reading_aloud(wishes)


def _verify(wishes: Wishes) -> Answer:
    if wishes.out.suffix.lower() == ".tthc":
        return _check_office(replace(wishes, damaged=wishes.out))
    from tthc_desktop.cli.comparing_pdf import verify  # noqa: PLC0415

    return verify(wishes)


def _check_office(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.caring import check_office  # noqa: PLC0415

    return check_office(wishes)


def _repair(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.caring import repair  # noqa: PLC0415

    return repair(wishes)


def _handover(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.handing_over import handover  # noqa: PLC0415

    return handover(wishes)


def _backup(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.backups import backup  # noqa: PLC0415

    return backup(wishes)


def _backups(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.backups import listing  # noqa: PLC0415

    return listing(wishes)


def _restore(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.backups import restore  # noqa: PLC0415

    return restore(wishes)


def _update(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.updating import update  # noqa: PLC0415

    return update(wishes)


def _delete(wishes: Wishes) -> Answer:
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        change = Change(f"Xóa kế hoạch “{title_of(plan)}”", deletion(office.holdings, plan.id))
        office.change(change)
    words = f"Đã xóa “{title_of(plan)}”{gone_along(change.pairs)}; lệnh undo lấy lại được."
    return _changed("deleted", words, change)


def _office(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.particulars import run as particulars  # noqa: PLC0415

    return particulars(wishes)


def _bin(wishes: Wishes) -> Answer:
    from tthc_desktop.cli.rubbish import run as rubbish  # noqa: PLC0415

    return rubbish(wishes)


def _undo(wishes: Wishes) -> Answer:
    with opened(wishes.office) as office:
        change = office.undo()
    return _changed("undone", f"Đã hoàn tác: {change.label}.", change)


def _redo(wishes: Wishes) -> Answer:
    with opened(wishes.office) as office:
        change = office.redo()
    return _changed("redone", f"Đã làm lại: {change.label}.", change)


def _changed(what: str, words: str, change: Change) -> Answer:
    """Tell what a change was about; kinds that few changes touch are named only where it did."""
    touched: dict[str, list[Id]] = {"plans": [], "legal_documents": []}
    for name in map(name_of, change.pairs):
        touched.setdefault(FIELDS[name.kind], []).append(name.id)
    return Answer({what: change.label, **touched}, words)


def _history(wishes: Wishes) -> Answer:
    """Tell of a plan, or of anything with an identity: a task, a row, a legal document, a plan that is deleted."""
    with opened(wishes.office) as office:
        entries = office.history(wishes.plan) if wishes.plan else ()
        record = wishes.plan if entries else find_plan(office, wishes.plan).id
        entries = entries or office.history(record)
    return Answer({"plan": record, "entries": [views.entry(entry) for entry in entries]}, tellings.history(entries))


def _plan(wishes: Wishes) -> Plan:
    with opened(wishes.office) as office:
        return find_plan(office, wishes.plan)


_COMMANDS: Mapping[str, Command] = {
    "import": _import_plans,
    "list": _list,
    "show": _show,
    "print": _print,
    "export": _export,
    "export-all": _export_all,
    "new": years.new,
    "roll": years.roll,
    "compare": comparing.compare,
    "keep": life.keep,
    "versions": life.versions,
    "issue": life.issue,
    "handover": _handover,
    "issued": life.issued,
    "verify": _verify,
    "reading-order": _reading_order,
    "check-print": _check_print,
    "sign": _sign,
    "check-office": _check_office,
    "repair": _repair,
    "draft": life.draft,
    "delete": _delete,
    "bin": _bin,
    "office": _office,
    "legal": legal.run,
    "units": units.run,
    "send": _send,
    "receive": _receive,
    "status": _status,
    "progress": _progress,
    "report": _report,
    "regime": _regime,
    "refresh": _refresh,
    "remind": _remind,
    "assign": _assign,
    "follow": _follow,
    "parse-deadline": _parse_deadline,
    "calendar": _calendar,
    "target": _target,
    "backup": _backup,
    "backups": _backups,
    "restore": _restore,
    "undo": _undo,
    "redo": _redo,
    "history": _history,
    "ruler": _ruler,
    "guide": _guide,
    "sample": _sample,
    "update": _update,
}
