"""How a command signs what it adds to the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from lrt_site import signatures
from lrt_site.ledger import signing
from lrt_site.model.dates import PartialDate
from lrt_site.problems import LrtSiteError


def signed(
    name: str, key: Path | None, signer: str | None, ledger: Mapping[str, bytes], on: PartialDate
) -> Callable[[Path], None]:
    """What signs a file of a new folder, and stops where nobody could check that signature as one of that day."""

    def sign(fresh: Path) -> None:
        if key is None or signer is None:
            return
        signatures.sign(fresh / name, key)
        made = (fresh / name).read_bytes(), (fresh / f"{name}.sig").read_bytes()
        wrong = signatures.problem_with(*made, signer, signing.signers_now(ledger), on.earliest)
        if wrong:
            raise LrtSiteError(
                f"{wrong} Is hier nog niets getekend? Zet de openbare sleutel dan in 'allowed_signers'. Anders komt "
                "een nieuwe sleutel erbij met: lrt-site handover"
            )

    return sign
