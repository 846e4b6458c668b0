// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  // Debug builds, and so the tests, check at run time that no two accesses to a property overlap.
  .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

/// A library layer. Its dependencies may only name layers listed above it.
func layer(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = [])
  -> Target
{
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

/// The tests of a layer, driven through its public face.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "policylens",
  products: [
    .executable(name: "policylens", targets: ["policylens"])
  ],
  targets: [
    layer("SourceText"),
    layer("YAML", ["SourceText"]),
    layer("Python", ["SourceText"]),
    layer("Sandbox", ["SourceText", "Python"], plugins: ["EmbedSchemas"]),
    layer("Logic", ["SourceText", "Python"]),
    layer("Catalog", ["SourceText", "YAML"], plugins: ["EmbedSchemas"]),
    layer("Detections", ["SourceText", "YAML", "Python", "Catalog"]),
    layer("Evaluation", ["SourceText", "YAML", "Python", "Sandbox", "Detections"]),
    layer(
      "Analysis",
      ["SourceText", "YAML", "Python", "Sandbox", "Logic", "Catalog", "Detections", "Evaluation"]),
    layer("LanguageServer", ["SourceText", "Sandbox", "Detections", "Analysis"]),
    .executableTarget(
      name: "policylens",
      dependencies: [
        "SourceText", "YAML", "Python", "Sandbox", "Logic", "Catalog", "Detections", "Evaluation",
        "Analysis", "LanguageServer",
      ],
      swiftSettings: strict,
      linkerSettings: [
        .unsafeFlags(
          ["-use-ld=lld", "-Xlinker", "-s"],
          .when(platforms: [.linux], configuration: .release))
      ]),

    .executableTarget(name: "SchemaEmbedder", swiftSettings: strict),
    .plugin(
      name: "EmbedSchemas", capability: .buildTool(), dependencies: ["SchemaEmbedder"],
      path: "Sources/EmbedSchemas"),

    .target(
      name: "TestSupport", dependencies: ["SourceText"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "SourceText", "YAML", "Python", "Sandbox", "Detections", "Evaluation", "Analysis", "TestSupport",
      ],
      path: "Tests/Benchmarks",
      exclude: ["Peers"], swiftSettings: strict),
    tests("SourceText", ["SourceText"]),
    tests("YAML", ["YAML", "TestSupport"]),
    tests("Python", ["Python", "TestSupport"]),
    tests("Sandbox", ["Sandbox", "Python", "TestSupport"]),
    tests("Differential", ["Sandbox", "Python", "SourceText"]),
    tests("Logic", ["Logic", "Python", "TestSupport"]),
    tests("Catalog", ["Catalog", "YAML", "TestSupport"]),
    tests("Detections", ["Detections", "YAML", "SourceText"]),
    tests("Evaluation", ["Evaluation", "Detections", "TestSupport"]),
    tests("Analysis", ["Analysis", "TestSupport"]),
    tests("LanguageServer", ["LanguageServer", "SourceText", "Detections", "TestSupport"]),
    tests("CommandLine", ["TestSupport"]),
    tests("EndToEnd", ["TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
