"""A corrected paper held against its plan."""
