"""What a review says of a draft."""

from tthc_desktop.documents.reading.draft import Draft
from tthc_desktop.models.counts import count


def outcome(draft: Draft) -> str:
    """Return what taking the plan will bring: "Nhập kế hoạch với 20 nhiệm vụ, 10 chỉ tiêu; 2 dòng chưa xếp"."""
    return f"Nhập {brought(draft)}"


def brought(draft: Draft) -> str:
    """Return what a draft holds, for the middle of a sentence."""
    counts = count(draft.plan)
    parts = (
        (counts.table_tasks + counts.body_tasks, "nhiệm vụ"),
        (counts.table_targets, "chỉ tiêu"),
        (counts.tables, "bảng"),
        (counts.bases, "căn cứ"),
    )
    held = ", ".join(f"{number} {what}" for number, what in parts if number) or "phần văn bản"
    left = len(draft.unplaced)
    rest = f"{left} dòng chưa xếp, được giữ lại để xem sau" if left else "mọi dòng đều đã xếp"
    return f"kế hoạch với {held}; {rest}."
