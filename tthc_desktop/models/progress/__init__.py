"""What units report of their work: the values, the form that each field is kept in, a plan seen line by line."""
