"""The page of backups: what there is, made, checked, looked into, taken back."""
