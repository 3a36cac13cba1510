"""A paper prepared to be signed with the government's own tool."""
