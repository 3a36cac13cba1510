"""A print measured against the decree, rule by rule, beside its pages."""
