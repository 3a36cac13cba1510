"""Papers made from a seed: what they say, how they are built, how an extraction leaves them."""
