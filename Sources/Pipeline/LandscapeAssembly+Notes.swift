import CloneSet
import Evidence
import Family
import GitValues
import History
import Landscape

extension LandscapeAssembly {
  /// What a reader should know of a fork besides its figures.
  func notes(_ result: ForkResult) -> [Message] {
    let clone = intake.participants[result.fork.member].clone
    var notes: [Message] = []
    if let note = clone.head.note { notes.append(Message("clone.head", ["note": .string(note)], text: note)) }
    for member in [result.fork.member, result.fork.upstream] { notes += cloneNotes(member) }
    return notes
  }

  /// What a reader should know of a clone: that its history is not what the commits themselves say.
  func cloneNotes(_ member: Int) -> [Message] {
    [replacementNote(member), shallowNote(member)].compactMap { $0 }
  }

  private func replacementNote(_ member: Int) -> Message? {
    let name = members[member].name
    let replaced = intake.participants[member].clone.replacements.keys.filter { graph.node($0) != nil }.sorted()
    guard let first = replaced.first else { return nil }
    let commits = replaced.count == 1 ? "1 commit" : "\(replaced.count) commits"
    return Message(
      "clone.replaced",
      ["clone": .string(name), "count": .int(replaced.count), "first": .string("\(first)")],
      text: "In the clone of \(name), refs/replace puts \(replaced.count == 1 ? "another" : "others") in the place of "
        + "\(commits), first \(first): the histories are read as git reads them there."
    )
  }

  private func shallowNote(_ member: Int) -> Message? {
    let (name, clone) = (members[member].name, intake.participants[member].clone)
    guard clone.isShallow else { return nil }
    let cuts = graph.cuts(in: graph.reach([members[member].head]))
    guard let newest = cuts.map({ graph.committerTimes[$0.node] }).max() else {
      return Message(
        "clone.shallow-completed",
        ["clone": .string(name)],
        text: "The clone of \(name) is shallow; the history that it lacks was read from the other clones."
      )
    }
    let day = Instant(seconds: newest).day
    return Message(
      "clone.shallow",
      ["clone": .string(name), "count": .int(cuts.count), "date": .string(day)],
      text:
        "The clone of \(name) is shallow: its history breaks off at \(cuts.count == 1 ? "1 commit" : "\(cuts.count) commits"), "
        + "the newest of \(day), and what lies before was not analysed."
    )
  }
}
