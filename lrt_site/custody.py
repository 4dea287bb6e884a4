"""The ledger in good hands: what `verify` finds, and what `withdraw` takes back and refuses. Nothing here writes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from lrt_site import ledger, schema, signing_rules
from lrt_site.checks.unknown import references_are_known
from lrt_site.document import misleading_in, text_of, undecoded_in
from lrt_site.frozen import dataclass
from lrt_site.ledger import joining, rebasing, redacting, returning, stored, withdrawing, witnesses, word_search
from lrt_site.ledger.draft import words_hash
from lrt_site.ledger.reading import WITHDRAWN_BACK
from lrt_site.ledger.rebasing import Rebased
from lrt_site.ledger.returning import Unpublished
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import DRAFT, LEDGER, History, Withdrawal, replacement_of
from lrt_site.model.register import Record, Register
from lrt_site.problems import Fault, LrtSiteError, Problem, quoted
from lrt_site.schema import Content
from lrt_site.wording.plural import plural
from lrt_site.wording.values import field_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked to be taken back."""

    record: str
    words: tuple[str, ...]
    ground: str
    decision: str
    on: PartialDate
    today: PartialDate | None = None
    """The day on which it is asked, where that is another one."""
    token: str
    """Six random hexadecimal digits, or more."""
    gone: bool = False
    """Whether words of an earlier withdrawal are spelt as they were then, though they stand nowhere."""
    repeat: str | None = None
    """The name of an earlier withdrawal of these words, which were published again by who did not know it. The record,
    the ground and the decision are those of that one."""
    signer: str | None = None


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
    history, problems = proved(files, root)
    return history, tuple(sorted({*problems, *signing_rules.problems(files, history, root)}))


def proved(files: Mapping[str, bytes], root: PurePosixPath) -> tuple[History, tuple[Problem, ...]]:
    """The history of a ledger, and all that is wrong with it but for signatures, which take a program to check."""
    history, problems = ledger.read(files, root)
    more = () if problems else (*_contradicted(history, root), *_dangling(history, root))
    return history, tuple(sorted({*problems, *more}))


def _dangling(history: History, root: PurePosixPath) -> Iterator[Problem]:
    """Where the last publication leads to what is not there, or nowhere: no content that says so can be sealed."""
    if history.publications:
        address = history.state(history.last).site.address
        if not address.lower().startswith(("https://", "http://")):
            message = f"Zo kan deze publicatie niet zijn vastgelegd: {quoted(address)} is geen adres van een site."
            yield Problem(root / history.last.name / stored.ENTRY, 1, 1, "ledger-changed", message)
        for fault in references_are_known(history.state(history.last)):
            message = f"Zo kan deze publicatie niet zijn vastgelegd: {fault.message} Zet haar terug uit git."
            yield Problem(root / history.last.name / stored.ENTRY, 1, 1, "ledger-changed", message)


def _contradicted(history: History, root: PurePosixPath) -> Iterator[Problem]:
    """Where another version proves that a withdrawal changed more than it says."""
    for unproved in witnesses.unproved(history):
        if unproved.contradicted and unproved.version.withdrawal:
            fields = ", ".join(field_words(field) for field in unproved.contradicted)
            path = replacement_of(unproved.version.withdrawal.name, unproved.version.file)
            message = (
                f"Hier is meer veranderd dan de intrekking noemt: {fields}. Een andere versie bewijst dat daar iets "
                "anders stond. Zet de intrekking terug uit git."
            )
            yield Problem(root / path, 1, 1, "ledger-withdrawn-more", message)


def brought_back(now: Unpublished, history: History, root: PurePosixPath) -> tuple[Problem, ...]:
    """Withdrawals whose words may stand in the content or the draft, since two branches were put together."""
    found = []
    for doubt in returning.returning(now, history):
        day = doubt.withdrawal.date.in_words
        path = DRAFT if doubt.in_draft else stored.withdrawal_file(doubt.withdrawal.name)
        said = (
            f"De tekst waaruit op {day} iets is ingetrokken, is daarna veranderd. Ga na dat het er niet weer in staat"
        )
        if doubt.in_draft:
            said = (
                f"Dit concept kent de intrekking van {day} niet, of er is daarna in geschreven. Begin een nieuw "
                "concept, of ga na dat er niets van in staat"
            )
        message = f"{said}: {returning.repeating(doubt.withdrawal)}"
        found.append(Problem(root / path, 1, 1, "withdrawn-words", message))
    return tuple(found)


def begun_before(draft: Mapping[str, object], history: History, root: PurePosixPath) -> tuple[Problem, ...]:
    """A draft without words that was begun before a withdrawal: what it says of the content may have the words."""
    unknown = returning.unknown_to(draft, history) if draft and not words_hash(draft) else ()
    return tuple(
        Problem(
            root / DRAFT,
            1,
            1,
            "withdrawn-words",
            f"Dit lege concept is van voor de intrekking van {candidate.date.in_words}: in de regels met # kunnen "
            "de woorden nog staan. Maak het opnieuw: lrt-site publish --draft",
        )
        for candidate in unknown[:1]
    )


def reminder(content: Mapping[str, Record], history: History) -> str:
    """What to do where the content changed since a new withdrawal, in Dutch lines; or none.

    Who changed it may not have known the withdrawal. No program can tell: it does not keep the words.
    """
    return "".join(
        f"Let op: na de intrekking van {candidate.date.in_words} is de inhoud nog veranderd. Deed iemand dat die haar "
        f"niet kende? Zoek de woorden dan nog eens: {returning.repeating(candidate)}\n"
        for candidate in returning.unsearched(content, history)
    )


def withdrawal(
    content: Mapping[str, str], files: Mapping[str, bytes], root: PurePosixPath, request: Request
) -> tuple[Act | None, tuple[Problem, ...]]:
    """What has to be done to take back what is asked; or all that keeps it from being done."""
    _refuse_misleading(request)
    folder = root / LEDGER
    history, problems = read(files, folder)
    if problems and not (request.repeat and _only_back(problems)):
        return None, problems
    if not history.publications:
        raise LrtSiteError("Er is nog niets gepubliceerd, dus er is niets om in te trekken.")
    repeated = _repeated(history, request) if request.repeat else None
    if repeated:
        request = replace(request, record=repeated.record, ground=repeated.ground, decision=repeated.decision)
    signing_rules.refuse_unsigned(history, request.signer)
    read_now = schema.read_content(content, root)
    standing = _standing_in_content(content, read_now, files, root, request, history)
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
        token=request.token,
        sealed=request.today,
        repeated=repeated,
        now=Unpublished(Register.of(read_now.records).records, ledger.read_draft(files, folder).fields),
        sure=request.gone,
        signer=request.signer,
    )
    act, problems = _act(files, folder, made, added, request.words)
    return (None, problems) if problems and not _only_back(problems) else (act, ())


_MENDABLE = ("ledger-withdrawal-unfinished", "ledger-withdrawals-apart", WITHDRAWN_BACK)


def stranded(
    files: Mapping[str, bytes], root: PurePosixPath, today: PartialDate, signer: str | None
) -> tuple[Rebased, ...]:
    """The withdrawals that were made after a publication which is none any more, as they must become.

    None where something else is wrong with the ledger. LrtSiteError where they must be signed and are not.
    """
    _, problems = ledger.read(files, root / LEDGER)
    codes = {problem.code for problem in problems}
    if "ledger-stranded" not in codes or codes - {"ledger-stranded", *_MENDABLE}:
        return ()
    signing_rules.refuse_unsigned_after(files, signer)
    return tuple(rebasing.rebased(files, today, signer))


def told_of_rebased(rebased: Rebased) -> str:
    """What became of a withdrawal whose publication is none any more, in Dutch."""
    if rebased.is_void:
        return (
            f"Vervallen: '{rebased.withdrawal.name}' nam alleen iets weg uit een publicatie die er niet meer is. "
            "Staan de "
            "woorden nog ergens? Trek ze dan opnieuw in."
        )
    return f"Bijgewerkt: '{rebased.withdrawal.name}'. Voer nu uit: {returning.repeating(rebased.withdrawal)}"


def unfinished(
    files: Mapping[str, bytes], root: PurePosixPath, *, today: PartialDate, token: str, signer: str | None = None
) -> tuple[Act | None, tuple[str, ...], tuple[Problem, ...]]:
    """What is left to do of withdrawals; or all else that is wrong with the ledger.

    That is the withdrawal that joins those of two branches, where there are such, and the files that an interrupted
    one still has to delete.
    """
    _, problems = ledger.read(files, root / LEDGER)
    others = tuple(problem for problem in problems if problem.code not in _MENDABLE)
    if others:
        return None, (), others
    made = joining.joined(files, today, token, signer)
    if made is None:
        return None, withdrawing.superseded(files), ()
    signing_rules.refuse_unsigned_after(files, signer)
    act, problems = _act(files, root / LEDGER, *made, ())
    others = tuple(problem for problem in problems if problem.code != WITHDRAWN_BACK)
    return (None, (), others) if others else (act, (), ())


def _act(
    files: Mapping[str, bytes],
    folder: PurePosixPath,
    made: Withdrawal,
    added: Mapping[str, bytes],
    words: tuple[str, ...],
) -> tuple[Act, tuple[Problem, ...]]:
    place = f"{stored.WITHDRAWALS}/{made.name}"
    signature = {f"{place}/{stored.WITHDRAWAL_SIGNATURE}": b""} if made.signer else {}
    after = {**files, **signature, **{f"{place}/{path}": data for path, data in added.items()}}
    deleted = withdrawing.superseded(after)
    after = {path: data for path, data in after.items() if path not in deleted}
    _, problems = ledger.read(after, folder)
    left = withdrawing.still_standing(after, words) if words else ()
    return Act(made, added, deleted, left), problems


def _repeated(history: History, request: Request) -> Withdrawal:
    known = {candidate.name: candidate for candidate in history.withdrawals}
    found = known.get(request.repeat or "")
    if found is None:
        names = ", ".join(known) or "nog geen enkele"
        raise LrtSiteError(f"Er is geen intrekking {quoted(request.repeat or '')}. Wel: {names}.")
    if found.after and found.whole == bool(request.words):
        raise LrtSiteError(
            "Toen is alle tekst van het record ingetrokken. Geef geen woorden op."
            if found.whole
            else "Geef met '--words' de woorden op die toen zijn ingetrokken. Het programma heeft ze niet bewaard."
        )
    return found


def _only_back(problems: Iterable[Problem]) -> bool:
    return {problem.code for problem in problems} <= {WITHDRAWN_BACK}


def _refuse_misleading(request: Request) -> None:
    """The reader gets to see these words, for good."""
    given = (
        ("--ground", request.ground),
        ("--decision", request.decision),
        *(("--words", word) for word in request.words),
    )
    for option, text in given:
        wrong = misleading_in(text, in_file=False)
        if wrong:
            raise LrtSiteError(f"Bij '{option}': {wrong}")


def told(act: Act) -> str:
    """What was taken back and what must still be done, in Dutch lines."""
    made = act.withdrawal
    lines = [
        f"Ingetrokken op {made.date.in_words}, op grond van: {made.ground}",
        f"In {counted_files(made.files)} staat nu '{redacting.SIGN}' op deze plaatsen:"
        if made.files
        else "De woorden stonden nergens meer.",
        *(f"  {file.file}: {', '.join(file.extent)}" for file in made.files),
    ]
    values = sorted({value for _, value in act.standing})
    if values:
        lines.append("De woorden blijven staan in kenmerken, adressen, data, getallen of vaste woorden:")
        lines += [f"  {quoted(value)}" for value in values]
    return "\n".join([*lines, *_TO_DO])


_TO_DO = (
    "Dit moet u nog doen:",
    "  1. Leg de wijziging vast in git, en bouw en plaats de site opnieuw.",
    "  2. Publiceer meteen: lrt-site publish --draft, en dan lrt-site publish. Dat legt de intrekking vast.",
    "  3. Leg ook dat vast in git. Daar staan de oude bestanden nog in de geschiedenis. Begin die opnieuw:",
    "       mkdir ../nieuw",
    "       git archive HEAD | tar -x -C ../nieuw",
    "       cd ../nieuw",
    "       git init -b main",
    "       git add -A",
    '       git commit -m "Nieuw begin van de geschiedenis"',
    "       lrt-site verify",
    "     Publicaties en versies blijven zo bestaan. Spreek af dat niemand intussen werkt, en dat ieder daarna opnieuw",
    "     begint met git clone.",
    "  4. Maak op de plaats waar de verzameling staat een nieuwe, lege verzameling. Stuur het nieuwe begin daarheen.",
    "     Verwijder de oude, met alle afsplitsingen, bouwresultaten en eerdere plaatsingen van de site.",
    "Kopieën die anderen al hebben, kunnen wij niet terughalen.",
)


def _standing_in_content(
    content: Mapping[str, str],
    read: Content,
    files: Mapping[str, bytes],
    root: PurePosixPath,
    request: Request,
    history: History,
) -> tuple[Problem, ...]:
    """Where what is taken back still stands in what editors write: the next publication would bring it back.

    Words in an id that was published do not count: it stays in the history, and a link to it leads somewhere.
    """
    draft = f"{LEDGER}/{DRAFT}"
    texts = {**content, draft: text_of(files.get(DRAFT, b""))}
    if unread := undecoded_in(root / draft, texts[draft]):
        return unread
    if not request.words:
        ids = {request.record, history.moved.get(request.record, request.record)}
        found = _records_in_content(read, root / draft, ledger.lines_typed(texts[draft]), ids, request.repeat)
        return tuple(found)
    message = "De woorden staan hier nog. Haal ze eerst weg: anders publiceert u ze opnieuw."
    published_ids = withdrawing.ids_in(history)
    places = withdrawing.occurrences(texts, request.words, published_ids)
    problems = {Problem(root / path, line, column, "withdrawn-words", message) for path, line, column in places}
    seen = {problem.file for problem in problems}
    redaction = redacting.Redaction(word_search.sought(request.words), published_ids)
    for record in read.records:
        for field in redacting.redacted(record, redaction)[1]:
            placed = read.placed(_standing(record.id, message, field))
            if placed.file not in seen:
                problems.add(placed)
    return tuple(sorted(problems))


def _records_in_content(
    read: Content, draft: PurePosixPath, text: str, ids: set[str], repeat: str | None
) -> Iterator[Problem]:
    for identifier in sorted(ids):
        words = "" if repeat else ", of noem met --words de woorden"
        message = f"'{identifier}' staat hier nog. Haal het eerst weg{words}."
        if identifier in read.places:
            yield read.placed(_standing(identifier, message))
        found = re.search(rf"(?<![\w-]){re.escape(identifier)}(?![\w-])", text)
        if found:
            line, column = word_search.line_and_column(text, found.start())
            yield Problem(draft, line, column, "withdrawn-words", message)


def _standing(record: str, message: str, field: str = "") -> Fault:
    steps = re.findall(r"\w+", field)
    return Fault(record, tuple(int(step) if step.isdigit() else step for step in steps), "withdrawn-words", message)


def counted_files(found: Collection[object]) -> str:
    """How many files there are, in words."""
    return plural(len(found), "bestand", "bestanden")
