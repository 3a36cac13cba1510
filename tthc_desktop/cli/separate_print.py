"""`print --separate`: the paper under the name that is asked for, each appendix beside it."""

from tthc_desktop.cli.answers import Answer
from tthc_desktop.cli.arguments import Wishes
from tthc_desktop.cli.plans import destination, title_of
from tthc_desktop.cli.print_forms import form_of
from tthc_desktop.documents.writing.pdf.separate import separate_files
from tthc_desktop.documents.writing.pdf.separate_writing import write_separately
from tthc_desktop.models.plan import Plan


def print_separately(plan: Plan, wishes: Wishes) -> Answer:
    """Print the paper and its appendices as files of their own: all of them, or none."""
    out = destination(wishes)
    files = separate_files(plan, form_of(wishes), stem=out.stem)
    paths = write_separately(out, files)
    lines = [f"Đã in “{title_of(plan)}” ra {len(files)} tệp:"]
    lines += [f"  {path} ({file.pages} trang)" for path, file in zip(paths, files, strict=True)]
    told = [
        {"file": str(path), "appendix": file.appendix_id or None, "pages": file.pages,
         "fields": [place.name for place in file.places]}
        for path, file in zip(paths, files, strict=True)
    ]  # fmt: skip
    pages = sum(file.pages for file in files)
    return Answer({"plan": plan.id, "file": str(out), "pages": pages, "files": told}, "\n".join(lines))
