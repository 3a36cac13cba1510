"""The marks of a paper as they are written, and which of them a new paper begins with."""

from dataclasses import replace

from tests.documents.writing.pdf.building import make_plan
from tthc_desktop.models.copying import new_paper
from tthc_desktop.models.marks import UNMARKED, Circulation, Marks, Secrecy, Urgency, drafted


def test_who_drafted_how_many_copies_is_written_in_one() -> None:
    assert drafted(Marks(drafter=" PL ", copies=300)) == "PL.(300)"
    assert drafted(Marks(drafter="PL")) == "PL"
    assert drafted(Marks(copies=5)) == "(5)"
    assert drafted(UNMARKED) == ""


def test_a_new_paper_is_as_secret_but_not_as_urgent_as_the_old_one() -> None:
    marks = Marks(Secrecy.HIGH, Urgency.EXPRESS, Circulation.INTERNAL, "PL", 300)
    begun = new_paper(replace(make_plan(), marks=marks))
    assert begun.marks == replace(marks, urgency=Urgency.NONE, copies=0)
