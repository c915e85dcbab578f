import ArgumentParser
import DriftCheck

/// The rules of the drift check.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules of the drift check, explains one, or writes a policy in which all stand.",
    subcommands: [List.self, Explain.self, Template.self],
    defaultSubcommand: List.self
  )

  /// One row a rule.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the rules.")

    func run() {
      let rows = Rule.all.map { [$0.id, $0.severity.rawValue, $0.isOnByDefault ? "on" : "off", $0.purpose] }
      Terminal.out(TextTable([["rule", "severity", "standard", "finds"]] + rows, width: Terminal.width).text)
    }
  }

  /// The page of one rule.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Explains a rule: purpose, parameters, examples.")

    @Argument(help: ArgumentHelp("The rule's id.", valueName: "id"))
    var id: String

    func run() throws {
      guard let rule = Rule.named(id) else {
        throw Failure(.usage, "there is no rule `\(id)`\(Rule.nearest(to: id))")
      }
      Terminal.out(rule.page)
    }
  }

  /// A policy to begin with.
  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes a commented policy in which every rule stands.")

    func run() { Terminal.out(Policy.template) }
  }
}
