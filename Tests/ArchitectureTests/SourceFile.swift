import Foundation

/// A Swift file of the package, as text.
struct SourceFile {
  /// The path below the package's folder: `Sources/Git/Oid.swift`.
  let path: String
  let lines: [String]

  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file below a folder of the package. Order: by path.
  static func all(in folder: String) throws -> [SourceFile] {
    let root = package.appending(path: folder).path(percentEncoded: false)
    return try FileManager.default.subpathsOfDirectory(atPath: root).sorted().filter { $0.hasSuffix(".swift") }.map {
      try SourceFile("\(folder)/\($0)")
    }
  }

  /// The file at a path below the package's folder.
  init(_ path: String) throws {
    self.path = path
    let text = try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The room that the file lies in.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// Lines of code, with their numbers, without comments.
  var code: [(number: Int, text: Substring)] {
    lines.enumerated().compactMap { index, line in
      // Patterns are slow: most lines have nothing that they could find.
      let comment = line.utf8.contains(UInt8(ascii: "/")) ? line.firstRange(of: /(^|\s)\/\//) : nil
      let text = comment.map { line[..<$0.lowerBound] } ?? line[...]
      return text.allSatisfy(\.isWhitespace) ? nil : (index + 1, text)
    }
  }

  /// The modules that the file imports, with the numbers of the lines.
  var imports: [(number: Int, module: String)] {
    code.filter { $0.text.contains("import ") }.compactMap { number, text in
      let pattern =
        /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
      return text.firstMatch(of: pattern).map { (number, String($0.1)) }
    }
  }

  /// Where a pattern occurs in code: `path:line: text`.
  func places(of pattern: some RegexComponent) -> [String] {
    code.filter { $0.text.contains(pattern) }.map { "\(path):\($0.number): \($0.text)" }
  }
}
