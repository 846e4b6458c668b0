extension CommandDescription {
  static let completions = CommandDescription(
    name: "completions",
    summary: "print a script that completes this command line in a shell",
    operands: [
      OperandDescription(
        placeholder: "SHELL", count: .one, help: "bash, zsh or fish", choices: ["bash", "zsh", "fish"])
    ],
    options: [],
    discussion: """
      Examples:
        source <(policylens completions bash)
        policylens completions fish > ~/.config/fish/completions/policylens.fish
      """,
    run: { (arguments, console) throws(CommandFailure) in
      let shell = arguments.operands.first ?? "bash"
      console.output.write(Completions.script(for: shell, CommandDescription.all))
      return .success
    })
}
