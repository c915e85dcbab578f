/// What a project says of itself, at its head.
public struct PortraitEntry: Hashable, Sendable, Codable {
  /// The title of its README. null: no README, or none with a title.
  @Nullable public internal(set) var title: String?
  /// Its licence, as an SPDX identifier where the text is known. null: none found.
  @Nullable public internal(set) var license: String?
  /// The first sentence of its README. null: none found.
  @Nullable public internal(set) var describes: String?
  /// The words with which it says that it is a fork, quoted. null: it does not.
  @Nullable public internal(set) var forkOf: String?

  /// A portrait of its parts.
  public init(title: String?, license: String?, describes: String?, forkOf: String?) {
    _title = Nullable(wrappedValue: title)
    _license = Nullable(wrappedValue: license)
    _describes = Nullable(wrappedValue: describes)
    _forkOf = Nullable(wrappedValue: forkOf)
  }
}
