import Foundation
import Logging
import Pipeline
import Report

/// Standard error and its progress; standard output carries results only.
enum Terminal {
  /// When colour is used.
  enum Colour: String, CaseIterable {
    case auto, always, never

    /// Whether standard output gets colour.
    var isOn: Bool {
      switch self {
      case .always: true
      case .never: false
      case .auto: isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
      }
    }
  }

  /// Whether standard error is a terminal.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal; without end where there is none: what reads a pipe wants all of it.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return .max }
    return Int(size.ws_col)
  }

  /// Writes lines to standard error, what names of clones hold made visible.
  static func error(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.of(String($0)) }
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// Writes a text to standard output as it is.
  static func out(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}

/// Shows on a terminal's standard error what an analysis is doing: one line that is written anew.
struct ProgressLine: Sendable {
  private let isShown: Bool
  private let logger: Logger?

  /// - Parameter isQuiet: whether nothing is shown.
  /// - Parameter isVerbose: whether every event becomes a line of its own.
  init(isQuiet: Bool, isVerbose: Bool) {
    isShown = !isQuiet && !isVerbose && isatty(STDERR_FILENO) == 1
    logger = isVerbose ? Logger(label: "forkscape") { StreamLogHandler.standardError(label: $0) } : nil
  }

  /// Shows `event`.
  func show(_ event: AnalysisEvent) {
    let text = Self.text(event)
    if let logger {
      logger.info("\(text)")
    } else if case .cacheFailed = event {
      Terminal.error("forkscape: \(text)")
    } else if isShown {
      FileHandle.standardError.write(Data("\r\u{1b}[K\(text)".utf8))
    }
  }

  /// Takes the line away.
  func finish() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1b}[K".utf8)) }
  }

  private static func text(_ event: AnalysisEvent) -> String {
    switch event {
    case .searching: "searching for clones…"
    case .opening(let clones): "opening \(clones) clones…"
    case .readingHistory: "reading the history…"
    case .historyRead(let commits, let fromCache): "\(commits) commits\(fromCache ? ", known from an earlier run" : "")"
    case .analysing(let fork): "analysing \(VisibleText.of(fork))…"
    case .analysed(let fork, let done, let all): "\(done) of \(all): \(VisibleText.of(fork))"
    case .timed(let step, let milliseconds): "\(VisibleText.of(step)): \(milliseconds) ms"
    case .cacheFailed(let reason): "the cache is not used: \(reason)"
    }
  }
}
