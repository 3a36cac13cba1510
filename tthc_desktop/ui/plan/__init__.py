"""The page of one plan: outline, text, tables and preview."""
