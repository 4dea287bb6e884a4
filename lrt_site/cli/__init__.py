"""The command line: one module per family of commands, and the program of them all."""

from lrt_site.cli.program import main

__all__ = ["main"]
