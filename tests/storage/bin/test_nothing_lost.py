"""Whatever an edit takes out of a plan is in the bin, and all of it comes back from there in one change."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.edits import edited
from tests.storage.test_random_histories import empty_office
from tests.strategies import plans
from tthc_desktop.models.bin.returning import moments, returned
from tthc_desktop.models.bin.values import What
from tthc_desktop.models.changes import Change
from tthc_desktop.models.copying import identities
from tthc_desktop.models.identity import Id
from tthc_desktop.models.places import words_by_place
from tthc_desktop.models.plan import Plan
from tthc_desktop.models.version import Stage
from tthc_desktop.office import Office


def gone(before: Plan, after: Plan) -> set[str]:
    """Return the words of all that is in no place of the plan any more, where nothing of it says them now."""
    lost: set[Id] = set(identities(before) - identities(after))
    said = "\n".join(str(words) for _, words in words_by_place(after))
    kept = {str(words).strip() for place, words in words_by_place(before) if place.owner in lost}
    return {words for words in kept if words and words not in said}


@given(first=plans(), data=st.data())
def test_whatever_an_edit_takes_away_comes_back(first: Plan, data: st.DataObject) -> None:
    before = replace(first, stage=Stage.DRAFT)
    after = before
    for _ in range(3):
        after = data.draw(edited(after))
    with tempfile.TemporaryDirectory() as folder, Office.open(_empty(Path(folder))) as office:
        office.change(Change("Thêm", ((None, before),)))
        office.change(Change("Sửa", ((before, after),)))
        # A mark has no place where its paragraph has none; with that it comes back by itself.
        deleted = [one for one in office.deleted() if one.what is not What.MARK]
        made = returned(deleted, moments(deleted, office.before), office.holdings)
        if made.change.pairs:
            office.change(made.change)

        assert gone(before, office.plans[before.id]) == set()
        assert office._library.problems() == []


def _empty(folder: Path) -> Path:
    return Path(shutil.copy(empty_office(), folder / "office.tthc"))
