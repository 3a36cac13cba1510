"""A plan as a file of any kind that the program writes, by the ending of its name."""

from tthc_desktop.models.plan import Plan

ENDINGS = (".pdf", ".docx", ".xlsx", ".json")

# Each kind of file has libraries of its own, which only who writes it needs.


def written(plan: Plan, ending: str) -> bytes:
    """Return a plan as the bytes of a file whose name ends so; the ending is one of `ENDINGS`."""
    match ending:
        case ".pdf":
            from tthc_desktop.documents.writing.pdf import render as as_print  # noqa: PLC0415

            return as_print(plan)
        case ".docx":
            from tthc_desktop.documents.writing.word import render as as_word  # noqa: PLC0415

            return as_word(plan)
        case ".xlsx":
            from tthc_desktop.documents.writing.workbook import workbook  # noqa: PLC0415

            return workbook(plan)
        case ".json":
            from tthc_desktop.documents.exchange import to_json  # noqa: PLC0415

            return to_json(plan).encode()
    raise ValueError(ending)
