/// Where something stands in a file that a person wrote.
public struct DeclaredPlace: Hashable, Comparable, Sendable {
  /// Line, from 1.
  public let line: Int
  /// Column, from 1.
  public let column: Int

  /// A place of its parts.
  public init(line: Int, column: Int) {
    (self.line, self.column) = (line, column)
  }

  /// The order of reading.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A piece of YAML, with its place.
public indirect enum Declared: Hashable, Sendable {
  /// A text as written, and whether it stands there without quotes.
  case scalar(String, isPlain: Bool, DeclaredPlace)
  /// Keys and values. Order: as in the file.
  case mapping([Entry], DeclaredPlace)
  /// A list. Order: as in the file.
  case sequence([Declared], DeclaredPlace)

  /// One key of a mapping and its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: Declared
    /// The value.
    public let value: Declared
  }

  /// Where it begins.
  public var place: DeclaredPlace {
    switch self {
    case .scalar(_, _, let place), .mapping(_, let place), .sequence(_, let place): place
    }
  }

  /// Whether it is an empty value: nothing, `~` or `null`.
  public var isNull: Bool {
    guard case .scalar(let text, true, _) = self else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// One thing that is wrong in a file that a person wrote.
public struct DeclarationProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// Where in it.
  public let place: DeclaredPlace
  /// What is wrong, and what would be right.
  public let message: String

  /// A problem of its parts.
  public init(file: String, place: DeclaredPlace, message: String) {
    self.file = file
    self.place = place
    self.message = message
  }

  /// One line: "forkscape.yml:3:5: message".
  public var description: String { "\(file):\(place.line):\(place.column): \(message)" }
}

/// Everything that is wrong in a file that a person wrote.
public struct DeclarationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Never empty. Order: by file, then place.
  public let problems: [DeclarationProblem]

  /// An error of problems in any order.
  public init(_ problems: [DeclarationProblem]) {
    self.problems = problems.sorted { ($0.file, $0.place, $0.message) < ($1.file, $1.place, $1.message) }
  }

  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
