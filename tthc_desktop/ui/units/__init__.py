"""The page of the register of units."""
