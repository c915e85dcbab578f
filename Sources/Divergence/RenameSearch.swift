import Git
import GitValues

/// Finds the renames of several comparisons, step by step together: contents that several of them need are read once, and
/// every step that reads or compares contents has all threads.
enum RenameSearch {
  /// Finds the renames of `detections`, in place.
  ///
  /// A file whose content cannot be read is no rename of anything but equal content, see ``Fingerprints/unread``.
  static func run(_ detections: inout [RenameDetection], _ contents: inout Fingerprints, workers: Int) async throws {
    for index in detections.indices { detections[index].matchEqualContent() }

    let named = detections.map { $0.onlyFilesOfAName() }
    try await read(detections, named, minimum: ContentFingerprint.sameNameThreshold, &contents)
    for index in detections.indices { detections[index].matchOnlyFilesOfAName(named[index], contents) }

    let open = detections.map { $0.remaining() }
    try await read(detections, open, minimum: ContentFingerprint.renameThreshold, &contents)
    let asked = open.enumerated().flatMap { index, questions in questions.map { (detection: index, question: $0) } }
    let (searched, known) = (detections, contents)
    let parts = try await inLots(of: 32, Array(asked.enumerated()), workers: workers) { next in
      var found: [(place: Int, detection: Int, candidates: [RenameDetection.Candidate])] = []
      while let lot = next() {
        for (place, item) in lot {
          let best = searched[item.detection].bestSources(item.question, known)
          if !best.isEmpty { found.append((place, item.detection, best)) }
        }
      }
      return found
    }
    // Which thread found what differs between runs; between equals the order of the targets decides.
    let inOrder = parts.joined().sorted { $0.place < $1.place }
    for index in detections.indices {
      detections[index].matchBest(inOrder.filter { $0.detection == index }.flatMap(\.candidates))
    }
  }

  private static func read(
    _ detections: [RenameDetection],
    _ questions: [[RenameDetection.Question]],
    minimum: Int,
    _ contents: inout Fingerprints
  ) async throws {
    var wanted: Set<Fingerprints.Place> = []
    for (detection, questions) in zip(detections, questions) { wanted.formUnion(detection.places(questions)) }
    try await contents.readSizes(wanted)
    wanted.removeAll(keepingCapacity: true)
    for (detection, questions) in zip(detections, questions) {
      wanted.formUnion(detection.places(questions, minimum: minimum, contents))
    }
    try await contents.readContents(wanted)
  }
}
