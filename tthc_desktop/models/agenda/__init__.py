"""What is due when, from whom, and how it stands: the occurrences of each piece of work on the calendar."""
