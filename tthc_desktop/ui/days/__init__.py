"""Days off of a year, public and the office's own, beside the rules by which deadlines are read."""
