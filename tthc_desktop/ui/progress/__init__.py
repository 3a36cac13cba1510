"""The page of what the units have reported."""
