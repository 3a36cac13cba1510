"""Reading sheets of workbooks: cells as they were seen, whichever program saved them."""
