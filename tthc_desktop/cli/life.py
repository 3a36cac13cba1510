"""`keep`, `versions`, `issue`, `issued`, `draft`: the life of a plan."""

from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tthc_desktop.cli import tellings, views
from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import day_of, destination, find_plan, opened, title_of
from tthc_desktop.errors import UserError
from tthc_desktop.models.changes import Change, Pair
from tthc_desktop.models.editing import life
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.text import clean
from tthc_desktop.models.version import Issue

if TYPE_CHECKING:
    from tthc_desktop.office import Office

_SIGNED = "tệp PDF đã ký có số và ngày"


def keep(wishes: Wishes) -> Answer:
    """Keep a version of a plan."""
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        version = life.keep_version(plan, _words(wishes.name), datetime.now(UTC))
        called = tellings.version(version)
        office.change(Change(f"Lưu {called} của “{title_of(plan)}”", ((None, version),)))
    return Answer(
        {"plan": plan.id, **views.version(version)}, f"Đã lưu {called} của “{title_of(plan)}”, mã {version.id}."
    )


def versions(wishes: Wishes) -> Answer:
    """Tell how far a plan has come and which versions there are of it."""
    with opened(wishes.office) as office:
        plans = dict(office.plans)
        plan = find_plan(office, wishes.plan)
    found = life.versions(plans.values(), plan.id)
    return Answer(
        {"plan": plan.id, **views.life(plan), "versions": [views.version(each) for each in found]},
        tellings.versions(plan, found, plans.get(plan.replaced_by)),
    )


def draft(wishes: Wishes) -> Answer:
    """Begin a new draft from a plan or a version of one."""
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        made = life.new_draft(plan)
        office.change(Change(f"Lập dự thảo từ “{title_of(plan)}”", ((None, made),)))
    return Answer({"plan": made.id, "origin": plan.id}, f"Đã lập dự thảo mới từ “{title_of(plan)}”, mã {made.id}.")


def issue(wishes: Wishes) -> Answer:
    """Issue a plan: the PDF is kept first, then one change locks the plan and replaces the old one."""
    if wishes.signed is not None:
        from tthc_desktop.cli.issuing import issue_signed  # noqa: PLC0415 - only needed here

        return issue_signed(wishes)
    number = _words(wishes.number)
    if not number:
        raise UserError("Chưa có số của kế hoạch.", f"Hãy ghi --number, hoặc nêu {_SIGNED}.")
    if not wishes.day:
        raise UserError("Chưa có ngày ban hành.", f"Hãy ghi --date, hoặc nêu {_SIGNED}.")
    day = day_of(wishes.day)
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        bare = Issue(number, _words(wishes.symbol) or plan.header.symbol, day)
        data, name = _pdf(life.issue_plan(plan, bare), wishes)
        made, old = take_issue(office, plan, replace(bare, pdf_name=name), data, wishes)
    found = {"plan": plan.id, **issue_view(made), "replaces": old.id if old else None}
    return Answer(found, f"Đã ban hành “{title_of(plan)}” {tellings.number_and_day(made)}; bản PDF được lưu lại.")


def take_issue(office: "Office", plan: Plan, bare: Issue, data: bytes, wishes: Wishes) -> tuple[Issue, Plan | None]:
    """Keep the PDF and issue the plan as one change; return the issue, and the plan that it replaces."""
    life.issue_plan(plan, bare)
    old = find_plan(office, wishes.replaces) if wishes.replaces else None
    pairs: tuple[Pair, ...] = ((old, life.replace_plan(old, plan)),) if old else ()
    made = replace(bare, pdf=office.keep_file(data))
    office.change(Change(f"Ban hành “{title_of(plan)}”", ((plan, life.issue_plan(plan, made)), *pairs)))
    return made, old


def issue_view(made: Issue) -> dict[str, object]:
    """Return what is kept of an issuing as plain data."""
    return {**asdict(made), "date": made.date.isoformat()}


def _pdf(plan: Plan, wishes: Wishes) -> tuple[bytes, str]:
    """Return the PDF to be kept with its name: the one that is given, or the print of the plan."""
    if wishes.pdf is not None:
        from tthc_desktop.documents.reading.pdf_file import read_pdf  # noqa: PLC0415 - only needed here

        return read_pdf(wishes.pdf), clean(wishes.pdf.name)
    from tthc_desktop.documents.writing.pdf import render  # noqa: PLC0415 - only needed here

    return render(plan), ""


def issued(wishes: Wishes) -> Answer:
    """Write the PDF that was kept when the plan was issued."""
    from tthc_desktop.documents.writing.files import write  # noqa: PLC0415 - only needed here

    out = destination(wishes)
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
        write(out, _kept_pdf(office, plan))
    return Answer({"plan": plan.id, "file": str(out)}, f"Đã ghi bản PDF đã ban hành của “{title_of(plan)}” ra {out}.")


def _kept_pdf(office: "Office", plan: Plan) -> bytes:
    if plan.issue is None or not plan.issue.pdf:
        raise UserError(
            f"“{title_of(plan)}” không có bản PDF đã ban hành.", "Hãy ban hành kế hoạch trước, hoặc dùng lệnh print."
        )
    return office.kept_file(plan.issue.pdf)


def _words(typed: str) -> str:
    return " ".join(clean(typed).split())
