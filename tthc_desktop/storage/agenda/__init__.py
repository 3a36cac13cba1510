"""The agenda of all plans in a private database, for offices with 100,000 tasks: filtered, counted and paged in SQL."""
