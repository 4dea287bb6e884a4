"""What must be signed, and by whom: once signed, always signed, and one list of signers hands over to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from lrt_site import signatures
from lrt_site.frozen import dataclass
from lrt_site.ledger import signing, stored
from lrt_site.ledger.naming import order_of, publications_in
from lrt_site.ledger.stored import UnreadableError, hash_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import History, Publication, Withdrawal
from lrt_site.problems import LrtSiteError, Problem, quoted
from lrt_site.wording.plural import plural

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _List:
    """A list of who may sign."""

    text: bytes
    since: int
    """The number of the publication after which it began to count."""
    on: PartialDate
    """The day on which the list before it handed over; of the first list, that of the first publication."""


def problems(files: Files, history: History, root: PurePosixPath) -> Iterator[Problem]:
    """All that is wrong with what is signed, or should be."""
    yield from _first_list(files, root)
    if not history.publications:
        return
    lists, wrong = _lists(files, history, root)
    yield from wrong
    signed = False
    for publication in history.publications:
        path = f"{publication.name}/{stored.SIGNATURE}"
        now = [held for held in lists if held.since < publication.number][-1]
        if publication.signer:
            yield from _of_publication(files, publication, now, root)
        elif signed:
            message = "Deze publicatie is niet getekend, en een eerdere wel. Zet haar terug zoals zij was getekend."
            yield _told(root / path, "ledger-unsigned", message)
        signed = signed or bool(publication.signer)
    for withdrawal in history.withdrawals:
        if withdrawal.after:
            yield from _of_withdrawal(files, history, withdrawal, lists, root)
        elif signed and withdrawal in history.unanchored:  # The first format has no signatures of its own.
            yield _unsigned(withdrawal, root)


def said(files: Files, history: History) -> Iterator[str]:
    """What must be known of the signatures of a ledger without problems, in Dutch lines."""
    handovers = signing.handovers_in(files)
    if handovers:
        counted = plural(len(handovers), "overdracht", "overdrachten")
        last = signing.handover_in(files[signing.file_of(handovers[-1], signing.HANDOVER)])
        fresh = ", nog door geen publicatie vastgelegd" if last.after == history.last.hash else ""
        yield f"{counted} van het tekenen. De laatste is {handovers[-1]}{fresh}."
    loose = [
        str(publication.number)
        for publication in history.publications
        if publication.signer and not publication.proves_fields
    ]
    if loose:
        yield (
            f"Getekend in de eerste vorm: publicatie {', '.join(loose)}. Die vorm legt niet vast wie er mag tekenen. "
            "Wie 'allowed_signers' kan veranderen, kan ook die handtekeningen vervangen."
        )


def list_problems(signers: bytes, file: PurePosixPath, code: str = "ledger-handover") -> tuple[Problem, ...]:
    """Why a list of who may sign cannot be handed over to: then nobody could ever sign again."""
    unreadable = signatures.unreadable_in(signers)
    return (Problem(file, unreadable[0], 1, code, unreadable[1]),) if unreadable else ()


def refuse_unsigned(history: History, signer: str | None) -> None:
    """LrtSiteError where something would be sealed without a signature after a publication that has one."""
    if signer is None and any(publication.signer for publication in history.publications):
        raise LrtSiteError(_UNSIGNED)


def refuse_unsigned_after(files: Files, signer: str | None) -> None:
    """The same, of a ledger that has no history as long as it is not mended."""
    sealed = (stored.fields_in(files[f"{name}/{stored.ENTRY}"]) for name in publications_in(files))
    if signer is None and any(mapping.get("signer") for mapping in sealed):
        raise LrtSiteError(_UNSIGNED)


_UNSIGNED = (
    "De publicaties hier zijn getekend. Teken ook deze keer, met '--sign' en '--signer': anders kan niemand zien dat "
    "dit van u komt."
)


def _first_list(files: Files, root: PurePosixPath) -> tuple[Problem, ...]:
    """Why nobody can sign under the first list. What was signed holds it: from then on its signatures tell."""
    if stored.SIGNERS not in files or any(path.endswith(f"/{stored.SIGNATURE}") for path in files):
        return ()
    return list_problems(files[stored.SIGNERS], root / stored.SIGNERS, "ledger-signers")


def _of_publication(files: Files, publication: Publication, now: _List, root: PurePosixPath) -> Iterator[Problem]:
    path = f"{publication.name}/{stored.SIGNATURE}"
    entry = files[f"{publication.name}/{stored.ENTRY}"]
    named = stored.fields_in(entry).get("signers")
    if path not in files:
        message = (
            f"Deze publicatie is getekend door {quoted(publication.signer or '')}, maar de handtekening ontbreekt."
        )
        yield _told(root / path, "ledger-signature", message)
    elif publication.proves_fields and named != hash_of(now.text):
        message = (
            f"De lijst van wie mag tekenen is een andere dan toen publicatie {publication.number} werd getekend, "
            "en niemand "
            "droeg haar over. Zet 'allowed_signers' terug uit git. Een nieuwe sleutel gaat met: lrt-site handover"
        )
        yield _told(root / stored.SIGNERS, "ledger-signers", message)
    else:
        # The key must have been valid on the day of sealing.
        day = (publication.sealed or publication.date).earliest
        wrong = signatures.problem_with(entry, files[path], publication.signer or "", now.text, day)
        if wrong:
            yield _told(root / path, "ledger-signature", wrong)


def _of_withdrawal(
    files: Files, history: History, withdrawal: Withdrawal, lists: list[_List], root: PurePosixPath
) -> Iterator[Problem]:
    folder = f"{stored.WITHDRAWALS}/{withdrawal.name}"
    path = f"{folder}/{stored.WITHDRAWAL_SIGNATURE}"
    number = next((other.number for other in history.publications if other.hash == withdrawal.after), 0)
    if withdrawal.signer is None:
        if any(other.signer for other in history.publications[:number]):
            yield _unsigned(withdrawal, root)
    elif path not in files:
        message = f"Deze intrekking is getekend door {quoted(withdrawal.signer)}, maar de handtekening ontbreekt."
        yield _told(root / path, "ledger-signature", message)
    else:
        data = files[f"{folder}/{stored.WITHDRAWAL}"]
        day = withdrawal.sealed or withdrawal.date
        held = _lists_at(number, day, lists)
        told = [
            signatures.problem_with(data, files[path], withdrawal.signer, other.text, day.earliest) for other in held
        ]
        if all(told):
            yield _told(root / path, "ledger-signature", str(told[-1]))


def _unsigned(withdrawal: Withdrawal, root: PurePosixPath) -> Problem:
    message = "Deze intrekking is niet getekend, en een publicatie ervoor wel: iedereen kan haar hebben gemaakt."
    return _told(root / stored.WITHDRAWALS / withdrawal.name / stored.WITHDRAWAL, "ledger-unsigned", message)


def _lists_at(number: int, day: PartialDate, lists: list[_List]) -> list[_List]:
    """The lists that may have counted when this publication was the last, or on that day; the newest is the last.

    One that handed over then counts until the day of that. A withdrawal can say that an older publication was the last
    than truly was: see `rebasing`.
    """
    until = [held for held in lists if held.since <= number]
    still = [held for held, after in pairwise(until) if after.since == number and day <= after.on]
    ends = (*(after.on for after in lists[1:]), day)
    return [*still, until[-1], *(held for held, end in zip(lists, ends, strict=True) if held.on <= day <= end)]


def _lists(files: Files, history: History, root: PurePosixPath) -> tuple[list[_List], list[Problem]]:
    """The lists of who may sign, each from when it counts, and what is wrong with how they handed over."""
    lists = [_List(files.get(stored.SIGNERS, b""), 0, history.publications[0].date)]
    wrong: list[Problem] = []
    made = {publication.hash: publication for publication in history.publications}
    for name in signing.handovers_in(files):
        path = signing.file_of(name, signing.HANDOVER)
        try:
            handover = signing.handover_in(files[path])
            signature = files[signing.file_of(name, signing.HANDOVER_SIGNATURE)]
            text = files[signing.file_of(name, stored.SIGNERS)]
        except (KeyError, UnreadableError):
            message = "Deze overdracht van 'allowed_signers' is niet te lezen. Zet haar terug uit git."
            wrong.append(_told(root / path, "ledger-handover", message))
            continue
        after = made.get(handover.after)
        told = signatures.problem_with(files[path], signature, handover.signer, lists[-1].text, handover.date.earliest)
        named = handover.name == name and order_of(name)[0] == handover.date.text
        fits = (handover.former, handover.becomes) == (hash_of(lists[-1].text), hash_of(text))
        if not (named and fits and after and _follows(handover.date, after, lists[-1])):
            told = "Deze overdracht past niet bij de lijst ervoor of erna. Zet haar terug uit git."
        unfit = list_problems(text, root / signing.file_of(name, stored.SIGNERS))
        if told or unfit or after is None:
            wrong += [_told(root / path, "ledger-handover", told)] if told else unfit
        else:
            lists.append(_List(text, after.number, handover.date))
    return lists, wrong


def _follows(day: PartialDate, after: Publication, before: _List) -> bool:
    """Whether a handover of this day can follow a publication and the list that counted until then."""
    return day >= max(after.sealed or after.date, before.on) and after.number >= before.since


def _told(file: PurePosixPath, code: str, message: str) -> Problem:
    return Problem(file, 1, 1, code, message)
