import DriftCheck
import Foundation

/// Writes what a check says, in every format that was asked for.
struct CheckOutput {
  /// A format and the file that it goes to; nil: standard output.
  struct Target {
    let format: CheckFormat
    let file: String?
  }

  private let check: DriftCheck
  private let style: CheckStyle
  private let isQuiet: Bool

  init(_ check: DriftCheck, _ style: CheckStyle, isQuiet: Bool) {
    self.check = check
    self.style = style
    self.isQuiet = isQuiet
  }

  func write(_ targets: [Target]) throws {
    for target in targets {
      if let file = target.file {
        var style = style
        style.isColoured = false
        try Self.write(try target.format.render(check, style), to: file)
      } else if !isQuiet || target.format != .terminal {
        Terminal.out(try target.format.render(check, style))
      }
    }
    // What a workflow's job shows as its summary; an annotation shows the first ten of a kind only.
    if targets.contains(where: { $0.format == .github || $0.format == .markdown }),
      let summary = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !summary.isEmpty
    {
      try Self.append(try CheckFormat.markdown.render(check, style), to: summary)
    }
  }

  static func write(_ text: String, to file: String) throws {
    do {
      let url = URL(fileURLWithPath: file)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    } catch let error as CocoaError {
      throw Failure(.usage, "\(file): cannot be written: \(error.localizedDescription)")
    }
  }

  private static func append(_ text: String, to file: String) throws {
    let before = FileManager.default.contents(atPath: file) ?? Data()
    try write(String(decoding: before, as: UTF8.self) + text, to: file)
  }
}
