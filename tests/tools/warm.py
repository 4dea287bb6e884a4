"""Publishes twice in memory when it is imported, so that forks of the process that did so begin at full speed."""

import gc
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from lrt_site import files, publishing, sealing
from lrt_site.differences import spelling
from lrt_site.model.publications import DRAFT
from tests.tools.small import MEETING, SMALL

_ROOT = PurePosixPath("inhoud")
_MEETING = f"meetings/{MEETING}.md"
_OTHER = {**SMALL, _MEETING: SMALL[_MEETING].replace("date: 2025-03-11", "date: 2025-03-12")}
_TEMPLATES = files.read_templates(Path(__file__).parents[2] / "templates")[0]


def _publish(content: Mapping[str, str], before: Mapping[str, bytes], on: date) -> Mapping[str, bytes]:
    draft = publishing.drafted(publishing.coming_publication(content, before, _ROOT), on, on)
    typed = draft.replace("title:\n", "title: Fictie\n").replace("note:\n", "note: Verzonnen.\n")
    drafted = {**before, DRAFT: typed.encode()}
    publication, made, problems = sealing.published(
        publishing.coming_publication(content, drafted, _ROOT),
        drafted,
        on=None,
        today=on,
        salt=lambda: "0" * 32,
        signer=None,
        templates=_TEMPLATES,
    )
    assert publication, problems
    return {**before, **{f"{publication.name}/{path}": data for path, data in made.items()}}


_publish(_OTHER, _publish(SMALL, {}, date(2026, 1, 15)), date(2026, 2, 1))
spelling.dutch()
gc.freeze()  # What is here stays: no fork has to look through it again.
