"""Lighthouse on a phone, as nginx with our settings serves the site."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from tests.audits.findings import Finding
from tests.audits.subjects import Subject
from tests.tools import hosts

KINDS = (
    "home",
    "meetings/meeting",
    "composition/composition",
    "commitments/commitments",
    "figures/series",
    "provinces/provinces",
    "search/search",
    "sources/sources",
)
COMMAND = (
    "node",
    str(Path(__file__).with_name("node_modules") / "lighthouse/cli/index.js"),
    "--quiet",
    "--output=json",
    "--only-categories=performance,accessibility,best-practices,seo",
    "--chrome-flags=--headless --no-sandbox --disable-dev-shm-usage --disable-gpu",
)
FULL, FAST, PAINTED, SHIFTED = 100, 98, 1200, 0.02


def lighthouse(subjects: Sequence[Subject], chromium: str, rounds: int) -> Iterator[Finding]:
    """The bars of Lighthouse for these pages; of more rounds the median."""
    with _on_nginx(subjects[0].site) as root:
        for subject in subjects:
            runs = [_run(root + subject.address, chromium) for _ in range(rounds)]
            yield from _held(subject, runs)


def _held(subject: Subject, runs: Sequence[dict[str, Any]]) -> Iterator[Finding]:
    for category, least in (("accessibility", FULL), ("best-practices", FULL), ("seo", FULL), ("performance", FAST)):
        scores = [round(100 * run["categories"][category]["score"]) for run in runs]
        score, missed = median(scores), _missed(runs[0], category)
        yield Finding(
            f"Lighthouse {category}", f">= {least}", str(subject), f"{score:g} {scores}", score >= least, missed
        )
    for audit, most, unit in (("largest-contentful-paint", PAINTED, "ms"), ("cumulative-layout-shift", SHIFTED, "")):
        values = [round(run["audits"][audit]["numericValue"], 3) for run in runs]
        found = median(values)
        told = f"{found:g} {unit}".strip()
        yield Finding(f"Lighthouse {audit}", f"<= {most} {unit}".strip(), str(subject), told, found <= most)


def _missed(run: dict[str, Any], category: str) -> str:
    audits = run["audits"]
    weighted = [one["id"] for one in run["categories"][category]["auditRefs"] if one["weight"]]
    low = [
        one
        for one in weighted
        if (audits[one]["score"] or 0) < 1 and audits[one]["scoreDisplayMode"] != "notApplicable"
    ]
    return ", ".join(f"{one} {audits[one].get('displayValue', '')}".strip() for one in low)


def _run(address: str, chromium: str) -> dict[str, Any]:
    done = subprocess.run(
        [*COMMAND, address], capture_output=True, text=True, check=False, env={**os.environ, "CHROME_PATH": chromium}
    )
    if not done.stdout.startswith("{"):
        raise RuntimeError(f"Lighthouse did not run: {done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@contextmanager
def _on_nginx(site: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), hosts.free_port()
        folder.chmod(0o755)
        shutil.copytree(site, folder / "site", copy_function=os.link)
        settings = hosts.in_container(folder, port)
        with hosts.running(hosts.nginx(settings, "-g", "daemon off;"), folder, port):
            yield f"http://127.0.0.1:{port}"
