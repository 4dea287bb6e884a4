"""Publishes once in memory when it is imported, so that forks of the process that did so begin at full speed."""

from pathlib import PurePosixPath

from lrt_site import publishing
from lrt_site.model.publications import DRAFT
from tests.tools.small import SMALL

_ROOT = PurePosixPath("inhoud")


def _publish() -> None:
    ready = publishing.desk(SMALL, {}, _ROOT)
    draft = publishing.drafted(ready, None, ready.register.site.sources_checked_on.latest)
    typed = draft.replace("title:\n", "title: Fictie\n").replace("note:\n", "note: Verzonnen.\n")
    files = {DRAFT: typed.encode()}
    publishing.published(publishing.desk(SMALL, files, _ROOT), files, on=None, salt=str, signer=None)


_publish()
