"""The fictitious table as somebody would write it who means harm: every free text tries to break out of its page."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, get_type_hints

from filelock import FileLock

from lrt_site import files, schema
from lrt_site.export import v1
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import Record, Register, kind_of
from lrt_site.model.values import VALUES
from tests.tools.sites import ROOT, built_once

FICTIEF = ROOT / "examples/fictief"
SCRIPT = "<script>window.geraakt=1</script>"
CLOSED = "</title></h1><script>window.geraakt=2</script>"
TEMPLATE = "{{ 7*7 }}{% include 'base.html.jinja' %}"
ATTRIBUTE = '"\' onmouseover="window.geraakt=3"><img src=x onerror="window.geraakt=4">'
TURNED = "\u202eexe.txt\u202c\u2066"
IN_A_TEXT = f" {SCRIPT} {CLOSED} {TEMPLATE} {ATTRIBUTE} {TURNED}."
"""Put behind every text that an editor may write."""
IN_A_NAME = '</title><script>window.geraakt=9</script>{{ 7*7 }}"><img src=x onerror="window.geraakt=10">\u202e'
"""Put behind every name, which may not be long."""
LINK = "javascript:window.geraakt=5//"
IN_MARKDOWN = f"""

## Kop {IN_A_TEXT}

{IN_A_TEXT}

<img src=x onerror="window.geraakt=6">
<svg onload="window.geraakt=7"></svg>

[lees verder]({LINK}) en [hier](<{LINK}>) en <{LINK}> en [daar][elders]

| {SCRIPT} | <b onclick="window.geraakt=8">vet</b> |
|---|---|
| `{ATTRIBUTE}` | {TEMPLATE} |

```html
{CLOSED}
```

[elders]: {LINK} "{SCRIPT}"
"""
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text behind them."""

_NAMES = {
    "abbreviation", "also", "label", "name", "publisher", "province", "area", "short", "table_name", "term", "title"
}  # fmt: skip
_KEPT = {"id", "address", "url", "citation", "document", "fields", "report_error"}
"""Fields whose form is checked, so that an attack in them never comes this far."""


def hostile_site(folder: Path) -> Path:
    """The site of the hostile content, made once in a folder that all workers share."""
    content = folder / "kwaad"
    with FileLock(folder / "kwaad.lock"):
        if not content.exists():
            files.write(content, hostile_content())
    return built_once(content, folder / "kwaad-site", "--first", "--no-handbook")


def hostile_content() -> dict[str, str]:
    """The content of the fictitious table with an attack in every free text of every record."""
    texts, _ = files.read_content(FICTIEF)
    register = Register.of(schema.read_content(texts, PurePosixPath("fictief")).records)
    records = [_spoiled(record, register) for record in register.records.values()]
    return dict(_files(records))


def _spoiled(value: Any, register: Register) -> Any:
    """The value with an attack in every text of it that names no record and is no choice from a list or left out."""
    hints = get_type_hints(type(value))
    changes: dict[str, Any] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        attack = IN_MARKDOWN if field.name == "body" else IN_A_NAME if field.name in _NAMES else IN_A_TEXT
        if is_dataclass(held) and not isinstance(held, VALUES):
            changes[field.name] = _spoiled(held, register)
        elif isinstance(held, tuple) and field.name not in _KEPT:
            changes[field.name] = tuple(
                _spoiled(item, register) if is_dataclass(item) else _attacked(item, register, attack) for item in held
            )
        elif hints[field.name] in (str, str | None) and held != field.default and field.name not in _KEPT:
            changes[field.name] = _attacked(held, register, attack)
    return replace(value, **changes)


def _attacked(text: str, register: Register, attack: str) -> str:
    return text if text in register.home_of else text + attack


def _files(records: list[Record]) -> Iterator[tuple[str, str]]:
    """Content files that hold the records. JSON is YAML too."""
    written = [(kind_of(record), record.id, _written(record)) for record in records]
    for path, kind in schema.SINGLES.items():
        yield path, next(json.dumps(data) for kind_of_it, _, data in written if kind_of_it == kind)
    for path, lists in schema.LISTS.items():
        yield path, json.dumps({key: [data for kind, _, data in written if kind == lists[key]] for key in lists})
    for folder, kind in schema.FOLDERS.items():
        for kind_of_it, identifier, data in written:
            if kind_of_it == kind:
                body = data.pop("body", "")
                yield f"{folder}/{identifier}.md", f"---\n{json.dumps(data)}\n---\n\n{body}\n"
    for record in records:
        if isinstance(record, Series):
            yield f"{schema.FIGURES}/{record.id}.csv", _rows(record)


def _written(record: Record) -> dict[str, Any]:
    plain = replace(record, observations=()) if isinstance(record, Series) else record
    return {key: value for key, value in v1.to_v1(plain).items() if key not in ("format", "type")}


def _rows(series: Series) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in fields(Observation)])
    writer.writeheader()
    for observation in series.observations:
        row = {field.name: getattr(observation, field.name) for field in fields(Observation)}
        writer.writerow(
            {
                **row,
                "also_source": " ".join(observation.also_source),
                "sources_of": "; ".join(
                    f"{' '.join(pair.fields)}: {' '.join(pair.sources)}" for pair in observation.sources_of
                ),
                "verified": str(observation.verified).lower(),
                "derived": str(observation.derived).lower(),
            }
        )
    return text.getvalue()
