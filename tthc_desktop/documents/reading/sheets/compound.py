"""The container of an old workbook looked through before the library follows what is in it."""

from io import StringIO

from xlrd.compdoc import SIGNATURE, CompDoc


def goes_in_circles(data: bytes) -> bool:
    """Tell whether a small stream leads back into itself, which xlrd would follow for ever ([MS-CFB] 2.4).

    Raises what xlrd raises where the container is damaged in other ways.
    """
    if not data.startswith(SIGNATURE):
        return False
    following = CompDoc(data, logfile=StringIO()).SSAT
    ended: set[int] = set()
    for start in range(len(following)):
        here, path = start, set[int]()
        while 0 <= here < len(following) and here not in ended:
            if here in path:
                return True
            path.add(here)
            here = following[here]
        ended |= path
    return False
