/// `panther_core`, the package rules get their events from: its classes can be named, for annotations and
/// `isinstance`. There are no events yet, so nothing is an instance of them.
extension NativeModule {
  static let pantherCore: [NativeModule] = [
    NativeModule(
      "panther_core",
      [.type("PantherEvent", .pantherEvent)]),
    NativeModule("panther_core.enriched_event", [.type("PantherEvent", .pantherEvent)]),
    NativeModule(
      "panther_core.immutable",
      [
        .type("ImmutableCaseInsensitiveDict", .immutableDict), .type("ImmutableList", .immutableList),
      ]),
  ]
}

extension NativeType {
  fileprivate static let pantherEvent = NativeType(
    "PantherEvent", module: "panther_core.enriched_event", bases: [.immutableDict])
  fileprivate static let immutableDict = NativeType(
    "ImmutableCaseInsensitiveDict", module: "panther_core.immutable", bases: [.mapping])
  fileprivate static let immutableList = NativeType(
    "ImmutableList", module: "panther_core.immutable", bases: [.sequence])
}
