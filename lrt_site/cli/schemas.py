"""What `schema` does: it writes the JSON Schemas, those that are committed or those for an editor's program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from lrt_site import checking, editing, files, pipeline
from lrt_site.model.register import Register

_COMMITTED = Path("docs/schema")
_OF_AN_EDITOR = Path(".vscode/schema")


def write(into: Path | None) -> None:
    """Write the schemas of what editors write and of what we publish."""
    _write(into or _COMMITTED, pipeline.schemas())


def write_with_ids(content: Path, into: Path | None) -> None:
    """Write the schemas of what editors write, with the ids that the content has now."""
    texts, _ = files.read_content(content)
    register = Register.of(checking.read(texts).values())
    _write(into or _OF_AN_EDITOR, pipeline.written_schemas(editing.ids(register)))


def _write(into: Path, schemas: Mapping[str, str]) -> None:
    made = {name: text.encode() for name, text in schemas.items()}
    files.replace_ours(into, made, is_ours=lambda old: b'"$schema"' in old)
    click.echo(f"{len(made)} schema's in '{into}'.")
