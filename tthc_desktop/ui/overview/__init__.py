"""What the clerk sees each morning: what is due, from whom, how it stands."""
