"""A ledger as it was sealed in the first format, before every value could be proved apart."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import rfc8785

from lrt_site.ledger import stored
from lrt_site.ledger.stored import hash_of, laid_out
from tests.builders import history_in

Fields = dict[str, Any]


def in_first_format(
    files: Mapping[str, bytes], former: Callable[[Fields], Fields] = lambda mapping: mapping
) -> dict[str, bytes]:
    """This ledger, without withdrawals, as if all its publications were sealed in the first format.

    `former` gives the fields of a record as they were in the format of then.
    """
    made: dict[str, bytes] = {}
    previous: str | None = None
    valid: dict[str, tuple[str, str]] = {}
    for publication in history_in(files).publications:
        entry: Fields = json.loads(files[f"{publication.name}/{stored.ENTRY}"])
        notes: Fields = json.loads(files[f"{publication.name}/{stored.NOTES}"])
        for change in entry["changes"]:
            valid.pop(change.get("renamed_from") or change["id"], None)
            if change["hash"]:
                path = f"{publication.name}/records/{change['id']}.json"
                made[path] = rfc8785.dumps(former({**json.loads(files[path]), "format": "record/v1"}))
                change["hash"] = hash_of(made[path])
                valid[change["id"]] = change["hash"], path
        made[f"{publication.name}/{stored.NOTES}"] = laid_out({**notes, "format": "notes/v1"})
        sums = "".join(f"{hashed}  ../{path}\n" for _, (hashed, path) in sorted(valid.items()))
        told = {
            **{key: value for key, value in entry.items() if key != "sealed"},
            "format": "publication/v1",
            "previous": previous,
            "root": hash_of(sums.encode()),
            "notes": hash_of(made[f"{publication.name}/{stored.NOTES}"]),
        }
        made[f"{publication.name}/{stored.ENTRY}"] = laid_out(told)
        previous = hash_of(made[f"{publication.name}/{stored.ENTRY}"])
    return made
