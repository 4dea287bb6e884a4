"""What follows from the record and no source says: certainty, gaps, months, offices, the newest of values."""
