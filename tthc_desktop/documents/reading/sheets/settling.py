"""What a reader found on the sheets, settled: old encodings in Unicode, words tidied, what is doubtful named."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tthc_desktop.documents.reading.legacy import Encoding, Guess, converted, guess, is_beyond
from tthc_desktop.documents.reading.sheets.book import Book, Kind
from tthc_desktop.documents.reading.sheets.found import Contents, Found, Place, sheet_of
from tthc_desktop.documents.reading.sheets.look import tidy
from tthc_desktop.models.sending.returned import SheetProblem

_NO_RESULT = "Ô có công thức nhưng tệp không có kết quả: hãy mở bằng Excel, lưu lại rồi gửi lại."
_MOST_NAMED = 200
"""So many formulas of a sheet are named cell by cell."""
_PROOF = 2
"""How many cells of a sheet have to be surely of an encoding before doubtful ones are taken for it too."""


def settled(file: str, contents: Contents) -> Book:
    """Return the book that a reader's findings make."""
    problems = list(contents.problems)
    sheets = []
    for found in contents.sheets:
        found.name = tidy(found.name)
        problems += _to_unicode(file, found)
        problems += _without_result(file, found)
        _tidied(found)
        sheets.append(sheet_of(found))
    return Book(tidy(file), tuple(sheets), tuple(problems))


def _tidied(found: Found) -> None:
    """Tidy all words that are left; a cell of blanks says nothing."""
    empty = []
    for place, seen in found.cells.items():
        if seen.kind is Kind.TEXT and (words := tidy(seen.words)) != seen.words:
            found.cells[place] = replace(seen, words=words)
            if not words:
                empty.append(place)
    for place in empty:
        del found.cells[place]


def _without_result(file: str, found: Found) -> Iterator[SheetProblem]:
    places = sorted(place for place, seen in found.cells.items() if seen.kind is Kind.FORMULA)
    for place in places[:_MOST_NAMED]:
        yield SheetProblem(file, found.name, found.cells[place].address, _NO_RESULT)
    if len(places) > _MOST_NAMED:
        rest = len(places) - _MOST_NAMED
        yield SheetProblem(file, found.name, "", f"Còn {rest} ô khác như vậy. {_NO_RESULT}")


def _to_unicode(file: str, found: Found) -> Iterator[SheetProblem]:
    """Convert the cells of old encodings; doubtful ones go with the sure ones of their column and sheet."""
    guesses = dict(_guesses(found))
    if not guesses:
        return
    names = _converted_name(found, guesses)
    counted: Counter[Encoding] = Counter()
    for place, said in _taken(found, guesses):
        seen = found.cells[place]
        if said.words != seen.words:
            found.cells[place] = replace(seen, words=tidy(said.words), legacy=seen.words)
            counted[said.encoding] += 1
    found.name = names
    for encoding, count in counted.items():
        yield SheetProblem(
            file,
            found.name,
            "",
            f"{count} ô dùng bảng mã {encoding} đã được chuyển sang Unicode; hãy xem lại chữ trong các ô đó.",
        )


def _guesses(found: Found) -> Iterator[tuple[Place, Guess]]:
    for place, seen in found.cells.items():
        font = found.fonts.get(place, "")
        if seen.kind is Kind.TEXT and (font or not seen.words.isascii()):
            one = guess(seen.words, font)
            if one:
                yield place, one


def _taken(found: Found, guesses: dict[Place, Guess]) -> Iterator[tuple[Place, Guess]]:
    whole = Counter(one.encoding for one in guesses.values() if one.sure)
    columns: dict[int, Counter[Encoding]] = {}
    for (_, column), one in guesses.items():
        if one.sure:
            columns.setdefault(column, Counter())[one.encoding] += 1
    beyond = Counter(column for (_, column), seen in found.cells.items() if is_beyond(seen.words))
    for place, one in guesses.items():
        beside = columns.get(place[1], Counter())
        if one.sure or _goes_along(one, beside, beyond[place[1]]) or _goes_along(one, whole, beyond.total()):
            yield place, one


def _goes_along(doubtful: Guess, sure: Counter[Encoding], beyond: int) -> bool:
    """Tell whether a doubtful cell goes with sure ones: they are of its encoding and more than those in Unicode."""
    count = sure[doubtful.encoding]
    return count >= _PROOF and count * 2 > sure.total() and count > beyond


def _converted_name(found: Found, guesses: dict[Place, Guess]) -> str:
    """Return the sheet's name, which goes along with its cells."""
    one = guess(found.name)
    sure = Counter(said.encoding for said in guesses.values() if said.sure)
    if one and (one.sure or sure[one.encoding] >= _PROOF):
        return tidy(converted(found.name, one.encoding))
    return found.name
