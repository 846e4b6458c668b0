// Starts `policylens lsp` and connects it. Everything an author sees is the server's and the editor's own.
const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

exports.activate = async function () {
  const settings = workspace.getConfiguration('policylens');
  client = new LanguageClient(
    'policylens',
    'PolicyLens',
    {
      command: settings.get('path'),
      args: ['lsp', '--log-level', settings.get('logLevel')],
    },
    {
      documentSelector: [
        { language: 'yaml', scheme: 'file' },
        { language: 'yaml', scheme: 'untitled' },
        { language: 'python', scheme: 'file' },
      ],
    }
  );
  await client.start();
};

exports.deactivate = function () {
  return client?.stop();
};
