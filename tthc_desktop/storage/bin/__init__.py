"""What the journal remembers of things that are gone: a list of them, and how all was before a change."""
