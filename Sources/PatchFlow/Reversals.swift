/// Which commits of a side cancel each other: one undoes the other.
struct Reversals {
  /// By place: the place of the commit that undid it; nil where it stands.
  private(set) var undoneBy: [Int: Int] = [:]
  /// By place: the place of the commit that it undoes; nil where it undoes none of its side.
  private(set) var undoes: [Int: Int] = [:]

  /// Whether the commit has no effect any more: it was undone, or it is the undoing.
  func isCancelled(_ place: Int) -> Bool { undoneBy[place] != nil || undoes[place] != nil }

  /// Finds them by content, and where content does not tell by the message that git writes.
  ///
  /// A commit is undone once; what brings it back is a change of its own.
  init(_ records: [CommitRecord], usingMessages: Bool) {
    let index = IDIndex(records)
    var standing: [UInt64: [Int]] = [:]
    for place in records.indices.sorted(by: { records[$0].node < records[$1].node }) {
      let record = records[place]
      guard !record.isEmpty else { continue }
      let paths = record.files.map(\.path)
      if let claimed = usingMessages ? Self.claimed(record, index) : nil, isStanding(claimed), claimed != place,
        records[claimed].node < record.node, Self.couldUndo(record, records[claimed])
      {
        cancel(claimed, by: place)
        continue
      }
      guard let inverse = record.identity(paths, inverse: true), let identity = record.identity(paths) else { continue }
      if let undone = standing[inverse]?.last(where: { isStanding($0) }), inverse != identity {
        cancel(undone, by: place)
      } else {
        standing[identity, default: []].append(place)
      }
    }
  }

  private mutating func cancel(_ place: Int, by other: Int) {
    undoneBy[place] = other
    undoes[other] = place
  }

  private func isStanding(_ place: Int) -> Bool { !isCancelled(place) }

  private static func claimed(_ record: CommitRecord, _ index: IDIndex) -> Int? {
    let citations = record.message?.citations.filter { $0.kind == .reverted } ?? []
    return citations.count == 1 ? index.place(of: citations[0].digits) : nil
  }

  /// Whether most of what `record` removes and adds is what `other` added and removed.
  private static func couldUndo(_ record: CommitRecord, _ other: CommitRecord) -> Bool {
    guard let one = record.content, let two = other.content else { return false }
    if one.lineSet.isEmpty { return two.lineSet.isEmpty }
    let swapped = Set(two.lineSet.map { $0 ^ 1 })
    return one.lineSet.count { swapped.contains($0) } * 2 >= swapped.count
  }
}
