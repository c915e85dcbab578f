/// A fork that the family file names and no clone here is: it is named, and nothing is computed of it.
public struct KnownForkEntry: Hashable, Sendable, Codable {
  /// Its name.
  public var name: String
  /// Whether it has no public sources, by the family file.
  public var isClosed: Bool
  /// What the family file says of its track. null: nothing.
  @Nullable public var track: TrackVerdict?
  /// Where it can be had, by the family file. null: closed, or the file does not say.
  @Nullable public var address: String?
  /// Where what the family file says comes from. null: the file does not say.
  @Nullable public var source: String?

  /// An entry of its parts.
  public init(name: String, isClosed: Bool, track: TrackVerdict?, address: String?, source: String?) {
    (self.name, self.isClosed) = (name, isClosed)
    _track = Nullable(wrappedValue: track)
    _address = Nullable(wrappedValue: address)
    _source = Nullable(wrappedValue: source)
  }
}
