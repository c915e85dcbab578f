import Evidence
import History
import Portrait

extension Direction {
  /// What the common code called itself.
  struct Naming {
    /// The commit that was asked.
    let node: CommitGraph.Node
    let portrait: Portrait
    /// How much more it is the left one's name than the right one's.
    let difference: Double
    /// Whether an older common commit speaks for the one, and the last for the other: the main line of the one was
    /// replaced by the other's.
    let wasTakenOver: Bool
  }

  /// How many older common commits are asked for the first name.
  private static let olderNames = 8

  /// Whose name the common code had: that of the last common commit, unless an older one has the other's.
  func naming(_ left: Int, _ right: Int, _ last: CommitGraph.Node) throws -> Naming? {
    func asked(_ node: CommitGraph.Node) throws -> (portrait: Portrait, difference: Double)? {
      guard let portrait = try portraits.portrait(at: node, members[left].store, members[right].store) else {
        return nil
      }
      func likeness(_ member: Int) -> Double {
        nameLikeness(portrait, to: members[member].bareName, owner: members[member].owner)
      }
      return (portrait, likeness(left) - likeness(right))
    }
    guard let (portrait, difference) = try asked(last) else { return nil }
    let plain = Naming(node: last, portrait: portrait, difference: difference, wasTakenOver: false)
    if difference == 0 { return plain }
    let chain = graph.firstParentChain(from: last)
    // From the newest of them on, so that the last commit that still had the name is found.
    for step in 1...Self.olderNames {
      let node = chain[(chain.count - 1) * step / (Self.olderNames + 1)]
      guard let (older, olderDifference) = try asked(node) else { continue }
      if olderDifference * difference < 0 {
        return Naming(node: node, portrait: older, difference: olderDifference, wasTakenOver: true)
      }
    }
    return plain
  }

  func name(_ left: Int, _ right: Int, _ naming: Naming?, _ add: Add) {
    guard let naming else { return }
    add("name", naming.difference, Weight.name) { upstream, _ in
      let title = naming.portrait.title ?? naming.portrait.names.first?.name ?? "?"
      let tail = naming.wasTakenOver ? ", before the other's main line took its place." : "."
      return Message(
        "family.name",
        ["clone": .string(members[upstream].name), "title": .string(title)],
        text: "\(members[upstream].name) keeps the name that the common code gave itself: “\(title)”\(tail)"
      )
    }
  }

  /// Whose README was given a title that calls it by its own name, while the other's has the common code's.
  func title(_ left: Int, _ right: Int, _ naming: Naming, _ add: Add) {
    guard let common = naming.portrait.title else { return }
    func ownTitle(_ member: Int) -> String? {
      guard let title = members[member].portrait?.title, !isSameTitle(title, common),
        isTitle(title, of: members[member].bareName, owner: members[member].owner)
      else { return nil }
      return title
    }
    func keeps(_ member: Int) -> Bool { members[member].portrait?.title.map { isSameTitle($0, common) } ?? false }
    for (fork, upstream, sign) in [(right, left, 1.0), (left, right, -1.0)] {
      guard let title = ownTitle(fork), keeps(upstream) else { continue }
      add("title", sign, Weight.title) { _, _ in
        Message(
          "family.title",
          [
            "upstream": .string(members[upstream].name), "fork": .string(members[fork].name),
            "common": .string(common), "title": .string(title),
          ],
          text: "The README of \(members[upstream].name) still has the common code's title “\(common)”; that of "
            + "\(members[fork].name) is headed “\(title)”."
        )
      }
    }
  }
}
