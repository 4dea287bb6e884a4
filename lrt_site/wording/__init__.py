"""Dutch: how fields, values, names, moments and changes are said."""
