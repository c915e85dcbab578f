public import GitValues

/// The three trees that a fork's surfaces are read from.
public enum Side: Int, CaseIterable, Hashable, Sendable {
  /// The upstream commit that the fork rests on.
  case base
  /// The head of the upstream's line.
  case line
  /// The fork's head.
  case fork
}

/// One value for each of the three trees.
public struct ThreeSides<Value> {
  /// Of the effective base.
  public var base: Value
  /// Of the line's head.
  public var line: Value
  /// Of the fork's head.
  public var fork: Value

  /// Three values.
  public init(base: Value, line: Value, fork: Value) {
    (self.base, self.line, self.fork) = (base, line, fork)
  }

  /// The value of a side.
  public subscript(_ side: Side) -> Value {
    get {
      switch side {
      case .base: base
      case .line: line
      case .fork: fork
      }
    }
    set {
      switch side {
      case .base: base = newValue
      case .line: line = newValue
      case .fork: fork = newValue
      }
    }
  }

  /// What `transform` makes of each.
  public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> ThreeSides<Other> {
    ThreeSides<Other>(base: try transform(base), line: try transform(line), fork: try transform(fork))
  }
}

extension ThreeSides: Sendable where Value: Sendable {}
extension ThreeSides: Equatable where Value: Equatable {}
extension ThreeSides: Hashable where Value: Hashable {}

/// A file of one tree that belongs to a surface.
struct SurfaceFile: Hashable, Sendable {
  let path: RepoPath
  let blob: BlobID
}

/// Where files of the base went: from a base path to another side's.
public struct Moves: Sendable {
  /// Pairs of different paths, of files that are the same one by content or likeness.
  public let pairs: [RepoPath: RepoPath]

  /// Moves of pairs; a file that stayed is none.
  public init(_ pairs: [(from: RepoPath, to: RepoPath)]) {
    self.pairs = Dictionary(pairs.map { ($0.from, $0.to) }) { first, _ in first }
  }
}

/// Finds for the files of one surface which of the three trees' are the same one.
///
/// By path and known moves first; then by name, the pair with most elements in common first; then by elements alone,
/// where half of the smaller one's are in both.
struct Alignment {
  /// Which files are one, by their places in each side's list; nil where a side has none.
  typealias Group = ThreeSides<Int?>

  /// From this share of the smaller file's elements on, files of different names are the same one.
  static let likeness = 0.5
  /// With more files than this on both sides, names and moves alone decide.
  private static let limit = 150

  let files: ThreeSides<[SurfaceFile]>
  /// Names of the elements in each file.
  let names: ThreeSides<[Set<String>]>
  /// Places of the files that cannot be read. Their elements tell nothing: of files of one name, the one that has most of
  /// the path is the same one, and no readable file takes its place.
  var unread = ThreeSides<Set<Int>>(base: [], line: [], fork: [])

  /// Order: as the base has them, then the line, then the fork.
  func groups(lineMoves: Moves, forkMoves: Moves) -> [Group] {
    let toLine = matches(.base, .line, lineMoves)
    let toFork = matches(.base, .fork, forkMoves)
    var groups = files.base.indices.map { Group(base: $0, line: toLine[$0], fork: toFork[$0]) }
    let usedLine = Set(toLine.values), usedFork = Set(toFork.values)
    // What both added may be one file too.
    let both = matches(.line, .fork, Moves([]), leaving: (usedLine, usedFork))
    for place in files.line.indices where !usedLine.contains(place) {
      groups.append(Group(base: nil, line: place, fork: both[place]))
    }
    let usedToo = usedFork.union(both.values)
    for place in files.fork.indices where !usedToo.contains(place) {
      groups.append(Group(base: nil, line: nil, fork: place))
    }
    return groups
  }

  private func matches(
    _ left: Side,
    _ right: Side,
    _ moves: Moves,
    leaving used: (Set<Int>, Set<Int>) = ([], [])
  ) -> [Int: Int] {
    var found: [Int: Int] = [:]
    let places = Dictionary(files[right].enumerated().map { ($1.path, $0) }) { first, _ in first }
    var free = Set(files[right].indices).subtracting(used.1)
    var open: [Int] = []
    for (place, file) in files[left].enumerated() where !used.0.contains(place) {
      if let other = places[file.path] ?? moves.pairs[file.path].flatMap({ places[$0] }), free.contains(other) {
        found[place] = other
        free.remove(other)
      } else {
        open.append(place)
      }
    }
    guard !open.isEmpty, !free.isEmpty else { return found }
    func take(_ pairs: [(Int, Int)]) {
      for (from, to) in pairs where found[from] == nil && free.contains(to) {
        found[from] = to
        free.remove(to)
      }
      open.removeAll { found[$0] != nil }
    }
    take(unreadPairs(open, free.sorted(), left, right))
    // Likeness first between files of one name, then between any.
    for isSameName in [true, false] { take(pairs(open, free.sorted(), left, right, isSameName)) }
    return found
  }

  /// Pairs of one name in which one side cannot be read and which have more of the path in common than any readable pair.
  private func unreadPairs(_ open: [Int], _ free: [Int], _ left: Side, _ right: Side) -> [(Int, Int)] {
    if unread[left].isEmpty, unread[right].isEmpty { return [] }
    let byName = Dictionary(grouping: free) { files[right][$0].path.lastComponent }
    return open.compactMap { from in
      let path = files[left][from].path
      func common(_ place: Int) -> Int { Self.commonTail(path, files[right][place].path) }
      let others = byName[path.lastComponent, default: []]
      guard let best = others.max(by: { common($0) < common($1) }) else { return nil }
      let isOnlyBest = others.count { common($0) == common(best) } == 1
      return isOnlyBest && (unread[left].contains(from) || unread[right].contains(best)) ? (from, best) : nil
    }
  }

  /// How many of the last parts of two paths are the same.
  private static func commonTail(_ left: RepoPath, _ right: RepoPath) -> Int {
    let slash = UInt8(ascii: "/")
    return zip(left.bytes.split(separator: slash).reversed(), right.bytes.split(separator: slash).reversed())
      .prefix { $0.elementsEqual($1) }.count
  }

  /// Pairs by likeness, the most alike first, then by path.
  private func pairs(_ open: [Int], _ free: [Int], _ left: Side, _ right: Side, _ isSameName: Bool) -> [(Int, Int)] {
    guard isSameName || open.count * free.count <= Self.limit * Self.limit else { return [] }
    let byName = Dictionary(grouping: free) { files[right][$0].path.lastComponent }
    var scored: [(from: Int, to: Int, common: Int, likeness: Double)] = []
    for from in open {
      let others = isSameName ? byName[files[left][from].path.lastComponent, default: []] : free
      for to in others {
        let (first, second) = (names[left][from], names[right][to])
        let smaller = min(first.count, second.count)
        let (few, many) = first.count < second.count ? (first, second) : (second, first)
        let common = few.count { many.contains($0) }
        let likeness = smaller == 0 ? 0 : Double(common) / Double(smaller)
        if isSameName ? common > 0 || others.count == 1 : likeness >= Self.likeness && common >= min(3, smaller) {
          scored.append((from, to, common, likeness))
        }
      }
    }
    return scored.sorted {
      ($1.common, $1.likeness, $0.from, $0.to) < ($0.common, $0.likeness, $1.from, $1.to)
    }.map { ($0.from, $0.to) }
  }
}
