"""Random papers with what a person would count and read in them, for property tests of readers."""

import unicodedata
from dataclasses import dataclass, replace
from random import Random

from tests.papers import words
from tests.papers.building import Build, Task, build, counts
from tests.papers.extraction import Extraction, choose, lines_of, spread, table_lines


@dataclass(frozen=True)
class Paper:
    """A paper as an extraction left it, and what it holds; `about` tells how it was made."""

    text: str
    counts: dict[str, int]
    tasks: list[Task]
    about: str


def paper(seed: int) -> Paper:
    """Return the paper of this number: the same number gives the same paper."""
    random = Random(seed)
    built = build(random)
    how = choose(random)
    if how.table == "cells" and built.grid and not all(all(row.cells) for row in built.grid.rows):
        how = replace(how, table="columns")  # where nothing separates the cells, an empty one leaves no trace
    recipients = random.sample(words.RECIPIENTS, random.randint(1, len(words.RECIPIENTS)))
    lines = [*_head(random, how), *lines_of(built.body, how), *_tail(random, recipients, how), *_appendix(built, how)]
    text = _spelled(random, "\n".join(lines) + "\n")
    return Paper(text, counts(built, len(recipients) + 1), built.tasks, f"seed {seed}: {how}")


def _head(random: Random, how: Extraction) -> list[str]:
    province = random.choice(words.PROVINCES)
    left = (f"UBND TỈNH {province.upper()}", random.choice(words.AGENCIES), f"Số: {random.randint(10, 200)}/KH-SNC")
    right = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        f"{province}, ngày 12 tháng 3 năm 2025",
    )
    title = ["KẾ HOẠCH", "Kiểm soát thủ tục hành chính năm 2025", ""]
    block = random.choice(("none", "stacked", "columns"))
    if block == "none":
        return spread(title, how)
    if block == "stacked":
        return spread([*left, *right, "", *title], how)
    return spread([*(f"{one:<32}{other}" for one, other in zip(left, right, strict=True)), "", *title], how)


def _tail(random: Random, recipients: list[str], how: Extraction) -> list[str]:
    left = ["Nơi nhận:", *(f"- {recipient};" for recipient in recipients), "- Lưu: VT."]
    right = [*random.choice(words.CAPACITIES), "", "", random.choice(words.SIGNERS)]
    if random.random() < 0.5:
        return spread([*left, "", *right], how)
    left += [""] * (len(right) - len(left))
    right += [""] * (len(left) - len(right))
    return spread([f"{one:<48}{other}".rstrip() for one, other in zip(left, right, strict=True)], how)


def _appendix(built: Build, how: Extraction) -> list[str]:
    if not built.grid:
        return []
    return ["", *spread(["PHỤ LỤC", "PHÂN CÔNG THỰC HIỆN"], how), "", *table_lines(built.grid, how)]


def _spelled(random: Random, text: str) -> str:
    """Return the text with the line ends and the Unicode form of some computer."""
    form = random.choice(("NFC", "NFC", "NFD"))
    text = unicodedata.normalize("NFD", text) if form == "NFD" else text
    return text.replace("\n", random.choice(("\n", "\n", "\r\n")))
