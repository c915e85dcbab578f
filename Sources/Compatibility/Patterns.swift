import Foundation

/// What regular expressions find: the groups `name` and `value`, and `owner` before the name where there is one.
struct Patterns {
  private struct Expression {
    let regex: NSRegularExpression
    let hasValue: Bool
    let hasOwner: Bool
  }

  private let expressions: [Expression]
  private let isCode: Bool

  /// - Parameter isCode: whether comments are C's, and say nothing.
  /// - Throws: where a pattern is no regular expression.
  init(_ patterns: [String], isCode: Bool) throws {
    expressions = try patterns.map { pattern in
      Expression(
        regex: try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines),
        hasValue: pattern.contains("(?<value>"),
        hasOwner: pattern.contains("(?<owner>")
      )
    }
    self.isCode = isCode
  }

  /// Sources whose comments are those of C, by the ending of their name.
  static func isCode(_ ending: some StringProtocol) -> Bool {
    ["c", "cc", "cpp", "cxx", "h", "hh", "hpp", "inc", "go", "java", "rs", "js", "ts", "cs", "def", "in"].contains(
      ending
    )
  }

  func extract(_ bytes: [UInt8]) -> Extraction {
    var text = bytes
    if isCode {
      do throws(SourceText.Unended) { text = try SourceText.withoutComments(bytes) } catch { return error.extraction }
    }
    let string = String(decoding: text, as: UTF8.self)
    let whole = NSString(string: string)
    var found: [(place: Int, element: Element)] = []
    for expression in expressions {
      for match in expression.regex.matches(in: string, range: NSRange(location: 0, length: whole.length)) {
        guard var name = Self.group("name", match, whole), !name.isEmpty else { continue }
        if expression.hasOwner, let owner = Self.group("owner", match, whole), !owner.isEmpty {
          name = "\(owner) \(name)"
        }
        let value = expression.hasValue ? Self.group("value", match, whole) : nil
        found.append((match.range.location, Element(name, Self.normalised(value ?? ""))))
      }
    }
    return .merging(found.sorted { $0.place < $1.place }.map(\.element))
  }

  private static func group(_ name: String, _ match: NSTextCheckingResult, _ text: NSString) -> String? {
    let range = match.range(withName: name)
    return range.location == NSNotFound ? nil : text.substring(with: range)
  }

  /// One space for any.
  static func normalised(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
