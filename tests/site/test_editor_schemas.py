"""The schemas for an editor: in Dutch, true of all content, and understood by the server that VS Code uses."""

import asyncio
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from lrt_site import builtin, checking, editing, files, pipeline
from lrt_site.model.register import Register
from lrt_site.schema import FOLDERS, LISTS, SINGLES
from tests.tools import editors
from tests.tools.checkers import MODULES
from tests.tools.sites import ROOT
from tests.tools.typist import at

SERVER = MODULES / "yaml-language-server/bin/yaml-language-server"
SETTINGS = json.loads((builtin.NEW_PROJECT / ".vscode/settings.json").read_text("utf-8"))
PATIENCE = 60


class Core(yaml.SafeLoader):
    """YAML 1.2 as an editor's program reads it: a date is a text, and so are `no` and `10:30`."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - as PyYAML has it


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("-?[0-9]+$"), list("-0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"-?[0-9]+\.[0-9]+$"), list("-0123456789"))


def schemas_of(content: Path) -> dict[str, Any]:
    texts, _ = files.read_content(content)
    register = Register.of(checking.read(texts).values())
    made = pipeline.written_schemas(editing.ids(register))
    return {path.removesuffix(".schema.json"): json.loads(text) for path, text in made.items()}


def front_matter(text: str) -> str:
    return text.split("---\n", 2)[1]


def written(content: Path) -> Iterator[tuple[str, object]]:
    """What stands in every file, with the name of its schema."""
    for path in (*SINGLES, *LISTS):
        if (content / path).exists():
            yield path.removesuffix(".yml"), yaml.load((content / path).read_text("utf-8"), Core)
    for folder in FOLDERS:
        for file in sorted((content / folder).glob("*.md")):
            yield folder, yaml.load(front_matter(file.read_text("utf-8")), Core)


@pytest.mark.parametrize("folder", ["content", "examples/fictief"])
def test_all_content_keeps_to_them(folder: str) -> None:
    schemas = schemas_of(ROOT / folder)
    found = list(written(ROOT / folder))
    assert len(found) > 40
    faults = [
        (name, fault.message) for name, data in found for fault in Draft202012Validator(schemas[name]).iter_errors(data)
    ]
    assert faults == []


def test_what_is_wrong_is_a_fault_but_for_an_id_that_may_be_new() -> None:
    schemas = schemas_of(ROOT / "examples/fictief")
    text = front_matter((ROOT / "examples/fictief/meetings/m-2025-12-04.md").read_text("utf-8"))

    def faults(old: str, new: str) -> int:
        assert old in text
        data = yaml.load(text.replace(old, new), Core)
        return len(list(Draft202012Validator(schemas["meetings"]).iter_errors(data)))

    assert faults("person: p-bedacht", "person: p-nieuw") == 0
    assert faults("person: p-bedacht", "persoon: p-bedacht") == 1
    assert faults("date: 2025-12-04", "date: 4 december") == 1
    assert faults("table: ovw\n", "") == 1


def test_every_field_is_told_in_dutch() -> None:
    for name, schema in schemas_of(ROOT / "examples/fictief").items():
        objects = [schema, *schema["$defs"].values()]
        told = {
            field: item.get("description") for made in objects for field, item in made.get("properties", {}).items()
        }
        assert told, name
        assert [field for field, text in told.items() if not re.match(r"[A-Z][^.]+\. [A-Z].+\.$", text or "")] == []


def test_vs_code_is_told_of_each_file() -> None:
    mapped = {file: schema for schema, file in SETTINGS["yaml.schemas"].items()}
    expected = {
        f"content/{path}": f".vscode/schema/{path.removesuffix('.yml')}.schema.json" for path in (*SINGLES, *LISTS)
    }
    assert mapped == expected
    recommended = json.loads((builtin.NEW_PROJECT / ".vscode/extensions.json").read_text("utf-8"))
    assert recommended == {"recommendations": ["redhat.vscode-yaml"]}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example, with schemas in it."""
    editors.lrt_site("init", "--example", tmp_path / "tafel")
    said = editors.lrt_site(
        "schema", "--ids", "--content", tmp_path / "tafel/content", "--into", tmp_path / "tafel/.vscode/schema"
    )
    assert "19 schema's" in said
    assert "/.vscode/schema/" in (tmp_path / "tafel/.gitignore").read_text("utf-8").split("\n")
    return tmp_path / "tafel"


async def started(project: Path, told: asyncio.Queue[types.PublishDiagnosticsParams]) -> LanguageClient:
    """The language server for YAML, with the settings of the project."""
    client = LanguageClient("typist", "1")
    mapped = {(project / schema).as_uri(): file for schema, file in SETTINGS["yaml.schemas"].items()}
    settings = {
        "schemas": mapped,
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
    }

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
    def hear(params: types.PublishDiagnosticsParams) -> None:
        told.put_nowait(params)

    @client.feature(types.WORKSPACE_CONFIGURATION)  # type: ignore[untyped-decorator]
    def configured(asked: types.ConfigurationParams) -> list[object]:
        return [settings if item.section == "yaml" else None for item in asked.items]

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
    def registered(_: types.RegistrationParams) -> None:
        """It may watch what it likes."""

    await client.start_io("node", str(SERVER), "--stdio")
    able = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            configuration=True,
            did_change_configuration=types.DidChangeConfigurationClientCapabilities(dynamic_registration=True),
        )
    )
    folder = types.WorkspaceFolder(project.as_uri(), "tafel")
    await client.initialize_async(types.InitializeParams(able, root_uri=project.as_uri(), workspace_folders=[folder]))
    client.initialized(types.InitializedParams())
    return client


async def typed(project: Path) -> None:
    told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
    client = await started(project, told)
    try:
        for path in (*SINGLES, *LISTS):
            uri = (project / "content" / path).as_uri()
            text = (project / "content" / path).read_text("utf-8")
            client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "yaml", 1, text)))
            found = await asyncio.wait_for(told.get(), PATIENCE)
            assert (found.uri, list(found.diagnostics)) == (uri, [])
        uri = (project / "content/participants.yml").as_uri()
        lines = (project / "content/participants.yml").read_text("utf-8").split("\n")
        line = next(number for number, text in enumerate(lines) if "- seat: stoel-voorzitter" in text)
        column = lines[line].index("stoel")
        said = await client.text_document_hover_async(types.HoverParams(**at(uri, line, column + 2)))
        assert said
        assert "Stoel. Het kenmerk van een stoel. Verplicht." in str(said.contents)
        lines[line] = lines[line][:column]
        document = types.VersionedTextDocumentIdentifier(version=2, uri=uri)
        change = types.TextDocumentContentChangeWholeDocument("\n".join(lines))
        client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        offered = await client.text_document_completion_async(types.CompletionParams(**at(uri, line, column)))
        assert isinstance(offered, types.CompletionList)
        names = {item.label: str(item.documentation) for item in offered.items}
        assert "Stoel: Vaart en Wind" in names["stoel-mvw"]
    finally:
        await client.shutdown_async(None)
        client.exit(None)


def test_the_server_of_vs_code_offers_ids_with_names_and_finds_nothing_wrong(project: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, typed(project)).result()


def test_ids_are_renewed_when_they_are_written_again(project: Path) -> None:
    people = project / "content/participants.yml"
    people.write_text(people.read_text("utf-8").replace("p-bedacht", "p-anders"), "utf-8")
    editors.lrt_site("schema", "--ids", "--content", project / "content", "--into", project / ".vscode/schema")
    schema = (project / ".vscode/schema/meetings.schema.json").read_text("utf-8")
    assert '"p-anders"' in schema
    assert '"p-bedacht"' not in schema
