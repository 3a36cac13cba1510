"""What the writer and the reader of our own workbooks agree on: marks in hidden cells, and words as they are shown."""
