"""The extension for VS Code is what its manifest says, and starts a command that exists."""

import json
import re
import subprocess

from lrt_site.cli.program import main
from tests.tools.sites import ROOT

FOLDER = ROOT / "deploy/editors/vscode"
SCRIPT = (FOLDER / "extension.js").read_text(encoding="utf-8")
MANIFEST = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))


def test_the_script_is_javascript() -> None:
    subprocess.run(["node", "--check", FOLDER / "extension.js"], check=True)


def test_settings_are_those_the_script_reads() -> None:
    section, name = re.findall(r'getConfiguration\("(.+?)"\)\.get\("(.+?)"\)', SCRIPT)[0]
    assert list(MANIFEST["contributes"]["configuration"]["properties"]) == [f"{section}.{name}"]


def test_it_starts_a_command_of_ours_in_a_folder_with_a_site() -> None:
    (command,) = re.findall(r'args: \["(\w+)"\]', SCRIPT)
    assert command in main.commands
    assert MANIFEST["activationEvents"] == ["workspaceContains:content/site.yml", "workspaceContains:site.yml"]
    assert (ROOT / "content/site.yml").exists()


def test_what_it_needs_is_named() -> None:
    needed = {
        name.split("/")[0] for name in re.findall(r'require\("([^"]+)"\)', SCRIPT) if not name.startswith("node:")
    }
    assert needed == {"vscode", *MANIFEST["dependencies"]}


def test_what_runs_is_what_is_bundled() -> None:
    assert MANIFEST["scripts"]["vscode:prepublish"].endswith(f"--outfile={MANIFEST['main'].removeprefix('./')}")
