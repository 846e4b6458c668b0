package import Python

/// When a detection alerts, lowered from its Python.
///
/// The condition speaks of the resources for which the function returns `True` or `False`. For the others,
/// where Python raises (a subscript of an absent key, a comparison with `None`) or returns something else,
/// Panther reports an error in place of a verdict, and what the condition gives has no meaning.
package struct DetectionLogic: Sendable {
  /// What the function is handed.
  package enum Subject: Sendable, Hashable {
    /// A policy's resource: a plain dict. Alerts when the function returns false.
    case resource
    /// A rule's event, whose keys are found in any letter case. Alerts when the function returns true.
    case event
  }

  package let subject: Subject
  package let condition: Condition
  /// Whether the condition says all: it has no opaque term, and nothing that was skipped on the way (a call
  /// that might change the resource, a syntax error) could change it.
  package let isComplete: Bool

  /// The logic of the module's function of that name, the last if there are several; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - fieldTypes: What a field may hold, if that is known. An element of a list is asked for at index 0.
  ///   - helper: The module that is imported under a name, if it is one of the author's own.
  package init?(
    lowering module: PythonModule, function name: String, subject: Subject,
    fieldTypes: (Path) -> FieldType? = { _ in nil }, helper: (String) -> PythonModule? = { _ in nil }
  ) {
    guard let function = module.function(named: name) else { return nil }
    let result = withoutActuallyEscaping(fieldTypes) { fieldTypes in
      withoutActuallyEscaping(helper) { helper in
        var lowering = Lowering(module, subject: subject, fieldTypes: fieldTypes, helper: helper)
        return lowering.lower(function)
      }
    }
    self.subject = subject
    condition = result.condition.simplified
    isComplete = result.isComplete && condition.isTransparent
  }

  /// The condition in the text form.
  package var text: String { condition.description }

  package var exclusions: [Exclusion] { condition.exclusions }

  /// Whether it alerts on a resource or event; `nil` if an opaque term decides.
  package func alerts(on value: LogicValue) -> Bool? {
    condition.evaluate(on: value, keys: subject == .event ? .ignoringCase : .exact)
  }
}

/// The kinds of value a field may have when it is there and not null.
package struct FieldType: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let string = FieldType(rawValue: 1)
  package static let list = FieldType(rawValue: 2)
  package static let map = FieldType(rawValue: 4)
  package static let number = FieldType(rawValue: 8)
  package static let boolean = FieldType(rawValue: 16)

  /// Whether Python finds such a value false exactly when it `is_null`.
  var isFalseOnlyWhenEmpty: Bool { !isEmpty && isSubset(of: [.string, .list, .map]) }
}
