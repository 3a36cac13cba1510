"""The units of the register in the words of plans: who a cell names, who gets which work, who is still missing."""
