"""A paper as another program lays it out: paragraphs with their marks, tables of cells, the same for every format."""
