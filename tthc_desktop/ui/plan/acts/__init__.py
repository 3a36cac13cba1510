"""What the keys and commands of structure do to a plan, from where the cursor stands: values to values, no Qt."""
