"""The record: frozen types, standard library only."""
