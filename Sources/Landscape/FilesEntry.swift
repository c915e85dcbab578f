public import GitValues

/// How many paths are of each class: a partition of all paths of base, line and fork, renames followed.
public struct FilesEntry: Hashable, Sendable, Codable {
  /// The number of paths of each class, in the order of ``FileClass/allCases``.
  private var counts: [Int]

  /// Counts of every class that `counts` names, 0 for the others.
  public init(_ counts: [FileClass: Int]) {
    self.counts = FileClass.allCases.map { counts[$0] ?? 0 }
  }

  /// The number of paths of a class.
  public subscript(kind: FileClass) -> Int {
    get { counts[FileClass.allCases.firstIndex(of: kind) ?? 0] }
    set { counts[FileClass.allCases.firstIndex(of: kind) ?? 0] = newValue }
  }

  /// All paths.
  public var total: Int { counts.reduce(0, +) }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    counts = try FileClass.allCases.map { try container.decode(Int.self, forKey: Key($0)) }
  }

  /// Writes the value as the type's documentation says.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for kind in FileClass.allCases {
      try container.encode(self[kind], forKey: Key(kind))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ kind: FileClass) { stringValue = kind.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }
}
