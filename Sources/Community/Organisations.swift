/// What a person declares of an organisation.
public struct DeclaredOrganisation: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Mail domains of its people, in lower case.
  public let domains: [String]
  /// Names and mail addresses of its people, for those whose address does not tell.
  public let people: [String]
  /// Since when, in seconds since 1970; nil for always.
  public let from: Int64?
  /// Until when, in seconds since 1970, that moment left out; nil for ever.
  public let until: Int64?

  /// An organisation of its parts.
  public init(name: String, domains: [String], people: [String], from: Int64?, until: Int64?) {
    (self.name, self.domains, self.people, self.from, self.until) = (name, domains, people, from, until)
  }
}

/// One organisation of a family.
public struct Organisation: Hashable, Sendable {
  /// Its name; of a domain of which nothing else is known, the domain.
  public let name: String
  /// What it is.
  public let kind: OrganisationKind
}

/// For whom people work, by the addresses that they use, and when.
struct Organisations: Sendable {
  /// The place of those who belong to none that is known.
  static let independent = 0

  /// All of them; the first stands for nobody.
  let all: [Organisation]
  /// By signature: what its address tells.
  private let standing: [Int32]
  /// By signature: what was declared, in the order of the file.
  private let declared: [Int32: [Period]]

  private struct Period: Sendable {
    let organisation: Int32
    let from: Int64
    let until: Int64
  }

  /// The place in ``all`` of the organisation under which `signature` acted at a time.
  func organisation(of signature: Int32, at time: Int64) -> Int {
    if let periods = declared[signature], let period = periods.first(where: { $0.from <= time && time < $0.until }) {
      return Int(period.organisation)
    }
    return Int(standing[Int(signature)])
  }

  init(_ people: People, _ declarations: [DeclaredOrganisation], _ rules: DomainRules) {
    var all = [Organisation(name: "", kind: .independent)]
    var places: [String: Int32] = [:]
    func place(_ name: String, _ kind: OrganisationKind) -> Int32 {
      if let known = places[name] { return known }
      places[name] = Int32(all.count)
      all.append(Organisation(name: name, kind: kind))
      return Int32(all.count - 1)
    }
    let known = Set(rules.entries.map(\.name))
    for declaration in declarations where !known.contains(declaration.name) {
      _ = place(declaration.name, .declared)
    }
    let shared = Self.sharedDomains(people, rules)
    standing = people.mails.enumerated().map { signature, mail in
      guard people.kinds[people.person(Int32(signature))] == .human, mail.hasPublicDomain else { return 0 }
      if let entry = rules.organisation(of: mail.domain) {
        return place(rules.entries[entry].name, rules.entries[entry].kind)
      }
      let domain = mail.registeredDomain
      guard shared.contains(domain), !DomainRules.isAlumni(mail.domain) else { return 0 }
      return place(domain, DomainRules.isAcademic(domain) ? .academic : .domain)
    }
    var periods: [Int32: [Period]] = [:]
    for declaration in declarations {
      let kind = rules.entries.first { $0.name == declaration.name }?.kind ?? .declared
      let period = Period(
        organisation: place(declaration.name, kind),
        from: declaration.from ?? .min,
        until: declaration.until ?? .max
      )
      let wanted = Set(declaration.people.map { $0.lowercased() })
      let domains = Set(declaration.domains)
      for (signature, mail) in people.mails.enumerated() {
        let person = people.person(Int32(signature))
        let name = NameKey.folded(String(decoding: people.names[person], as: UTF8.self))
        let isMeant =
          wanted.contains(mail.local + "@" + mail.domain) || wanted.contains(name)
          || domains.contains { mail.domain == $0 || mail.domain.hasSuffix("." + $0) }
        if isMeant { periods[Int32(signature), default: []].append(period) }
      }
    }
    declared = periods
    self.all = all
  }

  /// Registered domains that at least three people use and that no list knows.
  private static func sharedDomains(_ people: People, _ rules: DomainRules) -> Set<String> {
    var users: [String: Set<Int>] = [:]
    for (signature, mail) in people.mails.enumerated() {
      let person = people.person(Int32(signature))
      guard people.kinds[person] == .human, mail.hasPublicDomain, !rules.isFreeMail(mail.domain),
        !rules.isNoReply(mail.domain), rules.organisation(of: mail.domain) == nil
      else { continue }
      users[mail.registeredDomain, default: []].insert(person)
    }
    return Set(users.filter { $0.value.count >= 3 }.keys)
  }
}
