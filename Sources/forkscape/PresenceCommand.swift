import ArgumentParser
import CloneSet
import Foundation
import Git
import PatchFlow
import Pipeline

/// Whether trees of a fork have what commits of its upstream did.
struct PresenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "presence",
    abstract: "Tells from content alone whether a fork's tree has what commits of its upstream did.",
    discussion: """
      Reads one question a line from standard input, a commit of the upstream and a revision of the fork with a space \
      between, and writes one JSON object a line.

        echo "4f0a2c1 HEAD" | forkscape presence --upstream ~/clones/redis --fork ~/clones/valkey
      """
  )

  @Option(help: ArgumentHelp("The upstream.", valueName: "path[@ref]"))
  var upstream: String

  @Option(help: ArgumentHelp("The fork.", valueName: "path[@ref]"))
  var fork: String

  @OptionGroup var options: RunOptions

  private struct Line: Encodable {
    let commit: String
    let revision: String
    let presence: String?
  }

  func run() async throws {
    var questions: [(commit: String, revision: String)] = []
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      if words.isEmpty { continue }
      guard words.count == 2 else { throw Failure(.usage, "a question is a commit and a revision, not: \(line)") }
      questions.append((words[0], words[1]))
    }
    do {
      let subject = AnalysisRequest.Subject.pair(
        upstream: try PairArgument(upstream, currentFolder: options.currentFolder),
        forks: [try PairArgument(named: "fork=\(fork)", currentFolder: options.currentFolder)]
      )
      let answers = try await PresenceRun.answers(to: questions, try options.request(subject))
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for answer in answers {
        let line = Line(commit: answer.commit, revision: answer.revision, presence: answer.presence?.rawValue)
        Terminal.out(String(decoding: try encoder.encode(line), as: UTF8.self) + "\n")
      }
    } catch let problem as CloneProblem {
      throw Failure(.nothing, problem.description)
    } catch let error as GitError {
      throw Failure(.nothing, error.description)
    }
  }
}
