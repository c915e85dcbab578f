public import Evidence
import GitValues
import Landscape

/// Where a finding is to be seen.
public struct FindingPlace: Hashable, Sendable, Codable {
  /// Which files a path is one of.
  public enum Root: String, Hashable, Sendable, Codable, CaseIterable {
    /// The fork's own tree.
    case fork
    /// The policy, where the finding's rule stands in it.
    case policy
    /// The file of waivers.
    case waivers
  }

  /// Which files ``path`` is one of.
  public let root: Root
  /// The path, relative to the root; for policy and waivers as it was given.
  public let path: String
  /// The line, from 1. null: the file as a whole.
  public let line: Int?

  /// A place of its parts.
  public init(root: Root, path: String, line: Int? = nil) {
    self.root = root
    self.path = path
    self.line = line
  }
}

/// What the decision on a finding is.
public enum FindingState: String, Hashable, Sendable, Codable, CaseIterable {
  /// Nobody has decided: it counts.
  case new
  /// The baseline has it too: it is shown and does not count.
  case known
  /// A waiver accepts it: it is shown and does not count.
  case waived

  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// One result of the drift check.
public struct Finding: Hashable, Sendable {
  /// The id of the rule that found it.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// Whether it counts.
  public var state: FindingState
  /// The family's name; empty for a finding about waivers.
  public var family: String
  /// The fork's name; empty for a finding about waivers.
  public var fork: String
  /// Where it is to be seen; nil where it is no matter of one file.
  public var place: FindingPlace?
  /// The message's id.
  public var message: String
  /// What the message is filled with.
  public var parameters: Parameters
  /// The English rendering: one sentence of plain text, no markup. May hold foreign text; whoever renders it escapes.
  public var text: String
  /// What to do about it: one sentence of plain text.
  public var remedy: String
  /// The same for the same finding in every run, whatever its figures: 32 hexadecimal digits.
  public var fingerprint: String
  /// The waiver that accepts it; nil where none does.
  public var waiver: Waiver?
}

extension Finding {
  /// The total order: what counts first, heaviest first, then family, fork, rule, place, text, fingerprint.
  static func isOrdered(_ left: Finding, _ right: Finding) -> Bool {
    let states = (left.state, right.state)
    if states.0 != states.1 { return states.0.rank < states.1.rank }
    if left.severity != right.severity { return left.severity > right.severity }
    for (one, other) in [
      (left.family, right.family), (left.fork, right.fork), (left.rule, right.rule),
      (left.place?.path ?? "", right.place?.path ?? ""),
    ] where one != other { return one.precedes(other) }
    if left.place?.line != right.place?.line { return (left.place?.line ?? 0) < (right.place?.line ?? 0) }
    return (left.text, left.fingerprint) < (right.text, right.fingerprint)
  }
}

/// A hash of what a finding is, its figures left out.
enum Fingerprint {
  /// FNV-1a of the parts, a zero byte after each, twice with different starts: 32 hexadecimal digits.
  static func of(_ parts: String...) -> String {
    let starts: [UInt64] = [0xcbf2_9ce4_8422_2325, 0x6c62_272e_07bb_0142]
    let bytes: [UInt8] = parts.reduce(into: []) { $0 += Array($1.utf8) + [UInt8(0)] }
    return starts.map { start in
      let digits = String(StableHash.of(bytes, from: start), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
