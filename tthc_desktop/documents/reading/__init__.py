"""Papers in: each reader returns a Draft and never refuses, drops or rewords."""
