"""Meetings, letters and decisions."""
