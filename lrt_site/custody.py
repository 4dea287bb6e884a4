"""The ledger in good hands: what `verify` finds, and what `withdraw` takes back and refuses. Nothing here writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from lrt_site import ledger, schema, signatures
from lrt_site.document import misleading_in, text_of, undecoded_in
from lrt_site.export import published
from lrt_site.export.state import SUMS, sums_of
from lrt_site.ledger import redacting, site_check, stored, withdrawing, word_search
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import DRAFT, LEDGER, History, Withdrawal
from lrt_site.problems import Fault, LrtSiteError, Problem, quoted
from lrt_site.schema import Content

_SHORTEST_HASH = 8


@dataclass(frozen=True, slots=True)
class Site:
    """A built or downloaded site, as far as it is checked."""

    root: PurePosixPath
    listed: str | None
    """Its list of files, where it has one."""
    hashes: Mapping[str, str]
    """The hash of each of its files."""
    mirror: Mapping[str, bytes]
    """Its copy of the ledger, by path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked to be taken back."""

    record: str
    words: tuple[str, ...]
    ground: str
    decision: str
    on: PartialDate


@dataclass(frozen=True, slots=True)
class Act:
    """A withdrawal that can be carried out: files to add in one folder, and after that files to delete."""

    withdrawal: Withdrawal
    added: Mapping[str, bytes]
    """By path inside the folder of the withdrawal."""
    deleted: tuple[str, ...]
    """By path in the ledger."""
    standing: tuple[tuple[str, str], ...]
    """What holds the words and stays: the file, and the id, date or other value."""


def read(files: Mapping[str, bytes], root: PurePosixPath) -> tuple[History, tuple[Problem, ...]]:
    """The history of a ledger, and all that is wrong with it: also with the signatures."""
    history, problems = ledger.read(files, root)
    return history, tuple(sorted({*problems, *_signature_problems(files, history, root)}))


def of_site(site: Site, own: History | None) -> tuple[History, tuple[Problem, ...]]:
    """The history that a site shows, and all that is wrong with it, also beside our own history if we have one."""
    root = site.root / "data/v1/publicaties"
    history, unread = read(published.ledger_in(site.mirror), root)
    problems = {*unread, *_file_problems(site), *_state_problems(site.mirror, history, root)}
    if own is not None and own.publications and not unread:
        problems |= set(site_check.compare_publications(history, own, root))
    return history, tuple(sorted(problems))


def counted(history: History) -> str:
    """What a ledger without problems holds, in Dutch sentences."""
    if not history.publications:
        return "Er is nog niets gepubliceerd."
    versions = sum(1 for _ in history.each_version())
    signed = sum(1 for one in history.publications if one.signer)
    loose = len(history.withdrawals) - sum(len(one.withdrawals) for one in history.publications)
    said = (
        f"{_of(len(history.publications), 'publicatie', 'publicaties')}, {_of(versions, 'versie', 'versies')} en "
        f"{_of(signed, 'handtekening', 'handtekeningen')} gecontroleerd: alles klopt."
    )
    if history.withdrawals:
        withdrawn = _of(len(history.withdrawals), "intrekking", "intrekkingen")
        said += f"\n{withdrawn}" + (f", waarvan {loose} nog door geen publicatie vastgelegd." if loose else ".")
    return f"{said}\nDe laatste publicatie is {history.last.name}, met SHA-256 {history.last.hash}."


def known(history: History, given: str) -> str | None:
    """What a hash from a citation is the hash of, in a Dutch sentence; none where the ledger does not have it."""
    hashed = given.strip().lower()
    if not re.fullmatch(rf"[0-9a-f]{{{_SHORTEST_HASH},64}}", hashed):
        message = f"{quoted(given)} is geen hash: dat zijn 64 tekens, 0 tot en met 9 en a tot en met f."
        raise LrtSiteError(f"{message} De eerste {_SHORTEST_HASH} zijn ook genoeg.")
    found = [
        f"Dit is publicatie {one.number} van {one.date.in_words}: {one.title}."
        for one in history.publications
        if one.hash.startswith(hashed)
    ]
    for version in history.each_version():
        if (version.change.hash or "").startswith(hashed):
            taken = version.withdrawal
            found.append(
                f"Dit is versie {version.number} van '{version.record.id}', "
                f"uit publicatie {version.publication.number} van {version.publication.date.in_words}."
                + (f" Er zijn woorden uit ingetrokken op {taken.date.in_words}." if taken else "")
            )
    return "\n".join(found) or None


def withdrawal(
    content: Mapping[str, str], files: Mapping[str, bytes], root: PurePosixPath, request: Request
) -> tuple[Act | None, tuple[Problem, ...]]:
    """What has to be done to take back what is asked; or all that keeps it from being done."""
    _refuse_misleading(request)
    folder = root / LEDGER
    history, problems = read(files, folder)
    if problems:
        return None, problems
    if not history.publications:
        raise LrtSiteError("Er is nog niets gepubliceerd, dus er is niets om in te trekken.")
    standing = _standing_in_content(content, files, root, request, history)
    if standing:
        return None, standing
    made, added = withdrawing.withdrawn(
        files,
        history,
        request.record,
        request.words,
        ground=request.ground,
        decision=request.decision,
        on=request.on,
    )
    place = f"{stored.WITHDRAWALS}/{made.name}"
    after = {**files, **{f"{place}/{path}": data for path, data in added.items()}}
    deleted = withdrawing.superseded(after)
    after = {path: data for path, data in after.items() if path not in deleted}
    _, problems = ledger.read(after, folder)
    left = withdrawing.still_standing(after, request.words) if request.words else ()
    return (None, problems) if problems else (Act(made, added, deleted, left), ())


def _refuse_misleading(request: Request) -> None:
    """The reader gets to see these words, for good."""
    given = (
        ("--ground", request.ground),
        ("--decision", request.decision),
        *(("--words", one) for one in request.words),
    )
    for option, text in given:
        wrong = misleading_in(text, in_file=False)
        if wrong:
            raise LrtSiteError(f"Bij '{option}': {wrong}")


def unfinished(files: Mapping[str, bytes], root: PurePosixPath) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The files that an interrupted withdrawal still has to delete; or all else that is wrong with the ledger."""
    _, problems = ledger.read(files, root / LEDGER)
    others = tuple(one for one in problems if one.code != "ledger-withdrawal-unfinished")
    return ((), others) if others else (withdrawing.superseded(files), ())


def told(act: Act) -> str:
    """What was taken back and what must still be done, in Dutch lines."""
    made = act.withdrawal
    lines = [
        f"Ingetrokken op {made.date.in_words}, op grond van: {made.ground}",
        f"In {_of(len(made.files), 'bestand', 'bestanden')} staat nu '{redacting.SIGN}' op deze plaatsen:",
        *(f"  {one.file}: {', '.join(one.extent)}" for one in made.files),
    ]
    values = sorted({value for _, value in act.standing})
    if values:
        lines.append("De woorden blijven staan in kenmerken, adressen, data, getallen of vaste woorden:")
        lines += [f"  {quoted(value)}" for value in values]
    return "\n".join([*lines, *_TO_DO])


_TO_DO = (
    "Dit moet u nog doen:",
    "  1. Leg de wijziging vast in git, en bouw en plaats de site opnieuw.",
    "  2. Voer bij de volgende wijziging uit: lrt-site publish. Dat legt de intrekking vast.",
    "  3. Haal de oude bestanden uit de geschiedenis van git. Het handboek zegt hoe: 'Woorden intrekken'.",
    "Kopieën die anderen al hebben, kunnen wij niet terughalen.",
)


def _signature_problems(files: Mapping[str, bytes], history: History, root: PurePosixPath) -> Iterator[Problem]:
    for one in history.publications:
        path = f"{one.name}/{stored.SIGNATURE}"
        if not one.signer:
            continue
        if path not in files:
            message = f"Deze publicatie is getekend door {quoted(one.signer)}, maar de handtekening ontbreekt."
            yield Problem(root / path, 1, 1, "ledger-signature", message)
            continue
        entry, signers = files[f"{one.name}/{stored.ENTRY}"], files.get(stored.SIGNERS, b"")
        wrong = signatures.problem_with(entry, files[path], one.signer, signers, one.date.earliest)
        if wrong:
            yield Problem(root / path, 1, 1, "ledger-signature", wrong)


def _file_problems(site: Site) -> tuple[Problem, ...]:
    if site.listed is None:
        message = f"De lijst '{SUMS}' ontbreekt op deze site, dus de bestanden zijn niet te controleren."
        return (Problem(site.root / SUMS, 1, 1, "site-sums", message),)
    return site_check.compare(site.listed, site.hashes, site.root)


def _state_problems(mirror: Mapping[str, bytes], history: History, root: PurePosixPath) -> Iterator[Problem]:
    """Where the list of valid versions that a site gives is not the one that the publication recorded."""
    for one in history.publications:
        path = f"{one.name}/{SUMS}"
        if path in mirror and mirror[path] != sums_of(history.known(one).values()).encode():
            message = "Deze lijst van alle geldige versies past niet bij de publicatie."
            yield Problem(root / path, 1, 1, "site-changed", message)


def _standing_in_content(
    content: Mapping[str, str], files: Mapping[str, bytes], root: PurePosixPath, request: Request, history: History
) -> tuple[Problem, ...]:
    """Where what is taken back still stands in what editors write: the next publication would bring it back.

    Words in an id that was published do not count: it stays in the history, and a link to it leads somewhere.
    """
    draft = f"{LEDGER}/{DRAFT}"
    texts = {**content, draft: text_of(files.get(DRAFT, b""))}
    if unread := undecoded_in(root / draft, texts[draft]):
        return unread
    read = schema.read_content(content, root)
    if not request.words:
        ids = {request.record, history.moved.get(request.record, request.record)}
        return tuple(_records_in_content(read, root / draft, texts[draft], ids))
    message = "De woorden staan hier nog. Haal ze eerst weg: anders publiceert u ze opnieuw."
    published_ids = withdrawing.ids_in(history)
    places = withdrawing.occurrences(texts, request.words, published_ids)
    problems = {Problem(root / path, line, column, "withdrawn-words", message) for path, line, column in places}
    seen = {one.file for one in problems}
    redaction = redacting.Redaction(word_search.sought(request.words), published_ids)
    for record in read.records:
        for field in redacting.redacted(record, redaction)[1]:
            placed = read.placed(_standing(record.id, message, field))
            if placed.file not in seen:
                problems.add(placed)
    return tuple(sorted(problems))


def _records_in_content(read: Content, draft: PurePosixPath, text: str, ids: set[str]) -> Iterator[Problem]:
    for identifier in sorted(ids):
        message = f"'{identifier}' staat hier nog. Haal het eerst weg, of noem met --words de woorden."
        if identifier in read.places:
            yield read.placed(_standing(identifier, message))
        found = re.search(rf"(?<![\w-]){re.escape(identifier)}(?![\w-])", text)
        if found:
            line, column = word_search.line_and_column(text, found.start())
            yield Problem(draft, line, column, "withdrawn-words", message)


def _standing(record: str, message: str, field: str = "") -> Fault:
    steps = re.findall(r"\w+", field)
    return Fault(record, tuple(int(one) if one.isdigit() else one for one in steps), "withdrawn-words", message)


def _of(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
