"""What the words of a deadline mean, and the days that follow from them; the words themselves never change."""
