"""Laws of reading: nothing that an editor can write makes it fall over, and nothing is lost or guessed."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import PurePosixPath
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lrt_site import checking
from lrt_site.checks import CHECKS
from lrt_site.export import v1
from lrt_site.export.v1 import from_v1, to_v1
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import KINDS, Register, kind_of
from lrt_site.problems import CODES, Problem, as_text, quoted
from lrt_site.reporting import as_github, as_json
from lrt_site.schema import FOLDERS, LISTS, SINGLES, read_content
from tests.property.strategies import FILES, PATHS, TEXTS, records

ROOT = PurePosixPath("content")

FIELDS = st.sampled_from(
    ["id", "title", "date", "source", "also_source", "roles", "holders", "covers", "derived", "value", "body", "x", ""]
)
DATA = st.recursive(
    st.one_of(st.text(), st.sampled_from(["a", "2021-12-20", "true", "12"])),
    lambda inner: st.lists(inner) | st.dictionaries(FIELDS, inner),
    max_leaves=30,
)
"""Anything that YAML can say."""

TREES = st.dictionaries(
    PATHS,
    st.one_of(FILES, DATA.map(json.dumps), DATA.map(lambda data: f"---\n{json.dumps(data)}\n---\ntekst")),
)


@st.composite
def records_of_any_kind(draw: st.DrawFn) -> Any:
    """A composite by name: in full, what can be drawn here takes 110 kB to write down."""
    return draw(records(draw(st.sampled_from(list(KINDS.values())))))


def written(*found: Any) -> Mapping[str, str]:
    """Records as files that an editor could have written: JSON is YAML too."""
    tree: dict[str, Any] = {}
    for record in found:
        kind = kind_of(record)
        published = {
            key: value for key, value in to_v1(record).items() if key not in ("format", "type", "observations")
        }
        data = with_commas(published)
        for path, lists in LISTS.items():
            for key in (key for key, listed in lists.items() if listed == kind):
                tree.setdefault(path, {}).setdefault(key, []).append(data)
        for path in (path for path, single in SINGLES.items() if single == kind):
            tree[path] = data
        for folder in (folder for folder, text in FOLDERS.items() if text == kind):
            tree[f"{folder}/{record.id}.md"] = f"---\n{as_yaml(data)}\n---\n"
    return {path: data if isinstance(data, str) else as_yaml(data) for path, data in tree.items()}


def with_commas(data: Any) -> Any:
    """Published data as Dutch writes its decimals: a point before three digits would stand for thousands."""
    if isinstance(data, dict):
        return {
            key: value.replace(".", ",") if key == "value" and isinstance(value, str) else with_commas(value)
            for key, value in data.items()
        }
    return [with_commas(item) for item in data] if isinstance(data, list | tuple) else data


def as_yaml(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


@settings(max_examples=15)
@given(TREES)
@example({"site.yml": "?"})
def test_no_content_makes_a_check_fall_over(texts: Mapping[str, str]) -> None:
    problems = checking.check(texts, root=ROOT)
    assert all(problem.line >= 1 and problem.column >= 1 and problem.code in CODES for problem in problems)
    assert as_text(problems).count("\n") == as_github(problems).count("\n") == len(problems)
    assert len(json.loads(as_json(problems))) == len(problems)


@settings(max_examples=15)
@given(st.lists(records_of_any_kind(), max_size=8))
def test_no_records_make_a_rule_fall_over(found: list[Any]) -> None:
    register = Register.of(found)
    for rule in CHECKS:
        for fault in rule(register):
            assert fault.code in CODES
            assert fault.record in register.records or fault.code == "missing-file"


@settings(max_examples=15)
@given(st.lists(records_of_any_kind(), max_size=6))
def test_every_fault_of_written_records_has_a_place(found: list[Any]) -> None:
    texts = written(*found)
    for problem in checking.check(texts, root=ROOT):
        lines = texts.get(problem.file.relative_to(ROOT).as_posix(), "").split("\n")
        assert problem.line <= len(lines)
        assert problem.column <= len(lines[problem.line - 1]) + 1


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_a_record_is_what_was_published(kind: str, data: st.DataObject) -> None:
    record = data.draw(records(KINDS[kind]))
    assert from_v1(json.loads(v1.as_json(to_v1(record)))) == record


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "series"])
@settings(max_examples=15)
@given(data=st.data())
def test_a_record_is_what_was_written(kind: str, data: st.DataObject) -> None:
    record = data.draw(records(KINDS[kind]))
    content = read_content(written(record), ROOT)
    body = getattr(record, "body", "")
    stray = [problem for problem in content.problems if problem.code == "unknown-field"]
    assert len(stray) == bool(body)
    if not body:
        assert content.problems == ()
        assert content.records == (record,)


@given(TEXTS, TEXTS)
def test_any_text_survives_but_for_spaces_around_it(title: str, body: str) -> None:
    source = {"id": "a", "title": f" {title}\t", "publisher": "b", "kind": "brief"}
    page = f"---\nid: a\ntitle: {as_yaml(title)}\nsummary: b\n---\n{body}"
    texts = {"sources.yml": as_yaml({"sources": [source]}), "pages/b.md": page.replace("id: a", "id: b")}
    content = read_content(texts, ROOT)
    assert content.problems == ()
    assert {getattr(record, "title", "") for record in content.records} == {title.strip()}
    assert {getattr(record, "body", body.strip()) for record in content.records} == {body.strip()}


@settings(max_examples=15)
@given(TREES, st.randoms())
def test_the_order_of_files_does_not_matter(texts: Mapping[str, str], random: Any) -> None:
    shuffled = list(texts.items())
    random.shuffle(shuffled)
    assert read_content(dict(shuffled), ROOT).records == read_content(texts, ROOT).records
    assert checking.check(dict(shuffled), root=ROOT) == checking.check(texts, root=ROOT)


@settings(max_examples=15)
@given(records(Series))
def test_a_series_is_what_its_rows_say(series: Series) -> None:
    bare = replace(series, observations=())
    names = [field.name for field in fields(Observation)]
    rows = [{"also_source": (), **with_commas(to_v1_part(observation))} for observation in series.observations]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([[as_cell(row.get(name)) for name in names] for row in rows])
    content = read_content({**written(bare), f"figures/{series.id}.csv": text.getvalue()}, ROOT)
    assert content.problems == ()
    assert content.records == (series,)


def to_v1_part(observation: Observation) -> Mapping[str, Any]:
    whole = to_v1(Series(id="a", name="a", theme="a", kind="stand", counts="a", observations=(observation,)))
    return dict(whole["observations"][0])


def as_cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "; ".join(f"{' '.join(item['fields'])}: {' '.join(item['sources'])}" for item in value)
    return " ".join(value) if isinstance(value, list | tuple) else "" if value is None else str(value)


@given(st.text())
def test_a_shown_text_is_one_line(text: str) -> None:
    assert quoted(text).isprintable()
    assert len(quoted(text)) <= 63


@given(st.text())
def test_a_date_is_itself_or_none(text: str) -> None:
    try:
        made = PartialDate(text)
    except ValueError:
        return
    assert made.text == text
    assert made.earliest <= made.latest


def test_a_problem_is_one_line_whatever_it_says() -> None:
    problem = Problem(ROOT / "a.yml", 1, 1, "inconsistent", "Dit is 100%\nfout")
    assert as_github([problem]).count("\n") == 1
    assert "%25%0A" in as_github([problem])
