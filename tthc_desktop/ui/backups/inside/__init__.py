"""The page that looks into one backup: what it holds beside what the office has now, and what is taken back of it."""
