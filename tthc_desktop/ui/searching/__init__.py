"""Looking for things in the window: the find bar of a plan, the search through all plans, the quick search, counts."""
