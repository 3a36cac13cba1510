"""All returned sheets together: each row found, each value compared, each file told of."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tthc_desktop.models.identity import Id
from tthc_desktop.models.merge.comparing import Heard, compare_spot
from tthc_desktop.models.merge.known import Known, Periods, Shares, by_work, whose
from tthc_desktop.models.merge.placing import Placed, place
from tthc_desktop.models.merge.rows import FoundRow, find_rows
from tthc_desktop.models.merge.values import Compared, FileOutcome, Merge, Spot, UnknownRow, Verdict
from tthc_desktop.models.progress.values import MEASURES, TITLES, Field, Origin
from tthc_desktop.models.sending.returned import ReturnedSheet, SheetProblem

_NO_TARGET = "“{}” chỉ ghi cho chỉ tiêu; hàng này là nhiệm vụ nên không nhận “{}”. Hãy xem và ghi tay nếu cần."


def merge(returned: Sequence[ReturnedSheet], known: Known) -> Merge:
    """Compare returned sheets with what was sent and what the office has now, in whatever order they came."""
    shares, periods = Shares(known), Periods(known)
    places = [place(sheet, shares) for sheet in returned]
    problems: dict[str, list[SheetProblem]] = {}
    for sheet in returned:
        problems.setdefault(sheet.file, []).extend(sheet.problems)
    unknown: list[UnknownRow] = []
    spots: defaultdict[Spot, list[Heard]] = defaultdict(list)
    placed = sorted((one for one in places if isinstance(one, Placed)), key=lambda one: one.order)
    for one in placed:
        rows = find_rows(one, shares.of(one.plan, one.unit), known)
        unknown += rows.unknown
        problems[one.sheet.file] += [*one.problems, *rows.problems, *_cell_problems(one, rows.found)]
        for heard in _heard(one, rows.found, periods):
            spots[heard.spot].append(heard)
    compared = _compared(spots, known)
    return Merge(
        _outcomes(returned, places, compared),
        compared,
        tuple(_once(unknown)),
        tuple(dict.fromkeys(problem for told in problems.values() for problem in told)),
        tuple(dict.fromkeys(one.sending_id for one in placed if one.sending_id in known.sendings)),
    )


def _heard(placed: Placed, found: Sequence[FoundRow], periods: Periods) -> Iterator[Heard]:
    sheet, sent, known = placed.sheet, placed.sheet.sent, periods.known
    for one in found:
        row_sent = sent.rows.get(one.work_id) if sent else None
        period = periods.of(placed.plan, one.work_id, placed.period)
        for field, cell in one.row.cells.items():
            if (cell.trouble and not cell.words) or _is_misplaced(placed, one, field):
                continue
            yield Heard(
                Spot(placed.plan.id, one.work_id, placed.unit.id, field, period),
                row_sent.said.get(field, "") if row_sent else None,
                cell.words,
                Origin(sheet.file, sheet.sheet, cell.address, known.received_at),
                placed.sending_id,
                cell.trouble or one.doubt or placed.doubt,
            )


def _once(rows: Sequence[UnknownRow]) -> Iterator[UnknownRow]:
    """Yield each unknown row once, however many files of its unit have it."""
    seen = set()
    for row in rows:
        said = tuple(cell.words or cell.seen for cell in row.cells.values())
        name = (row.unit_id, row.reason, tuple(row.words.items()), said)
        if name not in seen:
            seen.add(name)
            yield row


def _compared(spots: Mapping[Spot, Sequence[Heard]], known: Known) -> tuple[Compared, ...]:
    said = by_work(known.progress)
    decided = {id_: frozenset(sending.heard) for id_, sending in known.sendings.items() if sending.heard}
    found = []
    for spot, heard in spots.items():
        progress = said.get(whose(spot))
        current = progress.said.get(spot.field) if progress else None
        if one := compare_spot(spot, heard, current, decided):
            found.append(one)
    return tuple(found)


def _outcomes(
    returned: Sequence[ReturnedSheet], places: Sequence[Placed | str], compared: Sequence[Compared]
) -> tuple[FileOutcome, ...]:
    """Count each new answer for the first file that gives it."""
    changed: Counter[tuple[str, Id]] = Counter()
    for one in compared:
        if one.verdict is not Verdict.SAME:
            for file in {said.origin.file for said in one.returned if said.origin}:
                changed[file, one.spot.unit_id] += 1
    outcomes = []
    for sheet, placed in zip(returned, places, strict=True):
        if isinstance(placed, str):
            outcomes.append(FileOutcome(sheet.file, "", sheet.unit_name, 0, placed))
        else:
            unit = placed.unit
            outcomes.append(FileOutcome(sheet.file, unit.id, unit.name, changed.pop((sheet.file, unit.id), 0)))
    return tuple(outcomes)


def _is_misplaced(placed: Placed, one: FoundRow, field: Field) -> bool:
    """Tell whether a cell asks for the figure of a target where there is none."""
    return field in MEASURES and one.work_id not in placed.plan.targets


def _cell_problems(placed: Placed, found: Sequence[FoundRow]) -> Iterator[SheetProblem]:
    """Yield a problem for each cell without a form or place; the reader may have told of some already."""
    sheet = placed.sheet
    told = {problem.cell for problem in sheet.problems}
    for one in found:
        for field, cell in one.row.cells.items():
            if _is_misplaced(placed, one, field) and cell.seen:
                yield SheetProblem(sheet.file, sheet.sheet, cell.address, _NO_TARGET.format(TITLES[field], cell.seen))
            elif cell.trouble and cell.address not in told:
                yield SheetProblem(sheet.file, sheet.sheet, cell.address, cell.trouble)
