import Catalog

/// `; did you mean 'check'?`, or nothing.
func didYouMean(_ written: String, among names: [String]) -> String {
  nearestName(to: written, among: names).map { "; did you mean '\($0)'?" } ?? ""
}
