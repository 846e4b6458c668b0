import Glibc

/// The way from the process's arguments to its exit status.
enum Program {
  static func run(_ arguments: ArraySlice<String>, _ console: Console) -> ExitStatus {
    let style = console.output.style
    let commands = CommandDescription.all
    var rest = arguments
    guard let first = rest.popFirst() else {
      console.error.write(Help.program(commands, console.error.style))
      return .failure
    }
    switch first {
    case "--version":
      console.output.write("policylens \(policylensVersion)\n")
      return .success
    case _ where CommandDescription.isHelp(first) || first == "help":
      guard let name = rest.first, !name.hasPrefix("-") else {
        console.output.write(Help.program(commands, style))
        return .success
      }
      return help(on: name, console)
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      return unknown(first, console)
    }
    if rest.prefix(while: { $0 != "--" }).contains(where: CommandDescription.isHelp) {
      console.output.write(Help.command(command, style))
      return .success
    }
    do {
      return try command.run(try command.parse(rest), console)
    } catch {
      console.output.flush()
      console.error.write("policylens \(command.name): \(error.message)\n")
      if error.isUsage {
        console.error.write("Usage: \(Help.usage(of: command))\n")
        console.error.write("Try 'policylens \(command.name) --help'.\n")
      }
      return .failure
    }
  }

  private static func help(on name: String, _ console: Console) -> ExitStatus {
    guard let command = CommandDescription.all.first(where: { $0.name == name }) else {
      return unknown(name, console)
    }
    console.output.write(Help.command(command, console.output.style))
    return .success
  }

  private static func unknown(_ name: String, _ console: Console) -> ExitStatus {
    let kind = name.hasPrefix("-") ? "option" : "command"
    let names = name.hasPrefix("-") ? ["--help", "--version"] : CommandDescription.all.map(\.name)
    console.say("unknown \(kind) '\(name)'" + didYouMean(name, among: names))
    console.error.write("Try 'policylens --help'.\n")
    return .failure
  }
}

// Documents nest as deep as the parsers let them, deeper than the main thread's stack may be.
let thread = DeepThread {
  let console = Console.standard()
  let status = Program.run(CommandLine.arguments.dropFirst(), console)
  console.output.flush()
  console.error.flush()
  exit(status.rawValue)
}
guard let thread else {
  Console.standard().say("the system gives no thread")
  exit(ExitStatus.failure.rawValue)
}
thread.join()
