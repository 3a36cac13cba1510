"""Reports, letters and papers drawn up from what the office knows: ordered, listed, brought up to date."""
