"""What a reader did that it may not do, each kind kept once with the file that brought it about."""

import hashlib
import json
import traceback
from dataclasses import dataclass, field
from pathlib import Path

_OURS = "tthc_desktop"


class TooLongError(BaseException):
    """A reader took too long; no reader may take it for trouble of a file."""


def kind_of(error: BaseException) -> str:
    """Return which kind of finding it is: the error and where in our code it came up."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if _OURS in frame.filename]
    if isinstance(error, TooLongError):
        ours = ours[-3:-2] or ours  # the exact line is chance
        return f"too long in {ours[-1].name}" if ours else "too long"
    where = f"{Path(ours[-1].filename).name}:{ours[-1].name}:{ours[-1].lineno}" if ours else "outside"
    return f"{type(error).__name__} {where}"


@dataclass(slots=True)
class Ledger:
    """How long a reader was tried, with how many files, and what was found how often; kept in a folder."""

    folder: Path
    seconds: float = 0.0
    files: int = 0
    read: int = 0
    """How many of the files were read, not refused."""
    slowest: float = 0.0
    memory: int = 0
    """The most memory that the process had, in MB."""
    found: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Ledger":
        """Return what was written down so far."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "ledger.json"
        return cls(folder, **json.loads(path.read_text("utf-8"))) if path.exists() else cls(folder)

    def write(self) -> None:
        """Write it down."""
        names = ("seconds", "files", "read", "slowest", "memory", "found")
        held = {name: getattr(self, name) for name in names}
        made = self.folder / "ledger.tmp"
        made.write_text(json.dumps(held, ensure_ascii=False, indent=1), "utf-8")
        made.replace(self.folder / "ledger.json")

    def add(self, kind: str, data: bytes, told: str, ending: str) -> None:
        """Keep a finding, with its file when it is the first of its kind."""
        self.found[kind] = self.found.get(kind, 0) + 1
        if self.found[kind] == 1:
            name = hashlib.sha256(kind.encode()).hexdigest()[:10]
            (self.folder / f"{name}{ending}").write_bytes(data)
            (self.folder / f"{name}.txt").write_text(f"{kind}\n\n{told}", "utf-8", "surrogateescape")
        self.write()
