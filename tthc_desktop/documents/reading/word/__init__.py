"""Word files (.docx, .docm, .dotx) as papers: with the numbers that Word counts, tables, boxes, notes, changes."""

from tthc_desktop.documents.reading.laid_out.blocks import Paper, Step, no_step


def read_word(data: bytes, name: str, step: Step = no_step) -> Paper:
    """Read a Word file; `name` is what the clerk calls it.

    Raises `UserError` for what is damaged, locked with a password, no Word file, or made to burst.
    """
    from tthc_desktop.documents.reading.word.reading import read  # noqa: PLC0415 - loads the parser of XML

    return read(data, name, step)
