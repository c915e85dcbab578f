/// What a person declares about families, lines, tracks and organisations: `forkscape.yml`.
public struct FamilyFile: Hashable, Sendable {
  /// Where something stands in the file.
  public struct Place: Hashable, Comparable, Sendable {
    /// Line, from 1.
    public let line: Int
    /// Column, from 1.
    public let column: Int

    /// The order of reading.
    public static func < (left: Self, right: Self) -> Bool {
      (left.line, left.column) < (right.line, right.column)
    }
  }

  /// The verdicts that can be declared.
  public enum Track: String, Hashable, Sendable, CaseIterable {
    /// `same-track`.
    case sameTrack = "same-track"
    /// `different-track`.
    case differentTrack = "different-track"
    /// `undetermined`.
    case undetermined
  }

  /// A family's declared upstream.
  public struct Upstream: Hashable, Sendable {
    /// A name or a path of a clone.
    public let clone: String
    /// The line that stands for it; nil where the clone's own head does.
    public let line: String?
    /// Where the repository can be had; nil where the file does not say.
    public let address: String?
    /// Where it is declared.
    public let place: Place
  }

  /// A declared fork.
  public struct Fork: Hashable, Sendable {
    /// Its name, shown everywhere.
    public let name: String
    /// A name or a path of a clone; the fork's name where the file does not say. nil where ``isClosed``: no clone is it.
    public let clone: String?
    /// The fork's branch; nil where the clone's own head is meant.
    public let ref: String?
    /// The upstream line that it follows; nil where it is to be found.
    public let line: String?
    /// The declared track; nil where none is.
    public let track: Track?
    /// The folder of the fork in which upstream's tree lives, without slashes at its ends; empty for the top; nil where
    /// it is to be found.
    public let prefix: String?
    /// Where the repository can be had; nil where the file does not say.
    public let address: String?
    /// Whether it has no public sources, so that no clone of it can be had: it is named, and nothing is computed of it.
    public let isClosed: Bool
    /// Where what is declared of it comes from; nil where the file does not say.
    public let source: String?
    /// Where it is declared.
    public let place: Place
  }

  /// A declared family.
  public struct Family: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its upstream; nil where it is to be found.
    public let upstream: Upstream?
    /// Its forks. Order: as in the file.
    public let forks: [Fork]
    /// Where it is declared.
    public let place: Place
  }

  /// A declared organisation.
  public struct Organisation: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Mail domains of its people, in lower case. Order: as in the file.
    public let domains: [String]
    /// Names or mail addresses of people whose address does not tell. Order: as in the file.
    public let people: [String]
    /// Since when, in seconds since 1970, midnight in UTC; nil for always.
    public let from: Int64?
    /// Until when, as ``from``; that day is not in it any more. nil for ever.
    public let until: Int64?
    /// Where it is declared.
    public let place: Place
  }

  /// Declared families. Order: as in the file.
  public let families: [Family]
  /// Declared organisations. Order: as in the file.
  public let organisations: [Organisation]
  /// Declared profiles of surfaces. Order: as in the file.
  public let profiles: [SurfaceProfile]
  /// Whether `policy` holds anything.
  public let hasPolicy: Bool

  /// The file that declares `text`.
  ///
  /// - Parameter file: its name in problems.
  /// - Throws: ``FamilyFileError`` with every problem that was found.
  public init(text: String, file: String = "forkscape.yml") throws(FamilyFileError) {
    var reader = FamilyFileReader(file: file)
    let (families, organisations, profiles, hasPolicy) = reader.read(text)
    if !reader.problems.isEmpty {
      throw FamilyFileError(problems: reader.problems.sorted { ($0.place, $0.message) < ($1.place, $1.message) })
    }
    self.families = families
    self.organisations = organisations
    self.profiles = profiles
    self.hasPolicy = hasPolicy
  }
}

/// One thing that is wrong in a family file.
public struct FamilyFileProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// Where in it.
  public let place: FamilyFile.Place
  /// What is wrong, and what would be right.
  public let message: String

  /// One line: "forkscape.yml:3:5: message".
  public var description: String { "\(file):\(place.line):\(place.column): \(message)" }
}

/// Everything that is wrong in a family file.
public struct FamilyFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Never empty. Order: by place.
  public let problems: [FamilyFileProblem]

  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
