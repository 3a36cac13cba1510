"""The structure of a random paper, with what a person would count in it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Literal

from tests.papers import words

Mark = Literal["roman", "arabic", "letter", "decimal", "paren_roman", "dash", "base", "label", "plain"]
Kind = Literal["group", "task", "target"]
Task = dict[str, str]

POINTS = "abcdđeghik"
ROMANS = ("I", "II", "III", "IV", "V", "VI")
LABELS = {
    "lead": ("Đơn vị chủ trì", "Cơ quan chủ trì", "Chủ trì"),
    "coordinate": ("Đơn vị phối hợp", "Cơ quan phối hợp", "Phối hợp"),
    "deadline": ("Thời gian thực hiện", "Thời hạn hoàn thành", "Thời gian hoàn thành"),
    "result": ("Kết quả", "Sản phẩm", "Sản phẩm đầu ra"),
}
TITLES = {
    "number": ("STT", "TT", "Số TT"),
    "content": ("Nội dung công việc", "Tên nhiệm vụ", "Nhiệm vụ"),
    "name": ("Tên chỉ tiêu",),
    "unit": ("Đơn vị tính",),
    "value": ("Giao chỉ tiêu",),
    **LABELS,
}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the text, with its printed number or dash in the words."""

    mark: Mark
    words: str


@dataclass(frozen=True)
class Row:
    """A logical row; a group has its number and title only."""

    kind: Kind
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A table: the field of each column, its printed title, the rows."""

    fields: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass
class Build:
    """What has been built so far."""

    random: Random
    body: list[Paragraph] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    grid: Grid | None = None

    def add(self, mark: Mark, text: str) -> None:
        self.body.append(Paragraph(mark, text))


def build(random: Random) -> Build:
    """Return a paper's bases, sections and perhaps a table."""
    built = Build(random)
    for basis in random.sample(words.BASES, random.randint(0, len(words.BASES))):
        built.add("base", f"{basis};")
    built.add("plain", "Cơ quan ban hành Kế hoạch với các nội dung như sau:")
    for number, title in zip(ROMANS, random.sample(words.SECTIONS, random.randint(2, 6)), strict=False):
        built.add("roman", f"{number}. {title}")
        random.choice((_plain, _points, _points, _dashes, _decimals, _work))(built)
    built.add("plain", "Trên đây là Kế hoạch của cơ quan, yêu cầu các đơn vị nghiêm túc thực hiện./.")
    if random.random() < 0.6:
        built.grid = random.choice((_tasks_grid, _tasks_grid, _targets_grid))(random)
        built.tasks += _tasks_of(built.grid)
    return built


def counts(built: Build, recipients: int) -> dict[str, int]:
    """Return what a person counts."""
    marks = Counter(paragraph.mark for paragraph in built.body)
    rows = Counter(row.kind for row in built.grid.rows) if built.grid else Counter[Kind]()
    return {
        **{mark: marks[mark] for mark in ("roman", "arabic", "letter", "decimal", "paren_roman", "dash")},
        "tables": int(built.grid is not None),
        "rows": rows.total(),
        "group_rows": rows["group"],
        "table_tasks": rows["task"],
        "body_tasks": sum(task["where"] == "body" for task in built.tasks),
        "table_targets": rows["target"],
        "bases": marks["base"],
        "recipients": recipients,
    }


def _plain(built: Build) -> None:
    for _ in range(built.random.randint(1, 3)):
        built.add("plain", words.sentence(built.random))


def _points(built: Build) -> None:
    for place in range(1, built.random.randint(2, 5)):
        built.add("arabic", f"{place}. {words.work(built.random)}")
        for letter in POINTS[: built.random.randint(0, 6)]:
            built.add("letter", f"{letter}) {words.sentence(built.random)}")


def _dashes(built: Build) -> None:
    for _ in range(built.random.randint(1, 4)):
        built.add("dash", f"- {words.sentence(built.random)}")


def _decimals(built: Build) -> None:
    built.add("arabic", f"1. {words.work(built.random)}")
    for place in range(1, built.random.randint(2, 4)):
        built.add("decimal", f"1.{place}. {words.work(built.random)}")
        for number in ("i", "ii", "iii")[: built.random.randint(0, 3)]:
            built.add("paren_roman", f"({number}) {words.sentence(built.random)}")


def _work(built: Build) -> None:
    """Add numbered tasks with labelled lines."""
    random = built.random
    sign = random.choice(("- ", "+ ", ""))
    labels = {name: random.choice(titles) for name, titles in LABELS.items()}
    for place in range(1, random.randint(2, 5)):
        task = _task(random, "body")
        built.add("arabic", f"{place}. {task['content']}")
        for name, label in labels.items():
            if task[name]:
                built.add("label", f"{sign}{label}: {task[name]}.")
        built.tasks.append(task)


def _task(random: Random, where: str) -> Task:
    lead, other = random.sample(words.UNITS, 2)
    return {
        "where": where,
        "content": words.work(random),
        "lead": lead,
        "coordinate": random.choice((other, "")),
        "result": random.choice((*words.RESULTS, "")),
        "deadline": random.choice(words.DEADLINES),
    }


def _tasks_grid(random: Random) -> Grid:
    others = ["lead", "coordinate", "result", "deadline"]
    if random.random() < 0.3:
        others.remove(random.choice(("coordinate", "result")))
    random.shuffle(others)
    fields = ("number", "content", *others)
    return _grid(random, fields, "task", lambda: _task(random, "table"))


def _targets_grid(random: Random) -> Grid:
    def target() -> Task:
        return {"name": f"Tỷ lệ {words.work(random).lower()}", "unit": "%", "value": random.choice(words.VALUES)}

    return _grid(random, ("number", "name", "unit", "value"), "target", target)


def _grid(random: Random, fields: tuple[str, ...], kind: Kind, make: Callable[[], Task]) -> Grid:
    """Return a table without groups, with Roman ones (counted through or anew) or with decimal ones."""
    style = random.choice(("none", "through", "anew", "decimal"))
    rows: list[Row] = []
    through = 0
    for group in range(1, random.randint(2, 5)):
        if style != "none":
            title = words.work(random)
            rows.append(Row("group", (str(group), title) if style == "decimal" else (ROMANS[group - 1], title.upper())))
        for place in range(1, random.randint(2, 5)):
            through += 1
            number = {"decimal": f"{group}.{place}", "anew": str(place)}.get(style, str(through))
            values = {"number": number, **make()}
            rows.append(Row(kind, tuple(values[name] for name in fields)))
    return Grid(fields, tuple(random.choice(TITLES[name]) for name in fields), tuple(rows))


def _tasks_of(grid: Grid) -> list[Task]:
    return [
        {
            "where": "table",
            **{name: cell for name, cell in zip(grid.fields, row.cells, strict=True) if name != "number"},
        }
        for row in grid.rows
        if row.kind == "task"
    ]
