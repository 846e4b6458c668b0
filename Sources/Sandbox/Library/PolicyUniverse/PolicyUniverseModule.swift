/// `policyuniverse` 1.5.1.20231109: AWS policy documents. Its service data (8 MB of descriptions of AWS services) are
/// not here, only what the package computes from them: the actions and their categories.
extension NativeModule {
  static let policyUniverse = NativeModule(
    "policyuniverse",
    ExpanderMinimizerModule.shared + [ServiceData.buildActions, ServiceData.buildCategories],
    allNames: [
      "action", "action_categories", "all_permissions", "arn", "build_action_categories_from_service_data",
      "build_service_actions_from_service_data", "common", "expand_policy", "expander_minimizer",
      "get_actions_from_statement", "json", "logger", "logging", "organization", "os", "policy",
      "service_data", "service_data_path", "statement",
    ])

  /// The package and its modules.
  static let policyUniverseModules: [NativeModule] = [
    policyUniverse, policyUniverseAction, policyUniverseActionCategories, policyUniverseARN,
    policyUniverseCommon, policyUniverseExpanderMinimizer, policyUniverseOrganization, policyUniversePolicy,
    policyUniverseStatement,
  ]
}
