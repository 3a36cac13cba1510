"""Find and replace over a plan: what is looked for, the places that hold words, hits, the plan with other words."""
