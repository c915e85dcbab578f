import ArgumentParser
import CloneSet
import Foundation

/// Brings a family onto this machine.
struct CloneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clone",
    abstract: "Brings the clones of a seed, a family file with addresses, onto this machine.",
    discussion: """
      Needs the git program. All clones share one object store, so what they have in common is fetched and kept once. \
      Run it again to go on after an interruption, or to fetch what is new. Then: forkscape analyze DIR --config SEED.
      """
  )

  @Argument(help: ArgumentHelp("A seed, such as seeds/redis.yml.", valueName: "seed"))
  var seed: String

  @Option(help: ArgumentHelp("Where the clones go (default: a folder named like the seed).", valueName: "dir"))
  var out: String?

  @Option(help: ArgumentHelp("Only this member; repeatable. The upstream comes along.", valueName: "name"))
  var only: [String] = []

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  func run() throws {
    guard let data = FileManager.default.contents(atPath: seed) else {
      throw Failure(.usage, "\(seed): cannot be read; name a seed such as seeds/redis.yml")
    }
    let file: FamilyFile
    do {
      file = try FamilyFile(text: String(decoding: data, as: UTF8.self), file: seed)
    } catch {
      throw Failure(.usage, error.problems.map(\.description).joined(separator: "\nforkscape: "))
    }
    let place = out ?? ((seed as NSString).lastPathComponent as NSString).deletingPathExtension
    let members = try chosen(file)
    let cloner = FamilyCloner(folder: place)
    var failed: [String] = []
    for (number, member) in members.enumerated() {
      if !quiet {
        Terminal.error("forkscape: \(number + 1) of \(members.count): \(member.clone) from \(member.address)")
      }
      do {
        try cloner.bring(member, showsProgress: !quiet && Terminal.isInteractive)
      } catch let error as FamilyCloner.Problem {
        failed.append(member.clone)
        Terminal.error("forkscape: \(member.clone): \(error.text)")
      }
    }
    if failed.count == members.count { throw Failure(.nothing, "\(seed): nothing could be cloned") }
    if !quiet { Terminal.out("The clones are in \(place)\n") }
    if !failed.isEmpty { throw ExitStatus.incomplete }
  }

  /// The members with an address, upstreams first.
  private func chosen(_ file: FamilyFile) throws -> [FamilyCloner.Member] {
    var members: [FamilyCloner.Member] = []
    var unknown = Set(only)
    for family in file.families {
      if let upstream = family.upstream, let address = upstream.address {
        unknown.remove(upstream.clone)
        members.append(FamilyCloner.Member(clone: upstream.clone, address: address))
      }
      for fork in family.forks {
        let isNamed = unknown.remove(fork.name) != nil
        guard only.isEmpty || isNamed else { continue }
        if let address = fork.address, let clone = fork.clone {
          members.append(FamilyCloner.Member(clone: clone, address: address))
        } else if isNamed {
          let why = fork.isClosed ? "is closed: it has no public sources" : "has no address"
          throw Failure(.usage, "\(seed): \(fork.name) \(why), so there is nothing to clone")
        }
      }
    }
    if let name = unknown.min() {
      let names = file.families.flatMap { $0.forks.map(\.name) }.sorted()
      throw Failure(.usage, "\(seed): no member \(name); there are: \(names.joined(separator: ", "))")
    }
    guard !members.isEmpty else { throw Failure(.usage, "\(seed): it names no addresses; a seed gives one a clone") }
    return members
  }
}
