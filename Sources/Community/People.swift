import Git

/// The accounts that stand in commits, joined to people.
public struct People: Sendable {
  /// The number of a person.
  public typealias Person = Int

  /// By signature: the person.
  let persons: [Int32]
  /// By person: what it is.
  let kinds: [Kind]
  /// By person: the name that is shown.
  public let names: [[UInt8]]
  /// By person: how many addresses were joined; 0 for names without one.
  let addresses: [Int32]
  /// By signature: its address after the mailmaps.
  let mails: [MailAddress]
  /// Why each pair of signatures was joined. Order: by signature.
  public let joins: [Join]

  /// Who acts under an account.
  public enum Kind: UInt8, Sendable {
    /// A person with an address.
    case human
    /// A name in a message, without an address: counted apart, since a name alone joins nobody.
    case nameOnly
    /// A program.
    case bot
    /// The forge, at the press of somebody's button.
    case forge
  }

  /// Two signatures that are one person.
  public struct Join: Hashable, Sendable {
    /// The grounds of a join.
    public enum Reason: String, Hashable, Sendable {
      /// A `.mailmap` gives them one name and address.
      case mailmap
      /// The same address.
      case address
      /// The same full name at the same domain.
      case nameAndDomain
      /// The same account on a forge.
      case account
      /// The same full name, and the same account name at different domains; or the same name and account, one of them on
      /// a machine without a public name.
      case nameAndAccount
    }

    /// The later signature.
    public let signature: Signatures.Index
    /// The one that it was joined to.
    public let to: Signatures.Index
    /// The grounds.
    public let reason: Reason
  }

  /// By signature: whom it names together, `Ada Example and Bea Example`, as far as they are known by the same domain.
  let pairs: [Int32: [Int32]]

  /// How many people, programs and names there are.
  public var count: Int { kinds.count }

  /// Who acts under a signature: mostly one; several where it names a pair.
  func persons(_ signature: Int32) -> [Person] {
    pairs[signature].map { $0.map { Person($0) } } ?? [person(signature)]
  }

  /// The person of a signature; of a pair that is known, the first.
  func person(_ signature: Int32) -> Person {
    Int(pairs[signature]?.first ?? persons[Int(signature)])
  }
}

extension People {
  /// Joins `signatures`.
  ///
  /// - Parameter weights: by signature, how often it stands in commits: the commonest name is shown.
  /// - Parameter mailmaps: contents of `.mailmap` files, the first that knows an account wins.
  /// - Throws: `GitError` where libgit2 cannot make a map of one.
  static func join(
    _ signatures: Signatures,
    weights: [Int],
    mailmaps: [[UInt8]],
    _ rules: DomainRules
  ) throws(GitError) -> People {
    var joining = Joining(signatures, try mapped(signatures, mailmaps), rules)
    joining.joinAll()
    return joining.people(weights)
  }

  /// By signature: name and address after the maps, and whether one changed them.
  private static func mapped(_ signatures: Signatures, _ mailmaps: [[UInt8]]) throws(GitError) -> [Account] {
    var maps: [Mailmap] = []
    for content in mailmaps { maps.append(try Mailmap(content)) }
    var accounts: [Account] = []
    accounts.reserveCapacity(signatures.count)
    for index in 0..<signatures.count {
      let (name, mail) = (Array(signatures.name(index)), Array(signatures.mail(index)))
      var account = Account(name: name, mail: MailAddress(mail), isMapped: false)
      if !mail.isEmpty {
        for map in maps {
          let real = try map.resolve(name: name, email: mail)
          if real.name != name || real.email != mail {
            account = Account(name: real.name, mail: MailAddress(real.email), isMapped: true)
            break
          }
        }
      }
      accounts.append(account)
    }
    return accounts
  }
}

/// A signature after the mailmaps.
struct Account {
  let name: [UInt8]
  let mail: MailAddress
  let isMapped: Bool
}

/// Joins accounts, strongest grounds first.
private struct Joining {
  private let signatures: Signatures
  private let accounts: [Account]
  private let names: [String]
  private let rules: DomainRules
  private var parents: [Int32]
  private var joins: [People.Join] = []
  /// By place: accounts without an address and programs are joined by nothing but equality.
  private let isHuman: [Bool]
  /// By place: whether it names several people, whose address is one of theirs at best.
  private let isPair: [Bool]

  init(_ signatures: Signatures, _ accounts: [Account], _ rules: DomainRules) {
    self.signatures = signatures
    self.accounts = accounts
    self.rules = rules
    names = accounts.map { String(decoding: $0.name, as: UTF8.self) }
    parents = (0..<accounts.count).map { Int32($0) }
    isPair = names.map { NameKey.parts($0).count > 1 }
    isHuman = zip(accounts, names).map { account, name in
      !(account.mail.local.isEmpty && account.mail.domain.isEmpty) && !rules.isForge(name: name, account.mail)
    }
  }

  mutating func joinAll() {
    join(by: .mailmap, accounts.indices.map(mappedKey))
    let isShared = sharedMailboxes()
    join(by: .address, accounts.indices.map { addressKey($0, isShared) })
    join(by: .account, accounts.map { $0.mail.forgeLogin(rules) })
    join(by: .nameAndDomain, accounts.indices.map(nameKey))
    join(by: .nameAndAccount, accounts.indices.map { accountKey($0, isShared) })
    joinMachines(isShared)
  }

  private func mappedKey(_ place: Int) -> String? {
    let account = accounts[place]
    return account.isMapped ? "\(NameKey.folded(names[place]))\n\(account.mail.local)@\(account.mail.domain)" : nil
  }

  private func addressKey(_ place: Int, _ isShared: Set<MailAddress>) -> String? {
    let mail = accounts[place].mail
    if mail.forgeLogin(rules) != nil { return nil }
    let box = mail.mailbox
    let isOwn = !DomainRules.sharedLocals.contains(box.local) && !isShared.contains(box)
    // A mailbox that many use is a person's only under the person's name.
    return isOwn ? "\(box.local)@\(box.domain)" : "\(box.local)@\(box.domain)\n\(NameKey.folded(names[place]))"
  }

  private func nameKey(_ place: Int) -> String? {
    let mail = accounts[place].mail
    guard mail.hasPublicDomain, !rules.isFreeMail(mail.domain), !rules.isNoReply(mail.domain),
      let key = NameKey.full(names[place], local: mail.local)
    else { return nil }
    return "\(key)\n\(mail.registeredDomain)"
  }

  /// A long name with the same account name, whatever the domain.
  private func accountKey(_ place: Int, _ isShared: Set<MailAddress>) -> String? {
    guard let (name, local) = account(place, isShared), NameKey.isLong(names[place]) else { return nil }
    return "\(name)\n\(local)"
  }

  /// Name and account name; nil where one of them is nobody's own.
  private func account(_ place: Int, _ isShared: Set<MailAddress>) -> (name: String, local: String)? {
    let mail = accounts[place].mail
    let local = mail.forgeLogin(rules).map { String($0.prefix { $0 != "@" }) } ?? mail.mailbox.local
    let name = NameKey.folded(names[place])
    guard local.count >= 4, !name.isEmpty, !DomainRules.sharedLocals.contains(local),
      !DomainRules.sharedLocals.contains(name), !isShared.contains(mail.mailbox)
    else { return nil }
    return (name, local)
  }

  /// Joins addresses of machines without a public name, `ada@laptop.local`, to the one person who has the same name and
  /// account name elsewhere.
  private mutating func joinMachines(_ isShared: Set<MailAddress>) {
    var roots: [String: Set<Int>] = [:]
    var first: [String: Int] = [:]
    let keys = accounts.indices.map { place in account(place, isShared).map { "\($0.name)\n\($0.local)" } }
    for place in accounts.indices where isHuman[place] && accounts[place].mail.hasPublicDomain {
      guard let key = keys[place] else { continue }
      roots[key, default: []].insert(root(of: place))
      if first[key] == nil { first[key] = place }
    }
    var joined = [String?](repeating: nil, count: accounts.count)
    for place in accounts.indices where isHuman[place] && !accounts[place].mail.hasPublicDomain {
      guard let key = keys[place], roots[key, default: []].count <= 1 else { continue }
      joined[place] = key
      if let known = first[key] { joined[known] = key }
    }
    join(by: .nameAndAccount, joined)
  }

  /// Mailboxes that four and more different names use: no person's own.
  private func sharedMailboxes() -> Set<MailAddress> {
    var namesOf: [MailAddress: [Set<String>]] = [:]
    for (place, account) in accounts.enumerated() where isHuman[place] && !isPair[place] {
      let words = NameKey.words(names[place])
      var known = namesOf[account.mail.mailbox] ?? []
      if let same = known.firstIndex(where: { !$0.isDisjoint(with: words) || words.isEmpty }) {
        known[same].formUnion(words)
      } else {
        known.append(words)
      }
      namesOf[account.mail.mailbox] = known
    }
    return Set(namesOf.filter { $0.value.count >= 4 }.keys)
  }

  private mutating func join(by reason: People.Join.Reason, _ keys: [String?]) {
    var first: [String: Int] = [:]
    for place in accounts.indices where isHuman[place] && !isPair[place] {
      guard let key = keys[place] else { continue }
      guard let known = first[key] else {
        first[key] = place
        continue
      }
      let root = root(of: known)
      let other = self.root(of: place)
      if root == other { continue }
      parents[max(root, other)] = Int32(min(root, other))
      joins.append(People.Join(signature: place, to: known, reason: reason))
    }
  }

  private mutating func root(of place: Int) -> Int {
    var root = place
    while Int(parents[root]) != root { root = Int(parents[root]) }
    var next = place
    while Int(parents[next]) != root {
      let parent = Int(parents[next])
      parents[next] = Int32(root)
      next = parent
    }
    return root
  }

  mutating func people(_ weights: [Int]) -> People {
    var numbers: [Int: Int32] = [:]
    var persons: [Int32] = []
    var members: [[Int]] = []
    for place in accounts.indices {
      let root = root(of: place)
      if let known = numbers[root] {
        persons.append(known)
        members[Int(known)].append(place)
      } else {
        numbers[root] = Int32(members.count)
        persons.append(Int32(members.count))
        members.append([place])
      }
    }
    return People(
      persons: persons,
      kinds: members.map(kind),
      names: members.map { shownName($0, weights) },
      addresses: members.map { Int32(Set($0.map { accounts[$0].mail }).count) },
      mails: accounts.map(\.mail),
      joins: joins.sorted { ($0.signature, $0.to) < ($1.signature, $1.to) },
      pairs: pairs(persons)
    )
  }

  /// Whom pairs name, by name and domain.
  private func pairs(_ persons: [Int32]) -> [Int32: [Int32]] {
    guard isPair.contains(true) else { return [:] }
    var known: [String: Set<Int32>] = [:]
    for place in accounts.indices where isHuman[place] && !isPair[place] {
      let mail = accounts[place].mail
      guard mail.hasPublicDomain, !rules.isFreeMail(mail.domain), !rules.isNoReply(mail.domain) else { continue }
      known[NameKey.folded(names[place]) + "\n" + mail.registeredDomain, default: []].insert(persons[place])
    }
    var pairs: [Int32: [Int32]] = [:]
    for place in accounts.indices where isPair[place] {
      let members = NameKey.parts(names[place]).compactMap { name -> Int32? in
        let found = known[NameKey.folded(name) + "\n" + accounts[place].mail.registeredDomain] ?? []
        return found.count == 1 ? found.first : nil
      }
      if !members.isEmpty { pairs[Int32(place)] = members }
    }
    return pairs
  }

  private func kind(_ places: [Int]) -> People.Kind {
    if places.contains(where: { rules.isForge(name: names[$0], accounts[$0].mail) }) { return .forge }
    if places.contains(where: { rules.isBot(name: names[$0], accounts[$0].mail) }) { return .bot }
    return places.contains(where: { isHuman[$0] }) ? .human : .nameOnly
  }

  /// The commonest name; of equal ones the first. A mapped one wins, and text that can be read.
  private func shownName(_ places: [Int], _ weights: [Int]) -> [UInt8] {
    func isBetter(_ left: Int, _ right: Int) -> Bool {
      let (one, other) = (accounts[left], accounts[right])
      if one.isMapped != other.isMapped { return one.isMapped }
      if one.name.isEmpty != other.name.isEmpty { return other.name.isEmpty }
      let (isOne, isOther) = (
        String(validating: one.name, as: UTF8.self) != nil, String(validating: other.name, as: UTF8.self) != nil
      )
      if isOne != isOther { return isOne }
      return weights[left] != weights[right] ? weights[left] > weights[right] : left < right
    }
    let best = places.dropFirst().reduce(places[0]) { isBetter($1, $0) ? $1 : $0 }
    return Self.withoutAddress(accounts[best].name)
  }

  /// A name that is a mail address is shown up to its `@`.
  private static func withoutAddress(_ name: [UInt8]) -> [UInt8] {
    Array(
      name.split(separator: 0x20).map { word in
        word.firstIndex(of: UInt8(ascii: "@")).map { $0 > word.startIndex ? word[..<$0] : word[($0 + 1)...] } ?? word
      }.joined(separator: [0x20])
    )
  }
}

/// Names as they are compared.
enum NameKey {
  /// The people that a name of several names: `Ada Example and Bea Example`; else the name itself.
  static func parts(_ name: String) -> [String] {
    let parts = name.replacing(" and ", with: ",").replacing(" & ", with: ",").replacing(" + ", with: ",")
      .split { $0 == "," || $0 == "/" || $0 == ";" }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    // "Example, Ada" is one person.
    let isSeveral = parts.count > 1 && parts.allSatisfy { $0.contains(" ") }
    return isSeveral ? parts : [name]
  }

  /// In lower case, its words parted by one space.
  static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Its words of three letters and more.
  static func words(_ name: String) -> Set<String> {
    Set(name.lowercased().split { !$0.isLetter }.map(String.init).filter { $0.count >= 3 })
  }

  /// Whether a name is so long that hardly two people of one project have it: two words and more, ten letters and more.
  static func isLong(_ name: String) -> Bool {
    let words = name.split { !$0.isLetter && $0 != "-" && $0 != "'" }
    return words.count >= 2 && words.reduce(0) { $0 + $1.count } >= 10
  }

  /// A name that is one person's at one organisation; nil for names that several may have there: those of one word, and
  /// short ones that the address does not bear out.
  static func full(_ name: String, local: String) -> String? {
    let words = name.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" }.map(String.init)
    guard words.count >= 2, words.contains(where: { $0.count >= 3 }) else { return nil }
    guard isLong(name) || words.contains(where: { $0.count >= 3 && local.contains($0) }) else { return nil }
    return words.joined(separator: " ")
  }
}
