"""`handover`: a folder for offices that sign with the government's own tool: the PDFs and what to do with them."""

from collections.abc import Mapping

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import find_plan, opened, title_of
from tthc_desktop.documents.handover import Handover, hand_over, write_handover
from tthc_desktop.models.handover.wording import DOUBT


def handover(wishes: Wishes) -> Answer:
    """Write the folder, and say what should be looked at before anything in it is signed."""
    with opened(wishes.office) as office:
        plan = find_plan(office, wishes.plan)
    made = hand_over(plan, separate=not wishes.together)
    paths = write_handover(wishes.out, made)
    found = made.checklist
    lines = [f"Đã chuẩn bị hồ sơ ký của “{title_of(plan)}” trong {wishes.out}:"]
    lines += [f"  {path.name}" for path in paths]
    lines += [f"  {DOUBT}{check.about}: {check.found}" for check in found.doubts]
    return Answer({"plan": plan.id, "folder": str(wishes.out), **_view(made)}, "\n".join(lines))


def _view(made: Handover) -> Mapping[str, object]:
    found = made.checklist
    files = [
        {"file": file.name, "appendix": file.appendix_id or None, "pages": file.pages,
         "fields": [{"name": place.name, "page": place.page + 1, "box": list(place.box)} for place in file.places]}
        for file in made.files
    ]  # fmt: skip
    checks = [{"about": one.about, "found": one.found, "doubtful": one.is_doubtful} for one in found.checks]
    steps = [{"who": one.who, "what": one.what, "file": one.file, "where": one.where} for one in found.steps]
    return {"files": files, "checks": checks, "steps": steps}
