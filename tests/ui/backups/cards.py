"""Cards of invented backups."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tthc_desktop.models.backups.values import Backup, Content, Reason
from tthc_desktop.storage.backups import Stored

AT = datetime(2026, 11, 26, 1, 1, tzinfo=UTC)
CONTENT = Content(plans=2, tasks=1200, targets=3, units=4, entries=10, titles=("Kế hoạch năm 2031", "Kế hoạch cũ"))
CARD = Backup(AT, Reason.MERGE, "0005", CONTENT, "d", "a" * 64, 1_300_000)
STORED = Stored(Path("/van-phong.sao-luu/2026-11-26-080100-merge.tthc"), CARD)


def earlier(days: int, reason: Reason = Reason.DAY) -> Stored:
    """Return a backup that was made so many days before."""
    at = AT - timedelta(days=days)
    return Stored(Path(f"/van-phong.sao-luu/{at:%Y-%m-%d}.tthc"), replace(CARD, at=at, reason=reason, digest=str(days)))
