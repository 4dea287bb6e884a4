"""Text of editors becomes data, with the line and column of every field.

Nothing is guessed: every scalar is text, and the type of a field decides what it means. `no` stays `no`,
`0123` stays `0123` and `10:30` stays `10:30`.
"""

from lrt_site.document.bounds import too_large
from lrt_site.document.csv_rows import as_cell, shifted
from lrt_site.document.csv_text import read_csv
from lrt_site.document.places import Data, Document, TextPosition, misleading_in, text_of, undecoded_in
from lrt_site.document.syntax import unseen_between
from lrt_site.document.yaml_text import read_front_matter, read_yaml

__all__ = [
    "Data",
    "Document",
    "TextPosition",
    "as_cell",
    "misleading_in",
    "read_csv",
    "read_front_matter",
    "read_yaml",
    "shifted",
    "text_of",
    "too_large",
    "undecoded_in",
    "unseen_between",
]
