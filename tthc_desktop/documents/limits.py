"""How large, how deep and how long: what readers bear of files from outside, in one place.

Each is far beyond what an office's papers need and far below what stops an office's computer. A file beyond one is
refused with a sentence that says what to do. What holds besides, whatever is in a file, is `own_process`.
"""

from dataclasses import dataclass

MEGABYTE = 1_000_000

LARGEST_TEXT = 5 * MEGABYTE
LARGEST_JSON = 50 * MEGABYTE
LARGEST_PAPER = 200 * MEGABYTE
"""A Word file or PDF; pictures make them large."""
LARGEST_WORKBOOK = 60 * MEGABYTE
"""A workbook of 50,000 rows has some 5 MB; one of 60 MB is pictures, or was made to burst."""
LARGEST_PDF = 100 * MEGABYTE
"""A PDF that is kept, signed, verified or measured."""
LARGEST_EVIDENCE = 100 * MEGABYTE
LARGEST_CERTIFICATE = MEGABYTE
LARGEST_PICTURE, MOST_POINTS = 10 * MEGABYTE, 20_000_000
"""A picture of a hand or a seal."""
MOST_FILES = 2_000
"""Files of a folder that are read in one go."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """How large the parts of a ZIP file may be, in bytes, told by its directory before any of them is unpacked.

    A part larger than `least_suspect` that shrinks more than `greatest_ratio` times was made to burst.
    """

    largest_part: int
    largest_whole: int
    most_parts: int
    least_suspect: int
    greatest_ratio: int


PAPER_PARTS = Unpacked(60 * MEGABYTE, 1_000 * MEGABYTE, 20_000, 20 * MEGABYTE, 400)
"""A page has some 20 kB of XML, so 60 MB are thousands of pages; pictures make the whole larger."""
WORKBOOK_PARTS = Unpacked(600 * MEGABYTE, 1_000 * MEGABYTE, 20_000, 50 * MEGABYTE, 400)
"""A sheet with 1,048,576 rows of seven empty but formatted cells has about 400 MB of XML; repeated rows of a real
sheet shrink 20 to 100 times. Pictures and comments are parts too, so a real workbook may have many."""
ARCHIVE_PARTS = Unpacked(200 * MEGABYTE, 8_000 * MEGABYTE, 60_000, 20 * MEGABYTE, 200)
"""An archive of all papers of twenty years."""

MOST_LETTERS, MOST_PARTS = 20_000_000, 500_000
"""Of a Word file. The longest laws have a million letters; a table of 20,000 rows has some 150,000 cells."""
DEEPEST_XML = 600
"""Elements of Word files in one another; of what stands deeper the words are kept."""

MOST_CELLS = 1_500_000
"""So many cells may lie between the first and the last of a sheet: 50,000 rows of 30 columns take half a gigabyte."""
MOST_SHEETS = 500
MOST_MERGES = 200_000
LARGEST_ROW, LARGEST_COLUMN = 1_048_576, 16_384
"""The size of a sheet of Excel."""

MOST_PAGES = 2_000
LARGEST_DRAWING = 12_000_000
"""Bytes of one drawing of a PDF; that of a full page has some ten thousand, a map a few million."""
MOST_OBJECTS, MOST_STROKES, MOST_CHARACTERS = 200_000, 40_000, 200_000
"""Of one page of a PDF; a full one has some five thousand characters."""
DEEPEST_TREE, MOST_ELEMENTS = 200, 500_000
"""Of the tree that a screen reader goes through."""

DEEPEST_OUTLINE = 30
"""Items of a paper that is read in one another; what stands deeper stands side by side."""
DEEPEST_JSON = 40
"""How many lists may stand in one another; the deepest real outline has about ten."""

MOST_PASTED, MOST_MARKUP = 2 * MEGABYTE, 20 * MEGABYTE
"""Letters on the clipboard; markup with so many signs holds pictures or a whole site, whatever its words are."""
DEEPEST_MARKUP = 400

LONGEST_TURNING = 180.0
"""Seconds that LibreOffice may take; a plan of 300 pages takes ten on a slow office computer, its start ten more."""
LONGEST_SILENCE = 120.0
"""Seconds in which a reader must come a page or a file further; a sheet of 50,000 rows takes fifteen."""
MOST_MEMORY = 3 << 30
"""Bytes of address space for a reader, where the system bounds it (not on Windows)."""
