"""How one piece of work is told in a sentence: what came of it, and why it is late."""

from datetime import date

from tthc_desktop.models.agenda.standing import FINISHED
from tthc_desktop.models.progress.values import Status
from tthc_desktop.models.reporting.values import Facts, WorkFact
from tthc_desktop.models.reporting.words import count_words, short_date

_MOST_NAMED = 3
"""More products than these are not named one by one in a sentence."""
STATUS_WORDS = {
    Status.NOT_DUE: "chưa đến hạn",
    Status.NOT_STARTED: "chưa thực hiện",
    Status.DOING: "đang thực hiện",
    Status.DONE: "đã hoàn thành",
    Status.DONE_ON_TIME: "đã hoàn thành đúng hạn",
    Status.DONE_LATE: "đã hoàn thành, chậm so với thời hạn",
    Status.OVERDUE: "quá hạn, chưa hoàn thành",
    Status.NONE_AROSE: "không phát sinh",
}


def is_late(work: WorkFact, start: date) -> bool:
    """Tell whether work is overdue, or was done late and not already before these days."""
    if work.status is Status.OVERDUE:
        return True
    return work.status is Status.DONE_LATE and (work.done_on is None or work.done_on >= start)


def is_news(work: WorkFact, start: date) -> bool:
    """Tell whether there is something to say of work: it is not merely to come, nor was it done before these days."""
    if work.status in FINISHED and work.done_on and work.done_on < start:
        return False
    return work.status is not Status.NOT_DUE or any(unit.result for unit in work.units)


def told(work: WorkFact) -> str:
    """Return how work stands and what came of it, without a final sign."""
    said = STATUS_WORDS[work.status]
    if product := _products(work):
        said += f", sản phẩm: {product}"
    result = joined(work, "result")
    return f"{said}. Kết quả: {result}" if result else said


def _products(work: WorkFact) -> str:
    """Return the numbers of what came out of the work; of many only how many there are."""
    several = [each for unit in work.units for each in unit.product.split("; ") if each]
    return joined(work, "product") if len(several) <= _MOST_NAMED else f"{count_words(len(several))} văn bản"


def joined(work: WorkFact, name: str) -> str:
    """Return what the units say of one thing, each with its name when several do, those who lead first."""
    said: dict[str, list[str]] = {}
    for unit in sorted(work.units, key=lambda unit: not unit.leads):
        if words := str(getattr(unit, name)):
            said.setdefault(words, []).append(unit.name)
    if len(said) == 1:
        return next(iter(said))
    return "; ".join(f"{', '.join(filter(None, names)) or 'Cơ quan'}: {words}" for words, names in said.items())


def why_late(work: WorkFact, facts: Facts) -> str:
    """Return for how long work is or was late, and the reason that its units give."""
    reason = joined(work, "trouble")
    said = f"nguyên nhân: {reason}" if reason else "chưa có báo cáo nguyên nhân"
    return "; ".join(filter(None, (_lateness(work, facts.stretch.end), said)))


def _lateness(work: WorkFact, end: date) -> str:
    day = end if work.status is Status.OVERDUE else work.done_on
    late = (day - work.due).days if day and work.due else 0
    if work.status is Status.OVERDUE:
        return f"đã quá hạn {count_words(late)} ngày" if late > 0 else "đã quá hạn"
    done = f"đã hoàn thành ngày {short_date(day)}" if day else "đã hoàn thành"
    return f"{done}, chậm {count_words(late)} ngày" if late > 0 else f"{done} nhưng chậm so với thời hạn"


def who_says(work: WorkFact, name: str) -> str:
    """Return the units that say something of one thing, for brackets behind it."""
    return ", ".join(unit.name for unit in work.units if getattr(unit, name) and unit.name) or work.who or "cơ quan"
