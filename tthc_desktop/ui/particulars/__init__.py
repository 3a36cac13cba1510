"""The page Thông tin cơ quan: what an office says of itself, and its units, once; the first page of a new office."""
