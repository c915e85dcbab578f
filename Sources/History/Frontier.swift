import BitCollections
import Git
import GitValues
import Glibc
import Synchronization

/// What is known of a history while it is being read, shared by the readers.
final class Frontier: Sendable {
  /// A commit to read, and the clone that led to it.
  struct Item: Sendable {
    let id: CommitID
    let slot: Int32
    let source: Int
  }

  /// What reading a commit came to.
  struct Result: Sendable {
    let item: Item
    let source: Int
    let links: CommitLinks?
    let failure: String?
  }

  private struct State: Sendable {
    /// A slot for every commit that anything named.
    var slots: [CommitID: Int32] = [:]
    var ids: [CommitID] = []
    var links: [CommitLinks?] = []
    var failures: [Int32: String] = [:]
    /// A stack: the last is read next.
    var pending: [Item] = []
    var readers = 0
    var areTipsRead = false
    /// Parents of tips, held back until all tips are read, with the tip's date.
    var below: [(date: Int64, item: Item)] = []
  }

  private let state: Mutex<State>
  private let known: CommitGraph?

  init(known: CommitGraph?) {
    self.known = known
    state = Mutex(State())
  }

  /// Names tips to start from.
  func add(_ tips: [CommitID], from source: Int) {
    state.withLock { state in
      for tip in tips where known?.node(tip) == nil && state.slots[tip] == nil {
        let item = Self.newItem(tip, source, &state)
        state.pending.append(item)
      }
    }
  }

  private static func newItem(_ id: CommitID, _ source: Int, _ state: inout State) -> Item {
    let slot = Int32(state.ids.count)
    state.slots[id] = slot
    state.ids.append(id)
    state.links.append(nil)
    return Item(id: id, slot: slot, source: source)
  }

  /// Commits to read next; nil when nothing is left and nobody reads any more.
  func take() -> [Item]? {
    while true {
      let (batch, isDone) = state.withLock { state -> ([Item], Bool) in
        if state.pending.isEmpty, state.readers == 0, !state.areTipsRead {
          // The tips part the history into stretches. Oldest tips are followed first, so that every stretch is short and
          // the readers meet each other only at its end.
          state.areTipsRead = true
          state.below.sort { $0.date != $1.date ? $0.date > $1.date : $0.item.id < $1.item.id }
          state.pending = state.below.map(\.item)
          state.below = []
        }
        if state.pending.isEmpty { return ([], state.readers == 0) }
        state.readers += 1
        let count = state.areTipsRead ? Swift.min(8, state.pending.count) : Swift.min(64, state.pending.count)
        let batch = Array(state.pending.suffix(count))
        state.pending.removeLast(count)
        return (batch, false)
      }
      if !batch.isEmpty { return batch }
      if isDone { return nil }
      pause()
    }
  }

  private func pause() {
    usleep(30)
  }

  /// Takes in what was read and names the parents that nobody has named.
  func finish(_ results: [Result]) {
    state.withLock { state in
      state.readers -= 1
      for result in results {
        let slot = result.item.slot
        guard let links = result.links else {
          state.failures[slot] = result.failure
          continue
        }
        state.links[Int(slot)] = links
        for parent in links.parents where known?.node(parent) == nil && state.slots[parent] == nil {
          let item = Self.newItem(parent, result.source, &state)
          if state.areTipsRead {
            state.pending.append(item)
          } else {
            state.below.append((links.committerTime, item))
          }
        }
      }
    }
  }

  /// The graph of all that was read, on top of the known one.
  func graph() -> CommitGraph {
    state.withLock { state in
      GraphAssembly(known: known, ids: state.ids, links: state.links, failures: state.failures).graph()
    }
  }
}
