/// How much of the changes was read: counts, never times, so that every machine finds the same.
public struct PatchLimitsEntry: Hashable, Sendable, Codable {
  /// Files of one commit that are compared line by line.
  public var files: Int
  /// Bytes of a file above which it is compared by its id only.
  public var fileBytes: Int
  /// Lines of one commit whose words are told apart.
  public var lines: Int
  /// Files of one commit by which presence is judged.
  public var judgedFiles: Int
  /// Bytes of a file above which presence is not judged by it.
  public var judgedFileBytes: Int
  /// Lines of a file, added and removed each, by which presence is judged.
  public var judgedLines: Int
  /// Commits of either side of which some file was compared by its id only: binary ones, and those beyond a limit.
  public var partlySeen: Int

  /// Limits of their parts.
  public init(
    files: Int,
    fileBytes: Int,
    lines: Int,
    judgedFiles: Int,
    judgedFileBytes: Int,
    judgedLines: Int,
    partlySeen: Int
  ) {
    self.files = files
    self.fileBytes = fileBytes
    self.lines = lines
    self.judgedFiles = judgedFiles
    self.judgedFileBytes = judgedFileBytes
    self.judgedLines = judgedLines
    self.partlySeen = partlySeen
  }
}
