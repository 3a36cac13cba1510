"""The grammar of deadlines."""
