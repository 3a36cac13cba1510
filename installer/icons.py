"""Pictures of the program's drawings, in the sizes that desktops ask for."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def draw(drawing: Path, size: int, out: Path) -> None:
    """Paint a drawing as a square PNG of that many dots."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF  # noqa: PLC0415 - Qt chooses its screen when it is loaded
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    out.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(out)):
        raise OSError(f"cannot write {out}")


def write_ico(drawing: Path, out: Path) -> None:
    """Write a drawing as an icon of Windows, one picture for each size."""
    pictures = []
    for size in ICO_SIZES:
        draw(drawing, size, part := out.with_suffix(f".{size}.png"))
        with Image.open(part) as opened:
            pictures.append(opened.convert("RGBA"))
        part.unlink()
    pictures[-1].save(out, format="ICO", sizes=[(size, size) for size in ICO_SIZES], append_images=pictures[:-1])
