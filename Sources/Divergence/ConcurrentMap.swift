/// The results of `transform` for each of `items`, in their order, at most `workers` at a time.
func concurrentMap<Item: Sendable, Value: Sendable>(
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
