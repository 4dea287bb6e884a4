"""What `diff` does: it says what differs, in lines for the editor or whole for a colleague who reviews it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import click

from lrt_site import checking, publishing, revisions, schema
from lrt_site.cli.console import Problems
from lrt_site.cli.reading import nothing_found, read_all, read_templates
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError
from lrt_site.publishing import ComingPublication, Comparison

_OUTCOME = "Er is niets vergeleken."
Named = tuple[str | None, str | None]
"""The publications that are compared, as far as they are named."""


def diff(content: Path, named: Named, against: str | None, style: str, preview: str | None) -> None:
    """Print what differs between two publications, since the last, or since a revision of git."""
    if against is not None and any(named):
        raise LrtSiteError("Noem een publicatie, of met '--against' een versie van git; niet allebei.")
    if preview is not None and not preview.startswith(("https://", "http://")):
        raise LrtSiteError("Het adres bij '--preview-url' begint met https://.")
    texts, published, unread = read_all(content)
    if unread and style == "text":
        raise Problems(unread, _OUTCOME)
    ready = publishing.coming_publication(texts, published, PurePosixPath(content.as_posix()))
    found = tuple(sorted({*unread, *ready.problems}))
    is_whole = named[1] is not None or all(problem.is_mild for problem in found)
    if ready.faulty or (style == "text" and not is_whole):
        raise Problems(found, _OUTCOME)
    if style == "text":
        lines = publishing.lines_of(_compared(content, ready, named, against)[0])
        click.echo("".join(f"{line}\n" for line in lines) or "Er is geen verschil.\n", nl=False)
    else:
        from lrt_site import reviewing

        comparison, told = _compared(content, ready, named, against)
        side = reviewing.ReviewContext(
            against=told,
            problems=() if named[1] else found,
            unread=frozenset() if is_whole else schema.read_content(texts, PurePosixPath()).defined_unread,
            pages=_pages(content, comparison) if is_whole else None,
            preview=preview,
        )
        write = reviewing.as_markdown if style == "markdown" else reviewing.as_html
        click.echo(write(reviewing.review_of(comparison, side)), nl=False)


def _compared(content: Path, ready: ComingPublication, named: Named, against: str | None) -> tuple[Comparison, str]:
    """What differs, and what the content was compared with, in Dutch."""
    if against is not None:
        from lrt_site.reviewing import as_published

        commit = revisions.branched_from(content, against)
        then = Register.of(checking.read(revisions.content_at(content, commit)).values())
        return publishing.compared(as_published(then), ready.register), f"versie {commit[:10]} van git ({against})"
    if not ready.history.publications:
        raise LrtSiteError(f"{nothing_found(content)} Is er nog niets gepubliceerd? Dan valt er niets te vergelijken.")
    comparison = publishing.compared(ready.history, ready.register, *named)
    last = comparison.until.last
    return comparison, f"publicatie {last.number} ({last.date.in_words})"


def _pages(content: Path, comparison: Comparison) -> tuple[str, ...]:
    from lrt_site.reviewing import pages_changed

    return pages_changed(comparison.before, comparison.register, read_templates(content)[0])
