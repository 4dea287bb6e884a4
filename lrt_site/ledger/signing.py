"""Who may sign: the list that each publication is signed under, and how one list hands over to the next."""

from __future__ import annotations

from collections.abc import Mapping

from lrt_site.ledger import stored
from lrt_site.ledger.format import HandoverFile
from lrt_site.ledger.naming import TOKEN_FORM, names_in, next_with_token
from lrt_site.ledger.stored import hash_of
from lrt_site.model.dates import PartialDate

HANDOVERS = "handovers"
HANDOVER = "handover.json"
HANDOVER_SIGNATURE = "handover.json.sig"


def handovers_in(files: Mapping[str, bytes]) -> list[str]:
    """The names of the handovers, in order of date and place."""
    return names_in(files, f"{HANDOVERS}/", TOKEN_FORM)


def handover_hashes(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """SHA-256 of every handover, by name and in order."""
    return {name: hash_of(files[file_of(name, HANDOVER)]) for name in handovers_in(files)}


def file_of(name: str, file: str) -> str:
    """The path in the ledger of a file of a handover."""
    return f"{HANDOVERS}/{name}/{file}"


def files_of(files: Mapping[str, bytes]) -> frozenset[str]:
    """The files that tell who may sign."""
    kinds = (HANDOVER, HANDOVER_SIGNATURE, stored.SIGNERS)
    return frozenset({stored.SIGNERS, *(file_of(name, kind) for name in handovers_in(files) for kind in kinds)})


def signers_now(files: Mapping[str, bytes]) -> bytes:
    """The list of who may sign now, as OpenSSH has it; empty where nobody may."""
    names = handovers_in(files)
    return files.get(file_of(names[-1], stored.SIGNERS) if names else stored.SIGNERS, b"")


def handover_in(data: bytes) -> HandoverFile:
    """The handover that a file records. UnreadableError where it is none."""
    handover = stored.file_in(HandoverFile, data)
    if stored.file_bytes(handover) != data:
        raise stored.UnreadableError("not as it was written")
    return handover


def handed_over(
    files: Mapping[str, bytes], signers: bytes, after: str, on: PartialDate, signer: str, token: str
) -> tuple[HandoverFile, Mapping[str, bytes]]:
    """A handover to a new list, and its files but for the signature, by path inside its folder."""
    handover = HandoverFile(
        format="handover/v1",
        name=next_with_token(on, handovers_in(files), token),
        date=on,
        after=after,
        former=hash_of(signers_now(files)),
        becomes=hash_of(signers),
        signer=signer,
    )
    return handover, {HANDOVER: stored.file_bytes(handover), stored.SIGNERS: signers}
