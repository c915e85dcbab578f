public import Foundation
public import GitValues

/// One line of `files/<family>/<name>.jsonl`: a path and what became of it.
public struct FileLine: Hashable, Sendable, Codable {
  /// The path at the base; where the base does not have it, the path of the side that added it.
  public let path: String
  /// Whether ``path`` is percent-encoded because its bytes are not UTF-8.
  public let pathIsEncoded: Bool
  /// What became of it; `class` in JSON.
  public let fileClass: FileClass
  /// The path in the fork, where it is another. null: the same, or not there.
  @Nullable public internal(set) var forkPath: String?
  /// Whether ``forkPath`` is percent-encoded because its bytes are not UTF-8.
  public let forkPathIsEncoded: Bool
  /// The path in the upstream, where it is another. null: the same, or not there.
  @Nullable public internal(set) var upstreamPath: String?
  /// Whether ``upstreamPath`` is percent-encoded because its bytes are not UTF-8.
  public let upstreamPathIsEncoded: Bool

  private enum CodingKeys: String, CodingKey {
    case path, pathIsEncoded
    case fileClass = "class"
    case forkPath, forkPathIsEncoded, upstreamPath, upstreamPathIsEncoded
  }

  /// A line of its parts.
  public init(
    path: String,
    pathIsEncoded: Bool,
    fileClass: FileClass,
    forkPath: String? = nil,
    forkPathIsEncoded: Bool = false,
    upstreamPath: String? = nil,
    upstreamPathIsEncoded: Bool = false
  ) {
    self.path = path
    self.pathIsEncoded = pathIsEncoded
    self.fileClass = fileClass
    _forkPath = Nullable(wrappedValue: forkPath)
    self.forkPathIsEncoded = forkPathIsEncoded
    _upstreamPath = Nullable(wrappedValue: upstreamPath)
    self.upstreamPathIsEncoded = upstreamPathIsEncoded
  }

  /// The lines of a fork as the file has them: one JSON object a line, by path, then class.
  public static func encoded(_ lines: [FileLine]) throws -> Data {
    try JSONLines.encoded(lines.sorted(by: isOrdered))
  }

  /// What ``encoded(_:)`` wrote.
  ///
  /// - Throws: `DecodingError` where a line is none.
  public static func decoded(_ data: Data) throws -> [FileLine] { try JSONLines.decoded(data) }

  private static func isOrdered(_ left: Self, _ right: Self) -> Bool {
    OrderKey.ascending(
      .text(left.path, right.path),
      .text(left.fileClass.rawValue, right.fileClass.rawValue),
      .text(left.forkPath ?? "", right.forkPath ?? ""),
      .text(left.upstreamPath ?? "", right.upstreamPath ?? "")
    )
  }
}
