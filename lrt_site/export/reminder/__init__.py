"""The half-year pack: what Chamber staff need for a reminder letter, as data, PDF and spreadsheet."""
