"""The tables of all records as files, in every form that re-users ask for."""
