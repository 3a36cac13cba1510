"""The recycle bin: what was deleted and is not there any more, searched and brought back."""
