"""An audit is good news only when there was an answer about every package. pip-audit 2.10 wrote the answers."""

import pytest

from supply.audit import outcome, pinned, rounds
from supply.locks import LOCKS

SOUND = '{"dependencies": [{"name": "flask", "version": "3.1.2", "vulns": []}], "fixes": []}'
SKIPPED = (
    '{"dependencies": [{"name": "anyio", "skip_reason": "Dependency not found on PyPI and could not be audited: '
    'anyio (4.16.0)"}, {"name": "flask", "version": "3.1.2", "vulns": []}], "fixes": []}'
)
VULNERABLE = (
    '{"dependencies": [{"name": "flask", "version": "0.5", "vulns": [{"id": "PYSEC-2019-179", "fix_versions": ["1.0"], '
    '"aliases": ["CVE-2019-1010083"], "description": "Unexpected memory usage."}]}], "fixes": []}'
)
ANYIO, FLASK = ("anyio", "4.16.0"), ("flask", "3.1.2")


def test_an_answer_about_every_package_is_good_news() -> None:
    audit = outcome([FLASK], [SOUND])
    assert audit.is_sound
    assert audit.told == "1 of 1 packages checked, 0 known vulnerabilities."


def test_what_was_skipped_is_counted_and_named() -> None:
    audit = outcome([ANYIO, FLASK], [SKIPPED])
    assert not audit.is_sound
    assert audit.told == (
        "1 of 2 packages checked, 0 known vulnerabilities.\nNOT checked, so nothing is known of them: anyio 4.16.0"
    )


def test_what_the_answer_does_not_mention_counts_as_skipped() -> None:
    assert outcome([ANYIO, FLASK], [SOUND]).unanswered == ("anyio 4.16.0",)
    assert outcome([("flask", "3.1.3")], [SOUND]).unanswered == ("flask 3.1.3",)


@pytest.mark.parametrize("answer", ["", "requests.exceptions.ConnectionError: …", "[]", "{}", '{"dependencies": null}'])
def test_a_source_that_does_not_answer_is_no_good_news(answer: str) -> None:
    audit = outcome([ANYIO, FLASK], [answer])
    assert (audit.is_sound, len(audit.unanswered)) == (False, 2)


def test_where_nothing_was_asked_nothing_is_sound() -> None:
    assert not outcome([], []).is_sound


def test_a_known_vulnerability_is_told_with_the_version_that_mends_it() -> None:
    audit = outcome([("flask", "0.5")], [VULNERABLE])
    assert not audit.is_sound
    assert audit.told.endswith("\nVulnerable: flask 0.5: PYSEC-2019-179, mended in 1.0")


def test_every_locked_version_is_asked_about_once() -> None:
    versions = pinned(lock.read_text("utf-8") for lock in LOCKS)
    asked = rounds(versions)
    assert sorted(version for chosen in asked for version in chosen) == list(versions)
    assert all(len(dict(chosen)) == len(chosen) for chosen in asked)
    assert len(asked) > 1, "the locks have two versions of a package for different Pythons"
