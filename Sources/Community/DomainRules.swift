import Foundation

/// What mail domains stand for, and which accounts are programs. Rules: `known-domains.json`.
struct DomainRules: Sendable {
  /// An organisation of the rules.
  struct Entry: Sendable, Decodable {
    let name: String
    let kind: OrganisationKind
    let domains: [String]
  }

  private struct File: Decodable {
    let organisations: [Entry]
    let freeMail, noReply, forgeAccounts, botWords, botNames: [String]
  }

  /// The organisations. Order: by name.
  let entries: [Entry]
  /// By domain: the place in ``entries``.
  private let byDomain: [String: Int]
  private let freeMail: Set<String>
  private let noReply: Set<String>
  private let forgeAccounts: Set<String>
  private let botWords: Set<String>
  private let botNames: Set<String>

  /// The rules of `known-domains.json`.
  static func standard() throws -> DomainRules {
    let file = try JSONDecoder().decode(File.self, from: Data(PackageResources.known_domains_json))
    return DomainRules(file)
  }

  private init(_ file: File) {
    entries = file.organisations
    byDomain = Dictionary(
      file.organisations.enumerated().flatMap { place, entry in entry.domains.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first }
    )
    (freeMail, noReply) = (Set(file.freeMail), Set(file.noReply))
    forgeAccounts = Set(file.forgeAccounts)
    (botWords, botNames) = (Set(file.botWords), Set(file.botNames))
  }

  /// Parts before the `@` that nobody has to himself.
  static let sharedLocals: Set<String> = [
    "", "root", "admin", "administrator", "noreply", "no-reply", "donotreply", "nobody", "none", "unknown", "user",
    "ubuntu", "vagrant", "git", "github", "svn", "cvs", "info", "mail", "email", "postmaster", "webmaster", "support",
    "test", "localhost", "build", "devnull", "anonymous", "dev", "developer",
  ]

  /// Whether anybody can have an address there, so that it says nothing of an employer.
  func isFreeMail(_ domain: String) -> Bool {
    freeMail.contains(domain) || freeMail.contains(MailAddress.registered(domain))
  }

  /// Whether a forge made the address up.
  func isNoReply(_ domain: String) -> Bool {
    noReply.contains(domain) || domain.contains("noreply") || domain.contains("no-reply")
  }

  /// The place in ``entries`` of the organisation that an address belongs to.
  func organisation(of domain: String) -> Int? {
    if isNoReply(domain) || isFreeMail(domain) || Self.isAlumni(domain) { return nil }
    var rest = Substring(domain)
    while true {
      if let place = byDomain[String(rest)] { return place }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
  }

  /// Whether former students keep their addresses there.
  static func isAlumni(_ domain: String) -> Bool {
    domain.split(separator: ".").contains { $0 == "alum" || $0 == "alumni" || $0 == "alumnos" }
  }

  /// Whether the domain is that of a university by its ending.
  static func isAcademic(_ domain: String) -> Bool {
    let labels = domain.split(separator: ".")
    guard let last = labels.last, labels.count >= 2 else { return false }
    if last == "edu" { return true }
    let second = labels[labels.count - 2]
    return labels.count >= 3 && last.utf8.count == 2 && (second == "edu" || second == "ac")
  }

  /// Whether an account is a forge's own, which commits what people press a button for.
  func isForge(name: String, _ mail: MailAddress) -> Bool {
    forgeAccounts.contains(mail.local + "@" + mail.domain)
      || ["github", "gitlab", "gitee"].contains(name.lowercased())
        && (mail.local.isEmpty || DomainRules.sharedLocals.contains(mail.local))
  }

  /// Whether an account is a program.
  func isBot(name: String, _ mail: MailAddress) -> Bool {
    let name = name.lowercased()
    if name.hasSuffix("[bot]") || mail.local.hasSuffix("[bot]") || botNames.contains(name) { return true }
    func words(_ text: some StringProtocol) -> [String] {
      text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { String($0) }
    }
    // A person called Bot has a first name beside it; a program's own word stands last, or is all there is.
    let (nameWords, localWords) = (words(name), words(mail.local))
    let isNamedSo =
      nameWords.last.map { botWords.contains($0) && (name.contains("-") || name.contains("_") || nameWords.count == 1) }
    return isNamedSo == true || localWords.last.map { $0 == "bot" || $0 == "robot" } == true && localWords.count > 1
      || mail.local == "bot" || nameWords.count > 2 && nameWords.last == "bot"
  }
}

/// What kind of thing an organisation is.
public enum OrganisationKind: String, CaseIterable, Hashable, Sendable, Decodable {
  /// A business.
  case company
  /// A foundation that employs or pays people.
  case foundation
  /// A project that gives its people addresses, whoever employs them.
  case project
  /// A university or research institute.
  case academic
  /// A public authority.
  case government
  /// As a person declared it.
  case declared
  /// A mail domain that several people share, of which nothing else is known.
  case domain
  /// Nobody: free mail, forge addresses, domains of single persons. Unknown, or independent.
  case independent
}
