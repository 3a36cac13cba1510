"""The page of targets: what is demanded, measured and concluded, by period; and those of the running text."""
