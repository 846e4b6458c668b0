/// `dateutil.parser`, for ISO-like texts.
extension NativeModule {
  static let dateutilParser = NativeModule(
    "dateutil.parser",
    [
      .function("parse", "def(timestr, parserinfo=None, **kwargs)") { call throws(Unwind) in
        if call.present(1) != nil || !call.keywords.isEmpty {
          throw call.interpreter.unsupported("dateutil.parser.parse with options")
        }
        switch call.required(0) {
        case .string(let text):
          do {
            return DateTimeObject.make(try LooseDate.parse(text.text), call.interpreter)
          } catch let failure as LooseDate.Failure {
            switch failure {
            case .parser(let message): throw call.raise(.parserError, message)
            case .unsupported(let construct): throw call.interpreter.unsupported(construct)
            }
          } catch {
            throw call.interpreter.unsupported("dateutil.parser.parse")
          }
        case .placeholder(let value): throw call.interpreter.unsupported(value.name)
        case .bytes, .native, .instance:
          throw call.interpreter.unsupported("dateutil.parser.parse of \(call.required(0).typeName)")
        case let other:
          throw call.raise(
            .typeError, "Parser must be a string or character stream, not \(other.typeName)")
        }
      },
      .type("ParserError", .parserError),
    ])
}

extension NativeType {
  static let parserError = derive("ParserError", .valueError, module: "dateutil.parser._parser")
}
