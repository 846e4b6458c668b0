import Foundation
import PackagePlugin

/// Runs `SchemaEmbedder` over `Schemas/` before a target that reads it is built.
///
/// Each target gets the files it has a use for: the catalogue what describes documents, the evaluator the table that
/// a library of Python carries.
@main
struct EmbedSchemas: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Schemas")
    let suffix = target.name == "Sandbox" ? ".tsv" : ".json"
    let files = try FileManager.default.subpathsOfDirectory(atPath: plainPath(folder))
      .filter { $0.hasSuffix(suffix) }
      .sorted()
      .map { folder.appending(path: $0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSchemas.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) schemas",
        executable: try context.tool(named: "SchemaEmbedder").url,
        arguments: [plainPath(output), plainPath(folder)] + files.map(plainPath),
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  /// A folder's name may hold a space, which a URL writes as `%20`.
  private func plainPath(_ url: URL) -> String { url.path(percentEncoded: false) }
}
