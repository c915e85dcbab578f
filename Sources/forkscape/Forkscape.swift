import ArgumentParser
import CMalloc
import Git
import Glibc

/// The command line: arguments, terminal and exit codes; everything else is the library's.
@main
struct Forkscape: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "forkscape",
    abstract: "Tells the landscape of an upstream and its forks, from local clones alone.",
    discussion: """
      Start with `forkscape demo`, or with `forkscape analyze FOLDER` on a folder of clones. No clone is \
      changed, and only `forkscape clone` fetches anything.

      Exit codes: 0 done · 1 findings (only check) · 2 wrong usage or configuration · 3 done, but some input could not \
      be read · 4 nothing could be analysed.
      """,
    version: "forkscape \(version) (libgit2 \(Libgit2.version): \(Libgit2.features.joined(separator: ", ")))",
    subcommands: [
      AnalyzeCommand.self, ScanCommand.self, ExplainCommand.self, PatchesCommand.self, PresenceCommand.self,
      CheckCommand.self, RulesCommand.self, ReportCommand.self, CompareCommand.self, InitCommand.self,
      CloneCommand.self, SchemaCommand.self, DemoCommand.self,
    ]
  )

  static func main() async {
    Interruption.cleanUpWhenInterrupted()
    keepFreedMemory()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  /// Contents come and go by the megabyte. The C library gives each back to the system at once and asks for it again, which
  /// takes a twentieth of a run; now it keeps what it has.
  private static func keepFreedMemory() {
    mallopt(M_TRIM_THRESHOLD, 512 << 20)
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
  }

  /// Prints what `error` is and ends the process with the exit code that stands for it.
  private static func leave(with error: any Error) -> Never {
    if let failure = error as? Failure {
      Terminal.error("forkscape: \(failure.message)")
      Glibc.exit(failure.status.rawValue)
    }
    if let status = error as? ExitStatus { Glibc.exit(status.rawValue) }
    // Help and version are no failures; what the parser refuses is wrong usage.
    let isUsage = exitCode(for: error) != .success
    let text = fullMessage(for: error)
    if isUsage { Terminal.error(text) } else { print(text) }
    Glibc.exit(isUsage ? ExitStatus.usage.rawValue : ExitStatus.done.rawValue)
  }
}
