"""The page Thùng rác: what was deleted, found and brought back."""
