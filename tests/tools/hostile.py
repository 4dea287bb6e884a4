"""The fictitious table as somebody would write it who means harm: every free text tries to break out of its page.

Behind the attacks that tests look for by name come those of the corpus, one of every kind in each text. A text that
people read and that is absent in the example is filled with them.
"""

import csv
import io
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from pathlib import Path, PurePosixPath
from typing import Any, get_type_hints

from filelock import FileLock

from lrt_site import files, ledger, schema
from lrt_site.export import v1
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.marking import links_from, marked_up
from lrt_site.model.fields import described
from lrt_site.model.figures import Observation, Series
from lrt_site.model.publications import LEDGER, History
from lrt_site.model.register import Record, Register, kind_of
from lrt_site.model.sources import Source
from lrt_site.model.values import VALUES
from lrt_site.problems import MILD
from tests.builders import TOKEN, a_draft, a_register, carried_out, history_in, on
from tests.tools.sites import ROOT, built_once
from tests.tools.small import MEETING, SMALL

FICTIEF = ROOT / "examples/fictief"
SCRIPT = "<script>window.geraakt=1</script>"
CLOSED = "</title></h1><script>window.geraakt=2</script>"
TEMPLATE = "{{ 7*7 }}{% include 'base.html.jinja' %}"
ATTRIBUTE = '"\' onmouseover="window.geraakt=3"><img src=x onerror="window.geraakt=4">'
TURNED = "\u202eexe.txt\u202c\u2066"
IN_A_TEXT = f" {SCRIPT} {CLOSED} {TEMPLATE} {ATTRIBUTE} {TURNED}."
"""Put behind every text that an editor may write."""
LET_THROUGH = ("control-character", "link-form", "local-address", "personal-data")
"""What a check refuses in these texts: pages have to be harmless all the same."""
UNCHECKED = (
    sys.executable,
    "-c",
    f"from lrt_site import problems; problems.MILD |= set({sorted(LET_THROUGH)}); "
    "from lrt_site.cli import main; main(prog_name='lrt-site')",
)
"""The program, with a check that lets these through."""
IN_A_NAME = '</title><script>window.geraakt=9</script>{{ 7*7 }}"><img src=x onerror="window.geraakt=10">\u202e'
"""Put behind every name, which may not be long."""
LINK = "javascript:window.geraakt=5//"
IN_MARKDOWN = f"""

## Kop {IN_A_TEXT}

{IN_A_TEXT}

<img src=x onerror="window.geraakt=6">
<svg onload="window.geraakt=7"></svg>

| {SCRIPT} | <b onclick="window.geraakt=8">vet</b> |
|---|---|
| `{ATTRIBUTE}` | {TEMPLATE} |

```html
{CLOSED}
```
"""
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the direction of the text behind them."""

PAYLOADS: dict[str, list[str]] = json.loads((ROOT / "tests/corpora/payloads.json").read_text("utf-8"))
"""Texts that once did harm somewhere, by kind."""
REFUSED = "control"
"""The kind that no content can hold."""
LONGEST_NAME = 200
_AT_THE_START = {"csv", "markdown", "yaml"}
"""Kinds that mean something at the start of a line."""
_IN_A_BODY = 4
Place = tuple[str, str]
"""A type of record, or of a part of one, and a field of it."""

NAMES = {
    "abbreviation", "also", "area", "label", "name", "province", "publisher", "question", "short", "short_title",
    "table_name", "term", "title",
}  # fmt: skip
_KEPT = {"id", "address", "url", "citation", "document", "fields", "report_error"}
"""Fields whose form is checked, so that an attack in them never comes this far."""
_LEFT_OUT: set[str | Place] = {*_KEPT, "area", "authority", "bill", "reason", "used_until_note"}
"""Optional texts that cannot stand there beside what the example says."""


class Corpus:
    """Deals payloads out to texts: one of every kind to each, all of them in turn. The same text gets the same."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._dealt = {kind: cycle(PAYLOADS[kind]) for kind in PAYLOADS if kind != REFUSED}
        self._kinds = cycle(self._dealt)
        self._known: dict[tuple[str, str], tuple[str, frozenset[str]]] = {}
        self.met: defaultdict[Place, set[str]] = defaultdict(set)
        """The kinds that each field met."""

    def attacked(self, text: str, place: Place) -> str:
        """The text of a field with an attack behind it; the id of a record stays as it is."""
        if text in self._register.home_of:
            return text
        form = "body" if place[1] == "body" else "name" if place[1] in NAMES else "text"
        if (text, form) not in self._known:
            self._known[text, form] = {"body": self._body, "name": self._name, "text": self._text}[form](text)
        spoiled, kinds = self._known[text, form]
        self.met[place] |= kinds
        return spoiled

    def _text(self, text: str) -> tuple[str, frozenset[str]]:
        dealt = "".join(f"{_before(kind)}{next(payloads)}" for kind, payloads in self._dealt.items())
        return f"{text}{IN_A_TEXT}{dealt}.", frozenset(self._dealt)

    def _body(self, text: str) -> tuple[str, frozenset[str]]:
        """A text in Markdown: of some payloads it makes links that lead nowhere, which are refused."""
        dealt = {kind: [next(payloads) for _ in range(_IN_A_BODY)] for kind, payloads in self._dealt.items()}
        shown = {
            kind: [payload for payload in payloads if not _is_refused(payload)] for kind, payloads in dealt.items()
        }
        behind = "\n\n".join(payload for payloads in shown.values() for payload in payloads)
        return f"{text}{IN_MARKDOWN}\n\n{behind}", frozenset(kind for kind, payloads in shown.items() if payloads)

    def _name(self, text: str) -> tuple[str, frozenset[str]]:
        """A name, which may not be long: as many payloads as fit."""
        spoiled, kinds = text + IN_A_NAME, set[str]()
        for _ in self._dealt:
            kind = next(self._kinds)
            payload = next(self._dealt[kind])
            if len(spoiled) + len(payload) < LONGEST_NAME and " ".join(payload.split()) == payload:
                spoiled += f" {payload}"
                kinds.add(kind)
        return spoiled, frozenset(kinds)


def _before(kind: str) -> str:
    return "\n\n" if kind in _AT_THE_START else " "


def _is_refused(payload: str) -> bool:
    """Whether no text in Markdown can hold it, as a link in it would lead nowhere."""
    faults = marked_up(payload, "a", Register.of(()), links_from("/")).faults
    return any(fault.code not in MILD for fault in faults)


def hostile_site(folder: Path) -> Path:
    """The site of the hostile content, made once in a folder that all workers share."""
    content = folder / "kwaad"
    with FileLock(folder / "kwaad.lock"):
        if not content.exists():
            files.write(content, hostile_content())
    return built_once(content, folder / "kwaad-site", "--first", "--no-handbook", command=UNCHECKED)


def hostile_content() -> dict[str, str]:
    """The content of the fictitious table with an attack in every free text of every record."""
    texts, _ = files.read_content(FICTIEF)
    register = Register.of(schema.read_content(texts, PurePosixPath("fictief")).records)
    corpus = Corpus(register)
    return dict(_files([spoiled(record, corpus) for record in register.records.values()]))


def spoiled(value: Any, corpus: Corpus) -> Any:
    """The value with an attack in every text of it that names no record and is no choice from a list."""
    hints = get_type_hints(type(value))
    changes: dict[str, Any] = {}
    for field in fields(value):
        held = getattr(value, field.name)
        place = type(value).__name__, field.name
        if is_dataclass(held) and not isinstance(held, VALUES):
            changes[field.name] = spoiled(held, corpus)
        elif isinstance(held, tuple) and field.name not in _KEPT:
            changes[field.name] = tuple(
                spoiled(item, corpus) if is_dataclass(item) else corpus.attacked(item, place) for item in held
            )
        elif hints[field.name] in (str, str | None) and held != field.default and field.name not in _KEPT:
            changes[field.name] = corpus.attacked(held, place)
    value = replace(value, **changes)
    for field in fields(value):
        place = type(value).__name__, field.name
        is_absent = getattr(value, field.name) is None and not {field.name, place} & _LEFT_OUT
        if is_absent and _is_read(type(value), field.name):
            with suppress(ValueError):  # It cannot stand beside what is there.
                value = replace(value, **{field.name: corpus.attacked("Verzonnen.", place)})
    return value


def _is_read(kind: type, field: str) -> bool:
    about = described(kind).get(field)
    return about is not None and about.form in ("text", "name")


def _files(records: list[Record]) -> Iterator[tuple[str, str]]:
    """Content files that hold the records. JSON is YAML too."""
    written = [(kind_of(record), record.id, _written(record)) for record in records]
    for path, kind in schema.SINGLES.items():
        yield path, next(_json(data) for kind_of_it, _, data in written if kind_of_it == kind)
    for path, lists in schema.LISTS.items():
        yield path, _json({key: [data for kind, _, data in written if kind == lists[key]] for key in lists})
    for folder, kind in schema.FOLDERS.items():
        for kind_of_it, identifier, data in written:
            if kind_of_it == kind:
                body = data.pop("body", "")
                yield f"{folder}/{identifier}.md", f"---\n{_json(data)}\n---\n\n{body}\n"
    for record in records:
        if isinstance(record, Series):
            yield f"{schema.FIGURES}/{record.id}.csv", _rows(record)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _written(record: Record) -> dict[str, Any]:
    plain = replace(record, observations=()) if isinstance(record, Series) else record
    return {key: value for key, value in v1.to_v1(plain).items() if key not in ("format", "type")}


def _rows(series: Series) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, [field.name for field in fields(Observation)], lineterminator="\n")
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


def hostile_ledger_site(folder: Path) -> Path:
    """The site of a ledger that somebody made by hand, whose every hash is right: no check ever saw what it says."""
    content = folder / "kwaad-register"
    with FileLock(folder / "kwaad-register.lock"):
        if not content.exists():
            files.write(content, SMALL)
            files.write(content / LEDGER, hostile_ledger())
    return built_once(content, folder / "kwaad-register-site", "--no-handbook")


def hostile_ledger() -> dict[str, bytes]:
    """A ledger with an attack in all its words: of records, of a publication and of a withdrawal."""
    register = Register.of(schema.read_content(SMALL, PurePosixPath("content")).records)
    corpus = Corpus(register)
    known = [spoiled(record, corpus) for record in register.records.values()]
    (source,) = register.all(Source).values()
    elsewhere = [replace(source, id=f"s-{place}", url=url) for place, url in enumerate(PAYLOADS["scheme"])]
    told = a_register(*known, *elsewhere)
    waiting = ledger.pending(History(), told, {})
    draft = a_draft(0, *waiting)
    words = cycle(PAYLOADS.values())
    notes = (replace(change, note=" ".join(next(words))) for change in draft.changes)
    draft = replace(draft, title=corpus.attacked("Titel", ("Publication", "title")), note=" ".join(PAYLOADS["element"]))
    publication, sealed = ledger.sealed(
        History(),
        replace(draft, changes=tuple(notes)),
        waiting,
        addresses=(),
        withdrawals={},
        salt=lambda: "0" * 32,
        editions=None,
    )
    written = {f"{publication.name}/{path}": data for path, data in sealed.items()}
    withdrawal, added = withdrawn(
        written,
        history_in(written),
        MEETING,
        ["verzonnen zaken"],
        ground=" ".join(PAYLOADS["element"]),
        decision=" ".join(PAYLOADS["script"]),
        on=on("2026-05-01"),
        token=TOKEN,
    )
    return carried_out(written, withdrawal, added)
