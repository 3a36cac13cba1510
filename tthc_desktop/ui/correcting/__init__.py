"""A plan that comes back as a corrected Word file: what was changed, looked at and taken or left."""
