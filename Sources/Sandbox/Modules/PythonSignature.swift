/// Binding for functions that CPython has written in Python: a signature that begins with `def`.
///
/// Their wrong calls are refused in the words of `ceval.c`, not of an argument reader in C; `__init__` and methods
/// count `self`.
extension Signature {
  func bindAsPython(
    _ call: CallArguments, to function: NativeFunction, owner: String?, receiver: Object,
    _ interpreter: Interpreter
  ) throws(Unwind) -> NativeCall {
    let name = owner.map { "\($0).\(function.name)" } ?? function.name
    let own =
      owner != nil || function.name.hasSuffix("__init__") || function.name.hasSuffix("__new__") ? 1 : 0
    let count = parameters.count(where: \.isPositional)
    var values: [Object?] = Array(call.positional.prefix(count))
    values += Array(repeating: nil, count: parameters.count - values.count)
    var keywords: [CallArguments.Keyword] = []
    for keyword in call.keywords {
      if let index = parameters.firstIndex(where: { $0.isKeyword && $0.name == keyword.name }) {
        guard values[index] == nil else {
          throw interpreter.raise(
            .typeError, "\(name)() got multiple values for argument '\(keyword.name)'")
        }
        values[index] = keyword.value
      } else if takesKeywords {
        keywords.append(keyword)
      } else {
        throw interpreter.raise(
          .typeError, "\(name)() got an unexpected keyword argument '\(keyword.name)'")
      }
    }
    if call.positional.count > count, !takesRest {
      let message = tooMany(given: call.positional.count + own, own: own, values)
      throw interpreter.raise(.typeError, "\(name)() \(message)")
    }
    for isPositional in [true, false] {
      let missing = parameters.indices.filter { index in
        let parameter = parameters[index]
        return parameter.isPositional == isPositional && parameter.isRequired && values[index] == nil
      }
      guard !missing.isEmpty else { continue }
      let kind = isPositional ? "positional" : "keyword-only"
      throw interpreter.raise(
        .typeError,
        "\(name)() missing \(missing.count) required \(kind) argument\(missing.count == 1 ? "" : "s"): "
          + Self.list(missing.map { parameters[$0].name }))
    }
    return NativeCall(
      interpreter: interpreter, receiver: receiver, arguments: NativeArguments(values),
      rest: Array(call.positional.dropFirst(count)), keywords: keywords)
  }

  private func tooMany(given: Int, own: Int, _ values: [Object?]) -> String {
    let most = parameters.count(where: \.isPositional) + own
    let least = parameters.count { $0.isPositional && $0.isRequired } + own
    let keywordOnly = zip(parameters, values).count { !$0.isPositional && $1 != nil }
    let expected = least < most ? "from \(least) to \(most)" : "\(most)"
    var message = "takes \(expected) positional argument\(least < most || most != 1 ? "s" : "") but \(given)"
    if keywordOnly > 0 {
      message += " positional argument\(given == 1 ? "" : "s")"
      message += " (and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s"))"
    }
    return message + (given == 1 && keywordOnly == 0 ? " was given" : " were given")
  }

  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    return switch quoted.count {
    case 1: quoted[0]
    case 2: "\(quoted[0]) and \(quoted[1])"
    default: quoted.dropLast().joined(separator: ", ") + ", and \(quoted[quoted.count - 1])"
    }
  }
}
