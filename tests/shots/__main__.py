"""Pictures of every screen: `python -m tests.shots` writes them to build/shots and the window's to docs/window.png."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCALES = ("1", "1.5")


def main() -> int:
    """Take the pictures at each scale in a process of its own, for Qt reads the scale when it starts."""
    folder = ROOT / "build" / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "QT_SCALE_FACTOR": scale}
        status = subprocess.call([sys.executable, "-m", "tests.shots.taking", str(folder), scale], env=environment)
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
