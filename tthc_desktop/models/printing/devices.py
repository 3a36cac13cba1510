"""What a printer says of itself, and what of a job it cannot do as asked, in words before paper is spent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tthc_desktop.models.printing.choices import Sides
from tthc_desktop.models.printing.page_ranges import page_words
from tthc_desktop.models.printing.paper_sizes import Box, Size, cut_off, drivers_scale, name_of

_EDGES = ("trái", "trên", "phải", "dưới")
_FINE = 0.005
"""The share by which a scale may be off without being told: 1 mm on the length of the text."""
_COARSE = 200
"""Dots per inch below which small letters with Vietnamese marks run together."""


class Feed(NamedTuple):
    """How a driver takes one way of laying a paper: what it says the sheet measures, and the margins it never inks."""

    told: Size
    unreachable: Box


@dataclass(frozen=True, slots=True)
class Device:
    """A printer as its driver describes it."""

    name: str
    resolution: int
    feeds: Mapping[tuple[Size, bool], Feed] = field(default_factory=dict)
    """By the upright paper and whether the page on it is wide; a paper that the printer does not take is not there."""
    turns_paper: bool = True
    """Whether it prints on both sides by itself."""
    makes_copies: bool = False


class PrintedPage(NamedTuple):
    """A page of a job: its size and the box of what is on it as they come onto the paper."""

    number: int
    """Its place in its paper, from 1; 0 where the job has several papers, whose pages are only counted."""
    size: Size
    inked: Box | None
    paper: Size
    """What it is printed on, upright."""


def troubles(device: Device, pages: Sequence[PrintedPage], sides: Sides) -> tuple[str, ...]:
    """Return what will come out otherwise than asked, a sentence each."""
    return (
        *_lacking_papers(device, pages),
        *_scales(device, pages),
        *_cuts(device, pages),
        *_turning(device, sides),
        *_coarseness(device),
    )


def _lacking_papers(device: Device, pages: Sequence[PrintedPage]) -> Iterator[str]:
    for paper in dict.fromkeys(page.paper for page in pages):
        if not any(known == paper for known, _ in device.feeds):
            on_it = [page.number for page in pages if page.paper == paper]
            yield (
                f"Máy in “{device.name}” không nhận giấy {name_of(paper)}: {_pages(on_it)} sẽ bị máy thu nhỏ hoặc cắt."
            )


def _scales(device: Device, pages: Sequence[PrintedPage]) -> Iterator[str]:
    said: set[int] = set()
    for page in pages:
        feed = device.feeds.get((page.paper, page.size.is_wide))
        asked = _lying(page.paper, wide=page.size.is_wide)
        scale = drivers_scale(asked, feed.told) if feed else 1.0
        percent = round(scale * 100)
        if abs(scale - 1) > _FINE and percent not in said:
            said.add(percent)
            yield (
                f"Máy in đang đặt tỷ lệ {percent} %, nên lề và cỡ chữ sẽ không đúng thể thức: "
                "mở Thiết lập máy in và đặt lại 100 % (Actual size)."
            )


def _cuts(device: Device, pages: Sequence[PrintedPage]) -> Iterator[str]:
    found: dict[str, list[tuple[int, float, float]]] = {}
    for page in pages:
        if feed := device.feeds.get((page.paper, page.size.is_wide)):
            cuts = cut_off(page.inked, _lying(page.paper, wide=page.size.is_wide), feed.unreachable)
            for edge, cut, margin in zip(_EDGES, cuts, feed.unreachable, strict=True):
                if cut:
                    found.setdefault(edge, []).append((page.number, cut, margin))
    for edge, cuts_there in found.items():
        numbers, lost, margins = zip(*cuts_there, strict=True)
        yield (
            f"Máy in không in được {_millimetres(max(margins))} sát mép {edge} giấy: "
            f"{_pages(numbers)} sẽ mất tới {_millimetres(max(lost))} ở mép đó."
        )


def _turning(device: Device, sides: Sides) -> Iterator[str]:
    if sides in {Sides.LONG_EDGE, Sides.SHORT_EDGE} and not device.turns_paper:
        yield "Máy in không tự lật giấy: chọn “Hai mặt, lật giấy bằng tay” thì mới in được mặt sau."


def _coarseness(device: Device) -> Iterator[str]:
    if device.resolution < _COARSE:
        yield f"Máy in đang đặt {device.resolution} điểm/inch, chữ nhỏ sẽ nhòe: chọn chất lượng in cao hơn."


def _lying(paper: Size, *, wide: bool) -> Size:
    return Size(paper.height, paper.width) if wide else paper


def _pages(numbers: Sequence[int]) -> str:
    return f"trang {page_words(numbers)}" if all(numbers) else f"{len(numbers)} trang"


def _millimetres(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0").replace(".", ",") + " mm"
