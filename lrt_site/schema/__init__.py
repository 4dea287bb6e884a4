"""Data becomes records, or faults placed by field."""

from lrt_site.schema.importing import imported
from lrt_site.schema.layout import FIGURES, FOLDERS, LISTS, SINGLES
from lrt_site.schema.own_ids import with_ids_meant
from lrt_site.schema.places import codes_of
from lrt_site.schema.reading import Content, KeptFiles, RecordPlace, read_content
from lrt_site.schema.structuring import structure, structured

__all__ = [
    "FIGURES",
    "FOLDERS",
    "LISTS",
    "SINGLES",
    "Content",
    "KeptFiles",
    "RecordPlace",
    "codes_of",
    "imported",
    "read_content",
    "structure",
    "structured",
    "with_ids_meant",
]
