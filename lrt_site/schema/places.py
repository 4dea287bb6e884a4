"""Files of the content that do not stand where they are read, or are no text: what they are, and where they belong."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from functools import cache
from pathlib import PurePosixPath

from lrt_site.document import read_front_matter, undecoded_in
from lrt_site.model import kinds
from lrt_site.model.register import KINDS
from lrt_site.problems import Problem
from lrt_site.schema.layout import FIGURES, FOLDERS, HOMES, LISTS, SINGLES
from lrt_site.suggestions import fold, slip
from lrt_site.wording.fields import field_meant

DEFINED = re.compile(r"\bid[\"']?[ \t]*:[ \t]*[\"']?([A-Za-z0-9-]+)")
"""An id in a text of fields, whether or not the text can be read."""
_MANY = 3
"""So many fields of another kind are no slips of the pen."""
_RUBBISH = (
    (r"~\$.*", "Dit is een hulpbestand van Word of Excel. Sluit het document daar, en haal dit bestand weg."),
    (r"(thumbs\.db|desktop\.ini|icon\r?)", "Dit is een hulpbestand van de computer zelf. Haal het weg."),
    (
        r".*(~|\.(bak|orig|old|tmp|swp|rej))",
        "Dit is een reservekopie. Haal haar weg: git bewaart de vorige versies.",
    ),
)
_DOCUMENTS = r".*\.(docx?|odt|rtf|pdf|pages|pptx?|odp|msg|eml|html?|jpe?g|png|gif|svg|zip)"
_SHEETS = r".*\.(xlsx?|xlsm|xlsb|ods|numbers)"
_FOLDERS_IN_DUTCH = {fold(kind.many): kind.home.path for kind in kinds.ALL if kind.home.path in FOLDERS}
_CODES = {"series": "unknown-observation", "provincial-table": "unknown-table"}
_SIGNATURES = (
    ("PK\x03\x04", "Dit is een bestand van Word of Excel met een andere naam, en geen tekst"),
    ("%PDF", "Dit is een PDF met een andere naam, en geen tekst"),
    ("\udcd0\udccf\x11", "Dit is een oud bestand van Word of Excel met een andere naam, en geen tekst"),
    ("{\\rtf", "Dit is een bestand van een tekstverwerker (RTF), en geen gewone tekst"),
)


def out_of_place(path: str, text: str) -> str | None:
    """Why a file with this text has no place in the content, in Dutch; nothing for a file that has one."""
    folder, _, name = path.rpartition("/")
    suffix = PurePosixPath(name).suffix
    if path in SINGLES or path in LISTS:
        return None
    if (folder in FOLDERS and suffix == ".md") or (folder == FIGURES and suffix == ".csv"):
        return None
    told = next((words for pattern, words in _RUBBISH if re.fullmatch(pattern, name, re.IGNORECASE)), None)
    return told or f"Dit bestand hoort niet in de inhoud. {_advice(path, folder, name, text)}"


def in_other_folder(path: str, kind: str) -> str:
    """That a file holds a record of a kind that stands in another folder, in Dutch."""
    known = kinds.BY_NAME[kind]
    name = path.rpartition("/")[2]
    where = f"{known.home.path}/{name}"
    return f"Dit is {known.one}, en die hoort in de map '{known.home.path}'. Verplaats het bestand naar '{where}'."


def kind_meant(data: object, own: str | None) -> str:
    """The kind of record of which a file says the fields: its own one, unless these are plainly those of another."""
    if not isinstance(data, dict):
        return own or ""
    if own is not None and len(data.keys() - _fields(own)) < _MANY:
        return own
    strange = {kind: sum(key not in _fields(kind) for key in data) for kind in FOLDERS.values()}
    missing = {kind: sum(name not in data for name in _needed(kind)) for kind in FOLDERS.values()}
    best = min(FOLDERS.values(), key=lambda kind: (strange[kind] + missing[kind], kind != own))
    if own is not None and strange[own] + missing[own] - strange[best] - missing[best] < _MANY:
        return own
    return best if strange[best] + missing[best] < len(data) / 2 else own or ""


def code_of(kind: str) -> str:
    """The code of a fault that names a record of this kind that does not exist."""
    return _CODES.get(kind, f"unknown-{kind}")


def codes_of(path: str) -> frozenset[str]:
    """The codes of faults that name what stands in a file, or a folder, of many records of which this is the path."""
    if path in FOLDERS or path == FIGURES:
        return frozenset({"broken-link", "unknown-id", code_of(FOLDERS.get(path, "series"))})
    held = {"series"} if path.endswith(".csv") else {kind for kind, home in HOMES.items() if home == path}
    return frozenset({*map(code_of, held), *(["unknown-topic"] if path == HOMES["table"] else [])})


def tells_ids(path: str, text: str) -> bool:
    """Whether a text that cannot be read still tells of which ids it is."""
    if path.endswith(".csv"):
        return no_text_in(PurePosixPath(path), text) == undecoded_in(PurePosixPath(path), text) == ()
    return DEFINED.search(text) is not None


def no_text_in(file: PurePosixPath, text: str) -> tuple[Problem, ...]:
    """That a file is no text, where its first signs tell what it is."""
    what = next((words for signs, words in _SIGNATURES if text.startswith(signs)), None)
    if what is None:
        return ()
    if file.suffix == ".csv":
        advice = "Open het in Excel, en sla het op als 'CSV UTF-8'. Laat dat dan omzetten: lrt-site import-csv BESTAND."
    else:
        advice = "Open het, en neem de tekst over met een programma voor gewone tekst, zoals Kladblok."
    return (Problem(file, 1, 1, "not-utf8", f"{what}. {advice}"),)


@cache
def _fields(kind: str) -> frozenset[str]:
    return frozenset(field.name for field in fields(KINDS[kind]))


@cache
def _needed(kind: str) -> frozenset[str]:
    return frozenset(
        field.name for field in fields(KINDS[kind]) if field.default is MISSING and field.default_factory is MISSING
    )


def _advice(path: str, folder: str, name: str, text: str) -> str:
    top = path.partition("/")[0]
    if path in FOLDERS or path == FIGURES:
        return f"'{path}' moet een map zijn, geen bestand. Haal het weg, en zet de map terug uit git."
    if folder and (top in SINGLES or top in LISTS):
        return f"'{top}' moet een bestand zijn, geen map. Haal de map weg, en zet het bestand terug uit git."
    if kind := _kind_of(path, text):
        return in_other_folder(path, kind)
    if meant := list_meant(path):
        return f"Noem het '{meant}'."
    return _by_its_name(folder, name, top)


def _by_its_name(folder: str, name: str, top: str) -> str:
    """Where a file goes of which only the name tells what it is."""
    if re.fullmatch(_SHEETS, name, re.IGNORECASE):
        return "Sla het in Excel op als 'CSV UTF-8', en laat dat omzetten: lrt-site import-csv BESTAND."
    if re.fullmatch(_DOCUMENTS, name, re.IGNORECASE):
        return "Neem de tekst over in een .md-bestand, en verwijs naar het document met een bron in sources.yml."
    if folder in FOLDERS or folder == FIGURES:
        wanted = ".md" if folder in FOLDERS else ".csv"
        return (
            f"In de map '{folder}' horen bestanden die eindigen op '{wanted}'. Noem het '{name.split('.')[0]}{wanted}'."
        )
    if folder == "" and name.lower().endswith(".csv"):
        return f"Verplaats het naar '{FIGURES}/{name}'."
    if (other := _FOLDERS_IN_DUTCH.get(fold(top)) or slip(top, FOLDERS)) and folder == top and top not in FOLDERS:
        return f"Verplaats het naar '{other}/{name}'."
    if top in FOLDERS or top == FIGURES:
        return f"In de map '{top}' kunnen geen mappen staan. Verplaats het bestand naar '{top}/{name}'."
    places = f"{', '.join([*SINGLES, *LISTS])} en de mappen {', '.join([*FOLDERS, FIGURES])}"
    return f"In de inhoud staan alleen {places}."


def _kind_of(path: str, text: str) -> str:
    """The kind of record in a Markdown file outside the folders."""
    folder = path.rpartition("/")[0]
    if not path.endswith(".md") or folder.partition("/")[0] in FOLDERS:
        return ""
    document, _ = read_front_matter(PurePosixPath(path), text)
    return kind_meant(document.data, None) if document else ""


def list_meant(path: str) -> str | None:
    """The file of records that is meant by a path: with another ending, in another folder, in Dutch, or mistyped."""
    known = {*SINGLES, *LISTS}
    name = path.rpartition("/")[2]
    stem = fold(re.split(r"\.(?:ya?ml|txt)", name, maxsplit=1, flags=re.IGNORECASE)[0])
    if not re.search(r"\.ya?ml", path, re.IGNORECASE):
        return None
    by_stem = {PurePosixPath(file).stem: file for file in known}
    in_dutch = {fold(kind.section_name or kind.many): kind.home.path for kind in kinds.ALL if kind.home.path in known}
    key = field_meant(stem, {key for lists in LISTS.values() for key in lists})
    by_key = next((file for file, lists in LISTS.items() if key in lists), None)
    return by_stem.get(stem) or by_stem.get(slip(stem, by_stem) or "") or in_dutch.get(stem) or by_key


def nothing_in(file: PurePosixPath, path: str, text: str) -> tuple[Problem, ...]:
    """That a file holds nothing at all, and what is done about it."""
    if text.strip() or path.endswith(".csv"):
        return ()
    if path in LISTS:
        message = (
            "Dit bestand is leeg. Zet terug uit git wat erin stond. Is er echt niets? Schrijf dan alleen deze regel: "
            f"'{next(iter(LISTS[path]))}: []'."
        )
    else:
        message = "Dit bestand is leeg. Zet terug uit git wat erin stond, of haal het bestand weg."
    code = "front-matter-missing" if path.endswith(".md") else "yaml-empty"
    return (Problem(file, 1, 1, code, message),)
