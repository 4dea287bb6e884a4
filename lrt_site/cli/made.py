"""What `new` and `ids` do: they ask, write at the right place, and say what is still to be filled in."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import click

from lrt_site import checking, custody, files, problems, publishing, together
from lrt_site.cli.console import Problems
from lrt_site.cli.frames import as_frames
from lrt_site.cli.reading import read_all
from lrt_site.document import text_of
from lrt_site.model.publications import LEDGER, History
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError, Problem
from lrt_site.reporting import lines_of
from lrt_site.writing.answers import NAMING, UnfitAnswerError, taken
from lrt_site.writing.finding import found
from lrt_site.writing.fitting import Fitting
from lrt_site.writing.making import former_holders, made
from lrt_site.writing.questions import QUESTIONS, Question

_NOTHING = "Er is niets geschreven."
_FORMER = "Tot en met welke dag zat {person} op deze stoel? Er is één plaats. Niet bekend? Druk op Enter."


def make(kind: str, content: Path, wanted: str | None, given: Mapping[str, str]) -> None:
    """Write a new record, and say where it stands and what it still needs.

    The files are read again once all is answered: meanwhile others can have written in them.
    """
    answers = _answered(kind, given, _register(_read(content)[0]))
    with together.one_at_a_time(content):
        texts, own = _read(content)
        history, _ = custody.read(own, PurePosixPath(LEDGER))
        register = _register(texts)
        new = made(kind, answers, Fitting(texts, register, {*register.home_of, *history.identifiers}, wanted))
        lost = register.records.keys() - checking.read({**texts, **new.texts}).keys()
        if lost:
            raise LrtSiteError(f"In {', '.join(new.texts)} is geen plaats te vinden waar dit past. {_NOTHING}")
        needs = _needed(content, texts, new.texts, own, history)
        if already := tuple(problem for problem in needs if problem.code == "twice"):
            raise Problems(already, _NOTHING)
        write(content, texts, new.texts)
    click.echo(f"Geschreven: {new.id} in {', '.join(str(content / path) for path in new.texts)}.")
    click.echo("".join(f"{remark}\n" for remark in new.remarks), nl=False)
    lines = lines_of({**texts, **new.texts}, PurePosixPath(content.as_posix()))
    click.echo(f"Vul nog aan:\n{as_frames(needs, lines)}" if needs else "Er zijn geen nieuwe problemen.\n", nl=False)


def _read(content: Path) -> tuple[Mapping[str, str], Mapping[str, bytes]]:
    texts, own, unread = read_all(content)
    if unread:
        raise Problems(unread, _NOTHING)
    return texts, own


def _register(texts: Mapping[str, str]) -> Register:
    return Register.of(checking.read(texts).values())


def tell_ids(content: Path, words: str) -> None:
    """Print the ids that have to do with these words, by kind."""
    texts, _, unread = read_all(content)
    if unread:
        raise Problems(unread, "Er is niet gezocht.")
    listed = found(_register(texts), words)
    if not listed:
        click.echo(f"Er is niets gevonden met {problems.quoted(words)}. Probeer een korter woord.")
        raise SystemExit(1)
    for heading, things in listed.items():
        click.echo(f"{heading}:")
        room = max(len(thing.id) for thing in things)
        click.echo("".join(f"  {thing.id:{room}}  {thing.name}\n" for thing in things), nl=False)


def write(
    content: Path, before: Mapping[str, str], texts: Mapping[str, str], moved: Mapping[str, str] | None = None
) -> None:
    """Write texts into files, all or none; the line ends and the mark at the begin of a file stay as they are.

    `moved` gives for the new path of a file the one that it has now, where it then is no more. LrtSiteError where a new
    file would come over one, and where a file is not to be written or is no more what was read.
    """
    origins = moved or {}
    written: dict[str, bytes] = {}
    for path, text in texts.items():
        origin = origins.get(path, path)
        if path not in before and (content / path).exists():
            raise LrtSiteError(f"'{content / path}' bestaat al. {_NOTHING}")
        written[path] = _as_it_was(content / origin, before[origin], text) if origin in before else text.encode()
    together.replace_all(content, written, origins.values())


def _as_it_was(file: Path, before: str, text: str) -> bytes:
    """A text with the line ends of a file, and with the mark that some programs put at the begin of one."""
    data = files.read_file(file)
    if text_of(data) != before:
        raise LrtSiteError(f"'{file}' is intussen veranderd. {_NOTHING} Probeer het opnieuw.")
    if not file.stat().st_mode & stat.S_IWUSR:
        raise LrtSiteError(f"'{file}' is alleen te lezen. {_NOTHING}")
    ends, all_ends = data.count(b"\r\n"), data.count(b"\n")
    if data.count(b"\r") != ends or ends not in (0, all_ends):
        raise LrtSiteError(f"In '{file}' eindigen niet alle regels gelijk. Bewaar het eerst opnieuw. {_NOTHING}")
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if ends else text).encode()


def _answered(kind: str, given: Mapping[str, str], register: Register) -> Mapping[str, str]:
    """What was given, which must be right before anything is asked, and for the rest what is asked."""
    answers: dict[str, str] = {}
    wrong = []
    for question in QUESTIONS[kind]:
        if question.field in given:
            try:
                answers[question.field] = _taken(kind, question, given[question.field], register)
            except UnfitAnswerError as error:
                wrong.append(f"Bij '--{question.field.replace('_', '-')}': {error}")
    if wrong:
        raise LrtSiteError("\n".join([*wrong, _NOTHING]))
    for question in QUESTIONS[kind]:
        if question.is_needed and question.field not in answers:
            answers[question.field] = _asked(kind, question, register)
    if kind == "membership" and "former_end" not in answers:
        answers |= _asked_of_former(answers, register, is_asking=len(given) < len(answers))
    return answers


def _asked_of_former(answers: Mapping[str, str], register: Register, *, is_asking: bool) -> Mapping[str, str]:
    """Until when the former holder of the seat was in it, if that has to be known and the editor is asked at all."""
    question = next(question for question in QUESTIONS["membership"] if question.field == "former_end")
    for former in former_holders(answers["seat"], answers["date"], register) if is_asking else ():
        while answer := prompted(_FORMER.format(person=former.person or former.organisation), default=""):
            try:
                return {"former_end": taken("membership", question, answer, register)}
            except UnfitAnswerError as error:
                click.echo(str(error), err=True)
    return {}


def _asked(kind: str, question: Question, register: Register) -> str:
    while True:
        try:
            return _taken(kind, question, prompted(question.asks), register)
        except UnfitAnswerError as error:
            click.echo(str(error), err=True)


def _taken(kind: str, question: Question, answer: str, register: Register) -> str:
    """An answer; which thing is meant by a part of its name, is told."""
    right = taken(kind, question, answer, register)
    if question.answer in NAMING and right != answer:
        click.echo(f"Gevonden bij {problems.quoted(answer)}: {right}.")
    return right


def prompted(asks: str, default: str | None = None) -> str:
    """What the editor answers. LrtSiteError where no answer comes."""
    try:
        return str(click.prompt(asks, default=default, show_default=False, prompt_suffix=" "))
    except click.Abort as error:
        raise LrtSiteError(f"{_NOTHING} Niet alle vragen zijn beantwoord.") from error


def _needed(
    content: Path, texts: Mapping[str, str], new: Mapping[str, str], own: Mapping[str, bytes], history: History
) -> tuple[Problem, ...]:
    """The problems that were not there before."""
    root = PurePosixPath(content.as_posix())
    before = {(p.file, p.code, p.message) for p in publishing.check(texts, own, history, root)}
    after = publishing.check({**texts, **new}, own, history, root)
    return tuple(p for p in after if (p.file, p.code, p.message) not in before)
