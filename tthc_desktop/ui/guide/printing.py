"""The guide as something to print."""

from tthc_desktop import __version__
from tthc_desktop.ui.guide.chapters import whole_guide
from tthc_desktop.ui.printing.sources import Source, Stopped, finished


def of_guide() -> Source:
    """Return the whole guide; a choice of its pages is made on the page before printing."""

    def data(stopped: Stopped = bool, wanted: tuple[int, ...] | None = None) -> bytes:
        from tthc_desktop.documents.writing.pdf.guide import guide_pdf  # noqa: PLC0415 - loaded in the worker

        return guide_pdf(whole_guide(), __version__, stopped, wanted)

    name = "Hướng dẫn sử dụng TTHC Desktop"
    return Source(
        name,
        name,
        lambda _form, stopped: finished(data(stopped), stopped),
        lambda _form, wanted: data(wanted=wanted),
    )
