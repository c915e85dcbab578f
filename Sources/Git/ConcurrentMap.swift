import Synchronization

/// The results of `transform` for each of `items`, in their order, at most `workers` at a time.
public func concurrentMap<Item: Sendable, Value: Sendable>(
  _ items: [Item],
  workers: Int,
  _ transform: @escaping @Sendable (Item) throws -> Value
) async throws -> [Value] {
  var results = [Value?](repeating: nil, count: items.count)
  try await withThrowingTaskGroup(of: (Int, Value).self) { group in
    var next = 0
    func start() {
      guard next < items.count else { return }
      let (index, item) = (next, items[next])
      group.addTask { (index, try transform(item)) }
      next += 1
    }
    for _ in 0..<max(1, workers) { start() }
    while let (index, value) = try await group.next() {
      results[index] = value
      start()
    }
  }
  return results.compactMap { $0 }
}

/// What each of `workers` makes of the lots of `items` that it takes, one lot after the other, until none is left.
///
/// - Parameter work: called once a worker, with a function that gives the next lot, nil at the end.
/// - Returns: the workers' results. Order: any; which worker takes which lot differs between runs.
public func inLots<Item: Sendable, Value: Sendable>(
  of size: Int,
  _ items: [Item],
  workers: Int,
  _ work: @escaping @Sendable (() -> ArraySlice<Item>?) throws -> Value
) async throws -> [Value] {
  let start = Mutex(0)
  return try await concurrentMap(Array(0..<max(1, workers)), workers: workers) { _ in
    try work {
      let first = start.withLock { start in
        defer { start += size }
        return start
      }
      return first < items.count ? items[first..<min(first + size, items.count)] : nil
    }
  }
}
