"use strict";

const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const OWN = process.platform === "win32" ? [".venv", "Scripts", "lrt-site.exe"] : [".venv", "bin", "lrt-site"];

let clients = [];

function commandIn(folder) {
  const chosen = workspace.getConfiguration("lrt-site").get("command");
  const own = join(folder, ...OWN);
  return chosen || (existsSync(own) ? own : "lrt-site");
}

function holdsContent(folder) {
  return ["content", "."].some((name) => existsSync(join(folder.uri.fsPath, name, "site.yml")));
}

async function activate() {
  const folders = (workspace.workspaceFolders ?? []).filter(holdsContent);
  clients = folders.map((folder) => {
    const cwd = folder.uri.fsPath;
    const pattern = `${cwd.replaceAll("\\", "/")}/**/*.{yml,yaml,md,csv}`;
    const server = { command: commandIn(cwd), args: ["lsp"], options: { cwd } };
    const seen = { documentSelector: [{ scheme: "file", pattern }], workspaceFolder: folder };
    return new LanguageClient("lrt-site", "lrt-site", server, seen);
  });
  await Promise.all(clients.map((client) => client.start()));
}

async function deactivate() {
  await Promise.all(clients.map((client) => client.stop()));
}

module.exports = { activate, deactivate };
