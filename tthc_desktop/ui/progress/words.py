"""Where a value of progress came from, in one line."""

from tthc_desktop.models.progress.values import TITLES, Field, Progress
from tthc_desktop.ui.local_time import moment


def provenance(progress: Progress | None, field: Field) -> str:
    """Return the file, sheet and cell of a value, or that it was typed; empty words when nothing was said."""
    said = progress.said.get(field) if progress else None
    if said is None or not said.words:
        return f"{TITLES[field]}: chưa có báo cáo"
    if said.origin is None:
        return f"{TITLES[field]}: gõ tại đây"
    origin = said.origin
    cell = f"{origin.file}, trang tính {origin.sheet}, ô {origin.cell}"
    return f"{TITLES[field]}: {cell}, nhận {moment(origin.at)}"
