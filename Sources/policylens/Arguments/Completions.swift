/// Scripts that teach a shell to complete PolicyLens's command line, made from the commands' descriptions.
enum Completions {
  static func script(for shell: String, _ commands: [CommandDescription]) -> String {
    switch shell {
    case "zsh": zsh(commands)
    case "fish": fish(commands)
    default: bash(commands)
    }
  }

  private static func bash(_ commands: [CommandDescription]) -> String {
    let cases = commands.map { command in
      let words = (options(of: command) + command.operands.flatMap(\.choices)).joined(separator: " ")
      let values = command.options.filter { !$0.choices.isEmpty }.map { option in
        "      --\(option.name)) words=\"\(option.choices.joined(separator: " "))\" ;;\n"
      }
      return """
            \(command.name)) words="\(words)"
              case "$previous" in
        \(values.joined())      *) ;;
              esac ;;

        """
    }
    return """
      _policylens() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words=""
        if [ "$COMP_CWORD" -eq 1 ]; then
          words="\(commands.map(\.name).joined(separator: " ")) --help --version"
        else
          case "${COMP_WORDS[1]}" in
      \(cases.joined())      *) ;;
          esac
        fi
        COMPREPLY=($(compgen -W "$words" -- "$current"))
        case "$current" in -*) ;; *) COMPREPLY+=($(compgen -f -- "$current")) ;; esac
      }
      complete -o filenames -F _policylens policylens

      """
  }

  private static func zsh(_ commands: [CommandDescription]) -> String {
    let list = commands.map { "    '\($0.name):\(quoted($0.summary))'\n" }.joined()
    let cases = commands.map { command in
      let options = command.options.map { option -> String in
        let star = option.isRepeatable ? "*" : ""
        let action = option.isPath ? "_files" : "(\(option.choices.joined(separator: " ")))"
        let value = option.placeholder == nil ? "" : ":value:\(option.isRepeatable ? " " : action)"
        return "'\(star)--\(option.name)[\(quoted(option.help))]\(value)'"
      }
      let operands = command.operands.map { operand in
        let action = operand.choices.isEmpty ? "_files" : "(\(operand.choices.joined(separator: " ")))"
        return "'\([.oneOrMore, .any].contains(operand.count) ? "*" : "")::\(operand.placeholder):\(action)'"
      }
      return
        "    \(command.name)) _arguments \((options + operands + ["'--help'"]).joined(separator: " ")) ;;\n"
    }
    return """
      #compdef policylens
      _policylens() {
        local -a commands
        commands=(
      \(list)  )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        shift words
        (( CURRENT-- ))
        case $words[1] in
      \(cases.joined())  esac
      }
      compdef _policylens policylens

      """
  }

  private static func fish(_ commands: [CommandDescription]) -> String {
    var lines = ["complete -c policylens -n __fish_use_subcommand -f"]
    for command in commands {
      lines.append(
        "complete -c policylens -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'")
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options {
        let value =
          option.placeholder == nil
          ? "" : option.choices.isEmpty ? " -r" : " -x -a '\(option.choices.joined(separator: " "))'"
        lines.append(
          "complete -c policylens \(condition) -l \(option.name)\(value) -d '\(quoted(option.help))'")
      }
      for choices in command.operands.map(\.choices) where !choices.isEmpty {
        lines.append("complete -c policylens \(condition) -a '\(choices.joined(separator: " "))'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func options(of command: CommandDescription) -> [String] {
    command.options.map { "--" + $0.name } + ["--help"]
  }

  private static func quoted(_ text: String) -> String {
    text.filter { !"'[]:".contains($0) }
  }
}
