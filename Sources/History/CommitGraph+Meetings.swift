public import BitCollections

/// Finds where walks from many commits first meet one set.
///
/// The marks of one walk are told from those of the next by a number, so that they need not be wiped in between.
public struct MeetingSearch {
  private let graph: CommitGraph
  private let isMember: [Bool]
  private var marks: [UInt32]
  private var walk: UInt32 = 0
  private var stack: [Int32] = []

  /// - Parameter set: the commits to be met; closed, as ``CommitGraph/reach(_:)`` gives it.
  public init(_ graph: CommitGraph, meeting set: BitSet) {
    self.graph = graph
    var isMember = [Bool](repeating: false, count: graph.count)
    for node in set { isMember[node] = true }
    self.isMember = isMember
    marks = Array(repeating: 0, count: graph.count)
  }

  /// The commits of the set that a walk from `head` towards the roots meets before any other of the set on its way.
  public mutating func meetings(from head: CommitGraph.Node) -> BitSet {
    walk += 1
    let walk = walk
    var met: [Int32] = []
    var stack = stack
    stack.removeAll(keepingCapacity: true)
    stack.append(Int32(head))
    marks.withUnsafeMutableBufferPointer { marks in
      isMember.withUnsafeBufferPointer { isMember in
        graph.parentStarts.withUnsafeBufferPointer { starts in
          graph.parentNodes.withUnsafeBufferPointer { parents in
            marks[head] = walk
            while let node = stack.popLast().map(Int.init) {
              if isMember[node] {
                met.append(Int32(node))
                continue
              }
              for index in Int(starts[node])..<Int(starts[node + 1]) where marks[Int(parents[index])] != walk {
                marks[Int(parents[index])] = walk
                stack.append(parents[index])
              }
            }
          }
        }
      }
    }
    self.stack = stack
    return BitSet(met.map(Int.init))
  }
}
