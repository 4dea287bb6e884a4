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

async function activate() {
  const folders = (workspace.workspaceFolders ?? []).filter((folder) =>
    existsSync(join(folder.uri.fsPath, "content", "site.yml")),
  );
  clients = folders.map((folder) => {
    const cwd = folder.uri.fsPath;
    const pattern = `${cwd.replaceAll("\\", "/")}/content/**/*.{yml,md}`;
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
