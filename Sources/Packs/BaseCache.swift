/// Contents that others are stored as a difference from, so that a chain of differences is not resolved anew for each of
/// its links. One place for each hash of pack and offset: what comes later takes it.
struct BaseCache {
  private struct Slot {
    var pack = -1
    var offset = -1
    var object: PackedObject?
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 13)
  private var bytes = 0
  private var hand = 0
  private let limit: Int

  /// - Parameter limit: how many bytes of content are kept.
  init(limit: Int) {
    self.limit = limit
  }

  subscript(pack: Int, offset: Int) -> PackedObject? {
    let slot = slots[place(pack, offset)]
    return slot.pack == pack && slot.offset == offset ? slot.object : nil
  }

  mutating func insert(_ object: PackedObject, pack: Int, offset: Int) {
    // One giant would push out everything that many others need.
    if object.bytes.count > limit / 4 { return }
    clear(place(pack, offset))
    bytes += object.bytes.count
    slots[place(pack, offset)] = Slot(pack: pack, offset: offset, object: object)
    while bytes > limit {
      hand = (hand + 1) & (slots.count - 1)
      if hand != place(pack, offset) { clear(hand) }
    }
  }

  private mutating func clear(_ place: Int) {
    bytes -= slots[place].object?.bytes.count ?? 0
    slots[place] = Slot()
  }

  private func place(_ pack: Int, _ offset: Int) -> Int {
    let mixed = UInt64(truncatingIfNeeded: offset &* 31 &+ pack) &* 0x9e37_79b9_7f4a_7c15
    return Int(mixed >> 51)
  }
}
