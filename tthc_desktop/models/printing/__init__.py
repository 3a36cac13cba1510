"""What one printing of papers is: which pages, in what order on what sheets, and what a printer cannot do of it."""
