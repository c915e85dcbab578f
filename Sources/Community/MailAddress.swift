/// A mail address as far as it tells people and organisations apart. Never shown.
struct MailAddress: Hashable, Sendable {
  /// What stands before the `@`, in lower case; the whole where there is none.
  let local: String
  /// What stands behind it, in lower case; empty where there is none.
  let domain: String

  /// The address that `bytes` hold, freed from what people put around one.
  init(_ bytes: some Sequence<UInt8>) {
    let outer: Set<UInt8> = Set("<>\"'()[];,. \t".utf8)
    var text = Array(bytes).map { $0 >= 0x41 && $0 <= 0x5a ? $0 | 0x20 : $0 }
    while let last = text.last, outer.contains(last) { text.removeLast() }
    text = Array(text.drop { outer.contains($0) })
    if text.starts(with: "mailto:".utf8) { text.removeFirst(7) }
    let at = text.lastIndex(of: UInt8(ascii: "@"))
    local = String(decoding: text[..<(at ?? text.endIndex)], as: UTF8.self)
    domain = at.map { String(decoding: text[($0 + 1)...], as: UTF8.self) } ?? ""
  }

  init(local: String, domain: String) { (self.local, self.domain) = (local, domain) }

  /// Whether the domain is a name of the public network: not `localhost`, `(none)`, a machine's bare name, the id of a
  /// Subversion repository or a number.
  var hasPublicDomain: Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2 else { return false }
    let isName = labels.allSatisfy { label in
      !label.isEmpty && label.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2d }
    }
    let isNumber = last.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    return isName && !isNumber
      && !["local", "localdomain", "localhost", "lan", "home", "internal", "invalid"].contains(last)
  }

  /// The part of the domain that somebody registers: `example.co.uk` of `mail.example.co.uk`.
  var registeredDomain: String { Self.registered(domain) }

  static func registered(_ domain: String) -> String {
    let labels = domain.split(separator: ".")
    guard labels.count > 2, let last = labels.last else { return domain }
    let second = labels[labels.count - 2]
    let isDivided =
      last.utf8.count == 2
      && ["ac", "co", "com", "edu", "go", "gob", "gov", "govt", "id", "mil", "ne", "net", "nom", "or", "org", "sch"]
        .contains(second)
    return labels.suffix(isDivided ? 3 : 2).joined(separator: ".")
  }

  /// The account on a forge, of an address that the forge made up: `12345+name@users.noreply.github.com`.
  func forgeLogin(_ rules: DomainRules) -> String? {
    guard rules.isNoReply(domain), !local.isEmpty else { return nil }
    let login = local.split(separator: "+", maxSplits: 1).last.map(String.init) ?? local
    return login.isEmpty || DomainRules.sharedLocals.contains(login) ? nil : login + "@" + domain
  }

  /// The same for all spellings of one mailbox: without `+tag`.
  var mailbox: MailAddress {
    let base = local.split(separator: "+", maxSplits: 1).first.map(String.init) ?? local
    return MailAddress(local: base, domain: domain == "googlemail.com" ? "gmail.com" : domain)
  }
}
