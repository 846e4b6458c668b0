/// The kinds of item a Panther repository holds: the values of `AnalysisType`.
package enum AnalysisType: String, Sendable, CaseIterable {
  case policy
  case rule
  case scheduledRule = "scheduled_rule"
  case correlationRule = "correlation_rule"
  case dataModel = "datamodel"
  case global
  case pack
  case savedQuery = "saved_query"
  case scheduledQuery = "scheduled_query"
  case lookupTable = "lookup_table"
  case scheduledPrompt = "scheduled_prompt"

  /// The key that identifies an item of this type.
  package var idKey: String {
    switch self {
    case .policy: "PolicyID"
    case .rule, .scheduledRule, .correlationRule: "RuleID"
    case .dataModel: "DataModelID"
    case .global: "GlobalID"
    case .pack: "PackID"
    case .savedQuery, .scheduledQuery: "QueryName"
    case .lookupTable: "LookupName"
    case .scheduledPrompt: "PromptName"
    }
  }

  /// The schema of this type's files; nil while `Schemas/` has none.
  package var schema: SchemaDocument? { SchemaDocument.named(rawValue + ".schema") }

  /// One sentence on what the type is for.
  package var documentation: String? {
    AnalysisType.key?.allowedValues.first { $0.value == .string(rawValue) }?.documentation
  }

  /// The schema of the key `AnalysisType`, which is the same in every file.
  package static var key: SchemaNode? {
    SchemaDocument.named("analysis.schema")?.root.property("AnalysisType")
  }
}
