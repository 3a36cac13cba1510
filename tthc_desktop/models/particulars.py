"""What an office says of itself once, for the head and foot of everything that it writes from then on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tthc_desktop.models.identity import Id
from tthc_desktop.models.plan import Signatory
from tthc_desktop.models.text import clean

if TYPE_CHECKING:
    from tthc_desktop.models.holdings import Holdings

NOBODY = Signatory()
_KIND = re.compile(r"^(?:KH|CTr|QĐ|BC|TB)-")
"""The letters of a kind of paper before those of the agency."""
Pairs = tuple[tuple["Particulars | None", "Particulars | None"], ...]
THE_PARTICULARS: Id = "particulars"
"""There is one set of particulars in an office."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """Agencies and place as the head of a paper has them, `named` as a sentence has the agency: Sở Nội vụ.

    `symbol` is what stands for the agency in the symbol of its papers: SNV in KH-SNV. What was not said is empty.
    """

    id: Id = THE_PARTICULARS
    parent_agency: str = ""
    agency: str = ""
    named: str = ""
    symbol: str = ""
    place: str = ""
    signatory: Signatory = NOBODY


def particulars_of(holdings: "Holdings") -> Particulars:
    """Return what the office has said of itself."""
    return next(iter(holdings.particulars.values()), Particulars())


def typed_particulars(typed: Mapping[str, str], capacity: str = "", signer: str = "") -> Particulars:
    """Return particulars as the clerk typed them, by the names of fields; `capacity` has the lines above the name.

    Agencies stand in capitals at the head of a paper (Decree 30/2020, Appendix I, II.2). An agency that was typed in
    ordinary letters is also its name in a sentence, where no other was typed. Of a whole symbol, KH-SNV, the agency's
    part is taken.
    """
    words = {name: " ".join(clean(said).split()) for name, said in typed.items()}
    agency, parent = words.get("agency", ""), words.get("parent_agency", "")
    lines = (" ".join(line.split()) for line in clean(capacity).split("\n"))
    return Particulars(
        parent_agency=parent.upper(),
        agency=agency.upper(),
        named=words.get("named", "") or ("" if agency.isupper() else agency),
        symbol=_KIND.sub("", words.get("symbol", "")),
        place=words.get("place", ""),
        signatory=Signatory(tuple(line.upper() for line in lines if line), " ".join(clean(signer).split())),
    )


def with_particulars(holdings: "Holdings", made: Particulars) -> Pairs:
    """Return the pairs that make these the office's particulars; none when they say nothing new."""
    before = next(iter(holdings.particulars.values()), None)
    after = replace(made, id=before.id if before else THE_PARTICULARS)
    if after == (before or Particulars()):
        return ()
    return ((before, after),)
