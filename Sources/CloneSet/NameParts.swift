/// What a clone's address and folder say of its name.
public struct NameParts: Hashable, Sendable {
  /// Where owner and name come from.
  public enum Source: Hashable, Sendable {
    /// The address of the remote `origin`.
    case origin
    /// A folder named `OWNER+NAME`.
    case ownerFolder
    /// The clone's own folder.
    case folder
  }

  /// Who publishes it; nil where neither the address nor a folder says so.
  public let owner: String?
  /// The bare name, without owner and `.git`. Never empty.
  public let name: String
  /// Where they come from.
  public let source: Source
  /// The path as the user wrote it: the name of last resort.
  public let path: String

  /// The name as `OWNER/NAME`; nil without an owner.
  public var fullName: String? { owner.map { "\($0)/\(name)" } }

  /// Parts as they are.
  public init(owner: String?, name: String, source: Source, path: String) {
    self.owner = owner
    self.name = name
    self.source = source
    self.path = path
  }

  /// The parts of a clone.
  ///
  /// - Parameters:
  ///   - origin: the address of its remote `origin`; nil without one.
  ///   - folder: its folder, absolute.
  ///   - path: its path as the user wrote it.
  public init(origin: String?, folder: String, path: String) {
    if let origin, let found = Self.ownerAndName(ofAddress: origin) {
      self.init(owner: found.owner, name: found.name, source: .origin, path: path)
      return
    }
    var parts = PathText.parts(of: folder)
    if parts.last == ".git", parts.count > 1 { parts.removeLast() }
    for part in parts.suffix(2).reversed() {
      guard let found = Self.ownerAndName(ofFolder: part) else { continue }
      self.init(owner: found.owner, name: found.name, source: .ownerFolder, path: path)
      return
    }
    let name = parts.last.map(Self.withoutSuffix) ?? path
    self.init(owner: nil, name: name, source: .folder, path: path)
  }

  /// Owner and name of an address: `https://host/OWNER/NAME.git`, `user@host:OWNER/NAME`, a path.
  private static func ownerAndName(ofAddress address: String) -> (owner: String?, name: String)? {
    var rest = address[...]
    var isHost = false
    if let scheme = address.firstRange(of: "://") {
      isHost = address[..<scheme.lowerBound].lowercased() != "file"
      rest = address[scheme.upperBound...]
      rest = rest.prefix { $0 != "?" && $0 != "#" }
      // The host, and nothing for file:///path.
      rest = rest.drop { $0 != "/" }
    } else if let colon = address.firstIndex(of: ":"), !address[..<colon].contains("/") {
      isHost = true
      rest = address[address.index(after: colon)...]
    }
    var parts = rest.split(separator: "/").filter { $0 != "." }
    if parts.last == ".git" { parts.removeLast() }
    guard let last = parts.last, last != "..", last != "~" else { return nil }
    let name = withoutSuffix(String(last))
    guard !name.isEmpty, parts.count > 1 || !isHost || !rest.isEmpty else { return nil }
    let owner = parts.dropLast().last.map(String.init)
    return (owner == ".." || owner?.hasPrefix("~") == true && !isHost ? nil : owner, name)
  }

  /// Owner and name of a folder `OWNER+NAME`; nil for another one, such as `libstdc++`.
  private static func ownerAndName(ofFolder folder: String) -> (owner: String, name: String)? {
    let parts = folder.split(separator: "+", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !folder.contains(where: \.isWhitespace) else { return nil }
    let name = withoutSuffix(String(parts[1]))
    return name.isEmpty ? nil : (String(parts[0]), name)
  }

  private static func withoutSuffix(_ name: String) -> String {
    name.hasSuffix(".git") && name.count > 4 ? String(name.dropLast(4)) : name
  }
}
