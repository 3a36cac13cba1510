"""PDFs that were signed digitally: their signatures, what these print, and whether the words are those of a plan."""
