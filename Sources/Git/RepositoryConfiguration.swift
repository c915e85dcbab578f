internal import Foundation

/// The few settings of a repository's own configuration file that say what format it has and where it came from.
///
/// Read here and not by libgit2, because a clone is untrusted: includes are not followed and nothing else is obeyed.
public struct RepositoryConfiguration: Hashable, Sendable {
  /// Every value by `section.key` or `section.subsection.key`, section and key in lower case; the last one of a name.
  let values: [String: String]

  /// The settings of `file`; none where it does not exist, as in a bare copy of objects and references.
  init(file: String) throws(GitError) {
    guard RepositoryLayout.isFile(file) else {
      values = [:]
      return
    }
    values = Self.parse(try RepositoryLayout.text(of: file))
  }

  /// The settings that `text`, a configuration file, makes.
  init(text: String) {
    values = Self.parse(text)
  }

  /// The address of the remote `origin`, without user name and password; nil where there is none.
  public var origin: String? {
    guard let address = values["remote.origin.url"], !address.isEmpty else { return nil }
    guard let scheme = address.range(of: "://") else { return address }
    let rest = address[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" }
    guard let at = host.lastIndex(of: "@") else { return address }
    return String(address[..<scheme.upperBound]) + String(rest[rest.index(after: at)...])
  }

  /// Whether the clone was made without some objects, to be fetched on demand.
  public var isPartial: Bool {
    values["extensions.partialclone"] != nil || values["remote.origin.promisor"] == "true"
  }

  private static let harmlessExtensions: Set<String> = [
    "noop", "preciousobjects", "partialclone", "worktreeconfig", "relativeworktrees",
  ]

  /// Throws where the format is one that libgit2 cannot read.
  func checkFormat(subject: String) throws(GitError) {
    let version = values["core.repositoryformatversion"] ?? "0"
    guard let number = Int(version), (0...1).contains(number) else {
      let message = "its repository format is version \(version); only 0 and 1 are known"
      throw GitError(.unsupported("repository format \(version)"), "open", subject, message: message)
    }
    for (name, value) in values.sorted(by: { $0.key < $1.key }) where name.hasPrefix("extensions.") {
      let extensionName = String(name.dropFirst("extensions.".count))
      switch (extensionName, value.lowercased()) {
      case ("objectformat", "sha1"), ("compatobjectformat", _), ("refstorage", "files"): continue
      case ("objectformat", "sha256"):
        let message = "it uses SHA-256 object ids, which libgit2 \(Libgit2.version) cannot read"
        throw GitError(.unsupported("SHA-256 object ids"), "open", subject, message: message)
      case ("refstorage", "reftable"):
        let message = "it keeps its references in reftables, which libgit2 \(Libgit2.version) cannot read"
        throw GitError(.unsupported("reftable references"), "open", subject, message: message)
      case (let known, _) where Self.harmlessExtensions.contains(known): continue
      default:
        // Version 0 repositories may carry extension names without meaning, as git itself treats them.
        if number == 0 { continue }
        let message = "it needs the extension \(extensionName)=\(value), which is not known"
        throw GitError(.unsupported("extension \(extensionName)"), "open", subject, message: message)
      }
    }
  }

  private static func parse(_ text: String) -> [String: String] {
    var values: [String: String] = [:]
    var section = ""
    for rawLine in text.split(whereSeparator: \.isNewline) {
      let line = rawLine.trimmed
      if line.hasPrefix("[") {
        section = sectionName(line)
      } else if !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix(";"), !section.isEmpty {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let key = parts[0].trimmed.lowercased()
        values[section + "." + key] = parts.count > 1 ? unquoted(parts[1].trimmed) : "true"
      }
    }
    return values
  }

  private static func sectionName(_ line: Substring) -> String {
    let inside = line.dropFirst().prefix { $0 != "]" }
    guard let quote = inside.firstIndex(of: "\"") else { return inside.trimmed.lowercased() }
    let subsection = inside[inside.index(after: quote)...].prefix { $0 != "\"" }
    return inside[..<quote].trimmed.lowercased() + "." + subsection
  }

  private static func unquoted(_ value: Substring) -> String {
    if value.hasPrefix("\"") { return String(value.dropFirst().prefix { $0 != "\"" }) }
    return String(value.prefix { $0 != "#" && $0 != ";" }.trimmed)
  }
}

extension Substring {
  /// Without space at both ends.
  fileprivate var trimmed: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
