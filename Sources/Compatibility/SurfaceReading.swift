import CloneSet
import Git
import GitValues

/// Reads the files of all surfaces, each content once.
struct SurfaceReading {
  let means: SurfaceMeans

  /// One content to be read in one way.
  private struct Job: Sendable {
    let key: Extractions.Key
    let blob: BlobID
    let extractor: Int
    let ending: String
  }

  /// What the files hold, in their order, by surface; and what could not be looked at.
  func read(
    _ surfaces: [(extractor: SurfaceExtractor, files: ThreeSides<[SurfaceFile]>)]
  ) async throws -> (contents: [ThreeSides<[Extraction]>], gaps: [String]) {
    let extractors = surfaces.map(\.extractor)
    var jobs: [Extractions.Key: Job] = [:]
    var keys: [ThreeSides<[Extractions.Key?]>] = []
    for (place, surface) in surfaces.enumerated() {
      var ways: [String: Int] = [:]
      keys.append(
        surface.files.map { files in
          files.map { file in
            guard isRead(surface.extractor) else { return nil }
            let ending = SurfaceExtractor.ending(of: file.path)
            let way = ways[ending] ?? self.way(surface.extractor, ending)
            ways[ending] = way
            let key = Extractions.Key(blob: file.blob, way: way)
            if jobs[key] == nil { jobs[key] = Job(key: key, blob: file.blob, extractor: place, ending: ending) }
            return key
          }
        }
      )
    }
    var found = means.extractions.known(Array(jobs.keys))
    let missing = jobs.values.filter { found[$0.key] == nil }.sorted {
      ($0.extractor, $0.blob, $0.ending) < ($1.extractor, $1.blob, $1.ending)
    }
    let new = try await extract(missing, extractors)
    means.extractions.keep(new.filter(\.isFinal).map { ($0.key, $0.extraction) })
    for result in new { found[result.key] = result.extraction }
    let contents = zip(surfaces, keys).map { surface, keys in
      self.contents(surface.extractor, surface.files, keys, found)
    }
    return (contents, gaps(surfaces))
  }

  private func isRead(_ extractor: SurfaceExtractor) -> Bool {
    switch extractor.declaration.extractor {
    case .file: false
    case .ctags: means.ctags != nil
    default: true
    }
  }

  private func way(_ extractor: SurfaceExtractor, _ ending: String) -> Int {
    let tool = extractor.declaration.extractor == .ctags ? means.ctags?.version ?? "" : ""
    return means.extractions.way(extractor.key(ending: ending, tool: tool))
  }

  private func contents(
    _ extractor: SurfaceExtractor,
    _ files: ThreeSides<[SurfaceFile]>,
    _ keys: ThreeSides<[Extractions.Key?]>,
    _ found: [Extractions.Key: Extraction]
  ) -> ThreeSides<[Extraction]> {
    func of(_ side: Side) -> [Extraction] {
      zip(files[side], keys[side]).map { file, key in
        if extractor.declaration.extractor == .file { return .elements([Element("", "\(file.blob)", text: "")]) }
        return key.flatMap { found[$0] } ?? .other
      }
    }
    return ThreeSides(base: of(.base), line: of(.line), fork: of(.fork))
  }

  private func gaps(_ surfaces: [(extractor: SurfaceExtractor, files: ThreeSides<[SurfaceFile]>)]) -> [String] {
    guard means.ctags == nil else { return [] }
    let names = surfaces.filter { surface in
      surface.extractor.declaration.extractor == .ctags && Side.allCases.contains { !surface.files[$0].isEmpty }
    }.map(\.extractor.declaration.name)
    guard !names.isEmpty else { return [] }
    return [
      "\(names.joined(separator: ", ")): universal-ctags is not installed (in Debian: apt-get install universal-ctags)"
    ]
  }

  // MARK: Reading

  private struct Result: Sendable {
    let key: Extractions.Key
    let extraction: Extraction
    /// Whether it follows from the content alone.
    let isFinal: Bool
  }

  private func extract(_ jobs: [Job], _ extractors: [SurfaceExtractor]) async throws -> [Result] {
    let (stores, ctags) = (means.stores, means.ctags)
    let parts = try await inLots(of: max(1, min(32, jobs.count / (means.workers * 4))), jobs, workers: means.workers) {
      next in
      let objects = try ObjectDatabase(objectFolders: stores)
      var results: [Result] = []
      while let lot = next() {
        var sources: [Int: [(job: Job, bytes: [UInt8])]] = [:]
        for job in lot {
          switch Self.content(of: job.blob, objects) {
          case .failure(let failure):
            results.append(Result(key: job.key, extraction: failure.extraction, isFinal: false))
          case .success(let bytes):
            let extractor = extractors[job.extractor]
            if extractor.declaration.extractor != .ctags {
              results.append(
                Result(key: job.key, extraction: extractor.extract(bytes, ending: job.ending), isFinal: true)
              )
            } else if let refusal = extractor.refusal(bytes) {
              results.append(Result(key: job.key, extraction: refusal, isFinal: true))
            } else {
              sources[job.extractor, default: []].append((job, bytes))
            }
          }
        }
        guard let ctags else { continue }
        for (place, sources) in sources.sorted(by: { $0.key < $1.key }) {
          let extractor = extractors[place]
          let found = try ctags.definitions(
            in: sources.map { (ending: $0.job.ending, bytes: $0.bytes) },
            define: extractor.declaration.define
          )
          for (source, extraction) in zip(sources, found) {
            // A program that failed once may not fail again.
            var isFinal = true
            if case .failure = extraction { isFinal = false }
            results.append(
              Result(key: source.job.key, extraction: extractor.chosen(extraction), isFinal: isFinal)
            )
          }
        }
      }
      return results
    }
    return Array(parts.joined())
  }

  private struct Unreadable: Error {
    let reason: String
    var extraction: Extraction { .failure(line: nil, reason: reason) }
  }

  private static func content(of blob: BlobID, _ objects: ObjectDatabase) -> Swift.Result<[UInt8], Unreadable> {
    do throws(GitError) {
      return .success(try objects.withBlob(blob, limit: SurfaceExtractor.sizeLimit) { Array($0) })
    } catch {
      return .failure(Unreadable(reason: error.message))
    }
  }
}
