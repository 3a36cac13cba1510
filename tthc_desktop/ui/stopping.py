"""Telling how far a reader is, and ending it once nobody waits for it."""

from tthc_desktop.documents.reading.laid_out.blocks import Step
from tthc_desktop.ui.background import Job


class StoppedError(Exception):
    """Raised in a worker whose work was given up; it comes to nobody's ears."""


def step_of(job: Job) -> Step:
    """Return what a reader calls after each page."""

    def step(done: int, of: int) -> None:
        if job.cancelled:
            raise StoppedError
        if of:
            job.progressed.emit(done, of)

    return step
