"""Commitments: what was promised, with which deadline, what covers it, and how late it is."""
