"""The page of the regimes of reporting: those that come with the program and the office's own."""
