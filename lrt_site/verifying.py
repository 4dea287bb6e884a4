"""What `verify` says of a ledger without problems: what it holds, what no hash proves, and what a hash is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lrt_site.ledger import anchoring, signing, witnesses
from lrt_site.ledger.stored import NOTES
from lrt_site.model.publications import History
from lrt_site.problems import LrtSiteError, quoted
from lrt_site.wording.plural import plural
from lrt_site.wording.text import listed
from lrt_site.wording.values import field_words

_SHORTEST_HASH = 8
_PROVING_HASH = 32
"""Number of digits of a hash that nobody can give to something else of their own making."""


def counted(history: History) -> str:
    """What a ledger without problems holds, in Dutch sentences."""
    if not history.publications:
        return "Er is nog niets gepubliceerd."
    versions = sum(1 for _ in history.each_version())
    signed = sum(1 for publication in history.publications if publication.signer)
    loose = [withdrawal.name for withdrawal in history.unanchored]
    held = (
        plural(len(history.publications), "publicatie", "publicaties"),
        plural(versions, "versie", "versies"),
        plural(signed, "handtekening", "handtekeningen"),
    )
    said = f"{listed(held)} gecontroleerd: alles klopt."
    if history.withdrawals:
        withdrawn = plural(len(history.withdrawals), "intrekking", "intrekkingen")
        fresh = f", waarvan {len(loose)} nog door geen publicatie vastgelegd: {', '.join(loose)}." if loose else "."
        said += f"\n{withdrawn}{fresh}"
        said += "".join(f"\n{line}" for line in (*_repeats(history), *_unproved(history)))
    return f"{said}\nDe laatste publicatie is {history.last.name}, met SHA-256 {history.last.hash}."


def _repeats(history: History) -> Iterator[str]:
    """The withdrawals that searched the words of earlier ones again, in Dutch lines: nobody can check which words."""
    for withdrawal in history.withdrawals:
        if withdrawal.repeats:
            found = "" if withdrawal.files else " en nam niets meer weg"
            yield f"Intrekking {withdrawal.name} zocht opnieuw wat {' en '.join(withdrawal.repeats)} wegnam{found}."


def _unproved(history: History) -> Iterator[str]:
    """What no hash proves any more, in Dutch lines."""
    for unproved in witnesses.unproved(history):
        whole = [field_words(field) for field in unproved.fields]
        rest = f"wat er nog staat in: {_in_words(unproved.taken)}"
        yield (
            f"Niet te bewijzen, want de vorm van toen bewijst geen losse velden: "
            f"van versie {unproved.version.number} van "
            f"{quoted(unproved.version.record.id)}: {', '.join([*whole, rest])}."
        )
    taken = witnesses.taken_in(history)
    for version in history.each_version():
        if version.publication.proves_fields and version.file in taken:
            yield (
                "Niet te bewijzen is wat er nog staat in de alinea's waaruit iets is ingetrokken, van versie "
                f"{version.number} van {quoted(version.record.id)}: {_in_words(taken[version.file])}."
            )
    for publication in history.publications:
        if f"{publication.name}/{NOTES}" in taken:
            where = (
                "in de alinea's waaruit iets is ingetrokken" if publication.proves_fields else "in alle andere woorden"
            )
            yield f"Niet te bewijzen is wat er nog staat {where}, bij publicatie {publication.name}."


def _in_words(fields: Iterable[str]) -> str:
    return ", ".join(field_words(field) for field in sorted(fields))


def known(history: History, files: Mapping[str, bytes], given: str) -> tuple[str, bool]:
    """What a hash from a citation is the hash of, in Dutch sentences, and whether it proves that the ledger has it."""
    hashed = given.strip().lower()
    if not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST_HASH},64}}", hashed):
        raise LrtSiteError(f"{quoted(given)} is geen hash: dat zijn 64 tekens, 0 tot en met 9 en a tot en met f.")
    proves = len(hashed) >= _PROVING_HASH
    begin = "Dit is" if proves else "Dit begint als"
    found = [f"{begin} {what}" for text, what in _hashed(history, files) if text.startswith(hashed)]
    if not found:
        return "Deze hash is niet van dit register: geen publicatie, versie, intrekking of overdracht heeft die.", False
    if not proves:
        found.append("Dat bewijst niets, want zo'n begin kan iemand namaken. Geef de hele hash, van 64 tekens.")
    return "\n".join(found), proves


def _hashed(history: History, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The hash of everything in a ledger that has one of its own, and what that is."""
    for publication in history.publications:
        yield publication.hash, f"publicatie {publication.number} van {publication.date.in_words}: {publication.title}."
    for version in history.each_version():
        taken = version.withdrawal
        yield (
            version.change.hash or "",
            f"versie {version.number} van '{version.record.id}', "
            f"uit publicatie {version.publication.number} van {version.publication.date.in_words}."
            + (f" Er zijn woorden uit ingetrokken op {taken.date.in_words}." if taken else ""),
        )
    for name, hashed in anchoring.withdrawal_hashes(history).items():
        yield hashed, f"intrekking {name}."
    for name, hashed in signing.handover_hashes(files).items():
        yield hashed, f"overdracht {name} van het tekenen."
