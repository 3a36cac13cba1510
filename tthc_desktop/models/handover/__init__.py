"""A paper handed over to be signed with the government's own tool: its files, what to look at, what to do in order."""
