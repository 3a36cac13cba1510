"""Tables of tasks found in the sheets of any office, read row by row with every doubtful cell named."""
